import { describe, expect, test } from '@jest/globals';
import { variantSets } from '../../../evaluation/behaviour/fairness.js';
import { allCases, fairnessKinds } from '../../../evaluation/behaviour/index.js';
import { en } from '../../../web/app/rooms/evidence/words/en.js';
import { zhCN } from '../../../web/app/rooms/evidence/words/zh-CN.js';

const HAN = /^[\p{Script=Han}（）：a-z]+$/u;

describe('the room Evidence, in Chinese', () => {
  test('has a name for every behaviour of the suite', () => {
    const ids = new Set(allCases().map(({ behaviour }) => behaviour));
    expect(ids.size).toBeGreaterThan(100);
    expect([...ids].filter((id) => !HAN.test(zhCN.behaviour(id)))).toEqual([]);
    expect(new Set([...ids].map(zhCN.behaviour)).size).toBe(ids.size);
  });

  test('and for every kind of group', () => {
    const kinds = new Set(variantSets(fairnessKinds).map(({ kind }) => kind));
    expect([...kinds].filter((kind) => !HAN.test(zhCN.group(kind)))).toEqual([]);
  });
});

test('in English a behaviour is called by its id', () => {
  expect(en.behaviour('everyday-ironic-praise')).toBe('ironic praise');
});
