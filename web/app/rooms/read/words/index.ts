import type { Tables } from '../../../shared/language.js';
import { en, type ReadWords } from './en.js';
import { zhCN } from './zh-CN.js';

export type { ReadWords } from './en.js';

/** What the room says. */
export const readWords: Tables<ReadWords> = { en, 'zh-CN': zhCN };
