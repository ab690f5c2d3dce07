import { MODEL_NAMES } from '../../../lib/types.js';
import { ENVIRONMENTS, type Environment } from './code/environments.js';

/** Which model the element loads: one of them, or `nano` first and `small` when it has arrived. */
export const MODELS = ['auto', ...MODEL_NAMES] as const;
export type EmbedModel = (typeof MODELS)[number];

/** The colours that the element takes from its page; a name is the end of its custom property. */
export const COLOURS = ['negative', 'neutral', 'positive'] as const;
export type Colour = (typeof COLOURS)[number];

/** The lengths that it takes, in em. */
export const LENGTHS = ['height', 'radius'] as const;
export type Length = (typeof LENGTHS)[number];

/** How the element looks. */
export interface Look {
  colours: Readonly<Record<Colour, string>>;
  lengths: Readonly<Record<Length, number>>;
  /** Whether the word beside the bar is shown. */
  hasLabel: boolean;
}

/** What a visitor has chosen in the room. */
export interface EmbedSettings {
  environment: Environment;
  model: EmbedModel;
  look: Look;
}

/** The element as it comes; `element/style.ts` of the library says the same. */
export const AS_DELIVERED: Look = {
  colours: { negative: '#c2410c', neutral: '#6b7280', positive: '#15803d' },
  lengths: { height: 0.5, radius: 0.25 },
  hasLabel: true,
};

/** How far each length may go. */
export const REACH: Readonly<Record<Length, { least: number; most: number; step: number }>> = {
  height: { least: 0.25, most: 2, step: 0.125 },
  radius: { least: 0, most: 1, step: 0.125 },
};

/** Reads what an address says; what it does not say, or says wrong, is as delivered. */
export function readSettings(state: URLSearchParams): EmbedSettings {
  const colour = (name: Colour): string => {
    const written = state.get(name) ?? '';
    return /^[\da-f]{6}$/i.test(written) ? `#${written.toLowerCase()}` : AS_DELIVERED.colours[name];
  };
  const length = (name: Length): number => {
    const { least, most } = REACH[name];
    const written = Number(state.get(name) ?? NaN);
    return written >= least && written <= most ? written : AS_DELIVERED.lengths[name];
  };
  return {
    environment: ENVIRONMENTS.find((known) => known === state.get('in')) ?? ENVIRONMENTS[0],
    model: MODELS.find((known) => known === state.get('model')) ?? MODELS[0],
    look: {
      colours: { negative: colour('negative'), neutral: colour('neutral'), positive: colour('positive') },
      lengths: { height: length('height'), radius: length('radius') },
      hasLabel: state.get('label') !== 'no',
    },
  };
}

/** Writes what `readSettings` reads: only what is not as delivered, so that an untouched room has a short address. */
export function writeSettings({ environment, model, look }: EmbedSettings): URLSearchParams {
  const state = new URLSearchParams();
  if (environment !== ENVIRONMENTS[0]) state.set('in', environment);
  if (model !== MODELS[0]) state.set('model', model);
  for (const { name, value } of changedColours(look)) state.set(name, value.slice(1));
  for (const { name, value } of changedLengths(look)) state.set(name, String(value));
  if (!look.hasLabel) state.set('label', 'no');
  return state;
}

/** The colours that are not as delivered. */
export function changedColours({ colours }: Look): { name: Colour; value: string }[] {
  return COLOURS.map((name) => ({ name, value: colours[name] })).filter(
    ({ name, value }) => value !== AS_DELIVERED.colours[name],
  );
}

/** The lengths that are not as delivered. */
export function changedLengths({ lengths }: Look): { name: Length; value: number }[] {
  return LENGTHS.map((name) => ({ name, value: lengths[name] })).filter(
    ({ name, value }) => value !== AS_DELIVERED.lengths[name],
  );
}
