import { describe, expect, test } from '@jest/globals';
import {
  AS_DELIVERED,
  COLOURS,
  type EmbedSettings,
  LENGTHS,
  readSettings,
  writeSettings,
} from '../../../../web/app/rooms/embed/settings.js';
import { STYLE } from '../../../../web/lib/element/style.js';

const chosen: EmbedSettings = {
  environment: 'vue',
  model: 'nano',
  look: {
    colours: { ...AS_DELIVERED.colours, negative: '#aa0011' },
    lengths: { height: 1.5, radius: 0 },
    hasLabel: false,
  },
};

test('as delivered is what the element’s own style says', () => {
  for (const name of COLOURS) {
    expect(STYLE).toContain(`var(--sentiment-${name}, ${AS_DELIVERED.colours[name]})`);
  }
  for (const name of LENGTHS) {
    expect(STYLE).toContain(`var(--sentiment-${name}, ${AS_DELIVERED.lengths[name]}em)`);
  }
});

describe('the address', () => {
  test('keeps every choice', () => {
    expect(readSettings(writeSettings(chosen))).toEqual(chosen);
  });

  test('is empty where nothing was chosen', () => {
    expect(writeSettings(readSettings(new URLSearchParams())).toString()).toBe('');
  });

  test.each([
    'in=__proto__&model=large&label=perhaps',
    'negative=red&neutral=%23ff00ff&positive=12345',
    'height=1e9&radius=-1',
    'height=NaN&radius=',
    'negative=url(https://example.org)',
  ])('is as delivered where it says what cannot be: %s', (address) => {
    const settings = readSettings(new URLSearchParams(address));
    // An empty length is zero, which corners may be.
    const lengths = { ...AS_DELIVERED.lengths, ...(address.endsWith('radius=') ? { radius: 0 } : {}) };
    expect(settings).toEqual({ environment: 'element', model: 'auto', look: { ...AS_DELIVERED, lengths } });
  });
});
