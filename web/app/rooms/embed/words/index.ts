import type { Tables } from '../../../shared/language.js';
import { en, type EmbedWords } from './en.js';
import { zhCN } from './zh-CN.js';

export type { EmbedWords } from './en.js';

/** What the room Embed says. */
export const embedWords: Tables<EmbedWords> = { en, 'zh-CN': zhCN };
