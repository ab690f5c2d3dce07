import type { Tables } from '../language.js';
import { en, type SharedWords } from './en.js';
import { zhCN } from './zh-CN.js';

export type { SharedWords } from './en.js';

/** What several rooms say. */
export const sharedWords: Tables<SharedWords> = { en, 'zh-CN': zhCN };
