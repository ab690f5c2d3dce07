import type { QuantizeOptions } from '../../../../lib/quantizer.js';

/** What each setting may be, its default first. Percents of pruning are words like the others. */
export const CHOICES = {
  scheme: ['symmetric', 'asymmetric', 'power-of-two'],
  granularity: ['channel', 'tensor', 'global'],
  range: ['auto', 'minmax', 'percentile', 'mse'],
  rounding: ['nearest', 'floor', 'signed-magnitude'],
  prune: ['0', '10', '30', '50', '70', '90'],
} as const;

export type Choices = typeof CHOICES;
export type ChoiceName = keyof Choices;
export const CHOICE_NAMES = Object.keys(CHOICES) as ChoiceName[];

export const FEWEST_BITS = 2;
export const MOST_BITS = 8;

/** How the laboratory quantizes. */
export type Setting = { bits: number } & { [Name in ChoiceName]: Choices[Name][number] };

/** What an address or a control says of one choice; anything unknown is the default. */
export function choiceOf<Name extends ChoiceName>(name: Name, written: string | null): Choices[Name][number] {
  const known: readonly Choices[Name][number][] = CHOICES[name];
  return known.find((choice) => choice === written) ?? known[0]!;
}

/** What an address says, `#shrink?bits=3&scheme=asymmetric`; what it does not say, or says wrong, is the default. */
export function readSetting(written: (name: string) => string | null): Setting {
  const bits = written('bits') ?? '';
  return {
    bits: /^[2-8]$/.test(bits) ? Number(bits) : MOST_BITS,
    scheme: choiceOf('scheme', written('scheme')),
    granularity: choiceOf('granularity', written('granularity')),
    range: choiceOf('range', written('range')),
    rounding: choiceOf('rounding', written('rounding')),
    prune: choiceOf('prune', written('prune')),
  };
}

/** What `readSetting` reads; the default of a choice is not written. */
export function writeSetting(setting: Setting): Record<string, string | undefined> {
  const choices = CHOICE_NAMES.map((name): [string, string | undefined] => [
    name,
    setting[name] === CHOICES[name][0] ? undefined : setting[name],
  ]);
  return { bits: String(setting.bits), ...Object.fromEntries(choices) };
}

/** The quantizer's options. Pruned tensor by tensor: one threshold for the whole model would silence the small score head. */
export function toOptions({ prune, ...rest }: Setting): QuantizeOptions {
  return prune === '0' ? rest : { ...rest, prune: Number(prune) / 100, pruneScope: 'tensor' };
}
