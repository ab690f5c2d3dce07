import type { Tables } from '../../../../shared/language.js';
import { en, type LaboratoryWords } from './en.js';
import { zhCN } from './zh-CN.js';

export type { LaboratoryWords } from './en.js';

/** What the laboratory says. */
export const laboratoryWords: Tables<LaboratoryWords> = { en, 'zh-CN': zhCN };
