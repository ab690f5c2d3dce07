import type { Tables } from '../../../shared/language.js';
import { en, type ShrinkWords } from './en.js';
import { zhCN } from './zh-CN.js';

export type { Names, ShrinkWords } from './en.js';

/** What the room says. */
export const shrinkWords: Tables<ShrinkWords> = { en, 'zh-CN': zhCN };
