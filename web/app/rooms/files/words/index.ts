import type { Tables } from '../../../shared/language.js';
import { en, type FilesWords } from './en.js';
import { zhCN } from './zh-CN.js';

export type { FilesWords } from './en.js';

/** What the room says. */
export const filesWords: Tables<FilesWords> = { en, 'zh-CN': zhCN };
