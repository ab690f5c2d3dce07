import { describe, expect, test } from '@jest/globals';
import { preferredLanguage } from '../../../web/app/shared/language.js';
import { parseAddress, writeAddress } from '../../../web/app/shell/address.js';

describe('the address', () => {
  test.each(['', '#', '#nowhere', '#__proto__', '#constructor?x=1'])('%s leads to the first room', (hash) => {
    expect(parseAddress(hash).room).toBe('read');
  });

  test('holds any text and gives it back', () => {
    const text = 'A ? & = # % + "quote"\nüñ 🙃';
    const written = writeAddress({ room: 'read', state: new URLSearchParams({ text }) });
    expect(parseAddress(written)).toMatchObject({ room: 'read' });
    expect(parseAddress(written).state.get('text')).toBe(text);
  });

  test('names a room alone where there is no state', () => {
    expect(writeAddress({ room: 'shrink', state: new URLSearchParams() })).toBe('#shrink');
  });
});

test('the language is the first of the visitor’s that there is', () => {
  expect(preferredLanguage(['de-DE', 'zh-Hans-CN', 'en'])).toBe('zh-CN');
  expect(preferredLanguage(['en-GB', 'zh'])).toBe('en');
  expect(preferredLanguage(['fr'])).toBe('en');
  expect(preferredLanguage([])).toBe('en');
});
