import { expect, test } from '@jest/globals';
import { withDefaultModel } from '../../../web/lib/analyzer/default-model.js';
import type { AnalyzerOptions } from '../../../web/lib/types.js';

test('the default is for options that name no model', () => {
  expect(withDefaultModel({ precision: 'int8' }, 'nano')).toEqual({ precision: 'int8', model: 'nano' });
  expect(withDefaultModel({}, 'nano')).toEqual({ model: 'nano' });
  expect(withDefaultModel({ model: 'small' }, 'nano')).toEqual({ model: 'small' });
});

test('what is no object goes on as it is, to be refused', () => {
  for (const wrong of [null, 'small', 7, undefined]) {
    expect(withDefaultModel(wrong as unknown as AnalyzerOptions, 'nano')).toBe(wrong);
  }
});
