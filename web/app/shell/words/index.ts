import type { Tables } from '../../shared/language.js';
import { en, type ShellWords } from './en.js';
import { zhCN } from './zh-CN.js';

export type { ShellWords } from './en.js';

/** What the page says around its rooms. */
export const shellWords: Tables<ShellWords> = { en, 'zh-CN': zhCN };
