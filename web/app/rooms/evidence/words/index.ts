import type { Tables } from '../../../shared/language.js';
import { en, type EvidenceWords } from './en.js';
import { zhCN } from './zh-CN.js';

export type { EvidenceWords } from './en.js';

/** What the room says. */
export const evidenceWords: Tables<EvidenceWords> = { en, 'zh-CN': zhCN };
