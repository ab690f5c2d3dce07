import type { QuantizeOptions } from '../../../../lib/quantizer.js';
import { KERNELS } from '../../../../lib/variants.js';

/** What each choice may be, its default first. */
export const CHOICES = {
  scheme: ['symmetric', 'asymmetric', 'power-of-two'],
  granularity: ['channel', 'tensor', 'global'],
  range: ['auto', 'minmax', 'percentile', 'mse'],
  rounding: ['nearest', 'floor', 'signed-magnitude'],
  kernels: ['best', ...KERNELS],
} as const;

/** What is set by a slider: least, most and step; `start` is the default. */
export const SLIDERS = {
  bits: { least: 2, most: 8, step: 1, start: 8 },
  /** In percent. */
  prune: { least: 0, most: 90, step: 5, start: 0 },
  neurons: { least: 0, most: 90, step: 5, start: 0 },
} as const;

type Choices = typeof CHOICES;
export type ChoiceName = keyof Choices;
export const CHOICE_NAMES = Object.keys(CHOICES) as ChoiceName[];
export type SliderName = keyof typeof SLIDERS;
export const SLIDER_NAMES = Object.keys(SLIDERS) as SliderName[];

/** How the laboratory makes a model, and with which kernels it is run. */
export type Setting = {
  /** The recipe of the shipped models, at the widths that they were trained for: nothing else of a setting matters then. */
  trained: boolean;
} & Record<SliderName, number> & { [Name in ChoiceName]: Choices[Name][number] };

/** What an address or a control says of one choice; anything unknown is the default. */
export function choiceOf<Name extends ChoiceName>(name: Name, written: string | null): Choices[Name][number] {
  const known: readonly Choices[Name][number][] = CHOICES[name];
  return known.find((choice) => choice === written) ?? known[0]!;
}

/** The same of one slider. */
export function sliderOf(name: SliderName, written: string | null): number {
  const { least, most, step, start } = SLIDERS[name];
  const value = /^\d+$/.test(written ?? '') ? Number(written) : NaN;
  return value >= least && value <= most && (value - least) % step === 0 ? value : start;
}

/** What an address says, `#shrink?bits=3&scheme=asymmetric`; what it does not say, or says wrong, is the default. */
export function readSetting(written: (name: string) => string | null): Setting {
  const choice = <Name extends ChoiceName>(name: Name): Choices[Name][number] =>
    choiceOf(name, written(name));
  const slider = (name: SliderName): number => sliderOf(name, written(name));
  return {
    trained: written('trained') === 'yes',
    bits: slider('bits'),
    prune: slider('prune'),
    neurons: slider('neurons'),
    scheme: choice('scheme'),
    granularity: choice('granularity'),
    range: choice('range'),
    rounding: choice('rounding'),
    kernels: choice('kernels'),
  };
}

/** What `readSetting` reads; defaults are not written, but for the bits. */
export function writeSetting(setting: Setting): Record<string, string | undefined> {
  const sliders = SLIDER_NAMES.map((name): [string, string | undefined] => [
    name,
    name !== 'bits' && setting[name] === SLIDERS[name].start ? undefined : String(setting[name]),
  ]);
  const choices = CHOICE_NAMES.map((name): [string, string | undefined] => [
    name,
    setting[name] === CHOICES[name][0] ? undefined : setting[name],
  ]);
  return { ...Object.fromEntries([...sliders, ...choices]), trained: setting.trained ? 'yes' : undefined };
}

/** The quantizer's options. */
export function toOptions(setting: Setting): QuantizeOptions {
  if (setting.trained) return {};
  const { bits, scheme, granularity, range, rounding, prune, neurons } = setting;
  return {
    ...{ bits, scheme, granularity, range, rounding },
    ...(prune > 0 ? { prune: prune / 100 } : {}),
    ...(neurons > 0 ? { pruneNeurons: neurons / 100 } : {}),
  };
}

/** Whether two settings make the same model and run it alike. */
export function isSame(a: Setting, b: Setting): boolean {
  return JSON.stringify([toOptions(a), a.kernels]) === JSON.stringify([toOptions(b), b.kernels]);
}
