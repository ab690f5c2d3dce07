import { CHOICE_NAMES, CHOICES, type ChoiceName, type Setting } from './setting.js';
import type { SharedWords } from '../../../shared/words/index.js';
import type { LaboratoryWords } from './words/index.js';

/** The words of this room, and those that all share. */
export interface Tongue {
  words: LaboratoryWords;
  shared: SharedWords;
}

/** What one choice is called. */
export function choiceName(name: ChoiceName, value: string, { words, shared }: Tongue): string {
  if (name === 'kernels') {
    const kernels: Readonly<Record<string, string>> = { best: words.fastest, ...shared.kernels };
    return kernels[value]!;
  }
  const said: Readonly<Record<string, string>> = words[name];
  return said[value]!;
}

/** What of a setting is not as usual, beside its bits, in a few words each. */
export function unusual(setting: Setting, tongue: Tongue): string[] {
  if (setting.trained) return [];
  const { named } = tongue.words;
  return [
    ...(setting.prune > 0 ? [named.prune(String(setting.prune))] : []),
    ...(setting.neurons > 0 ? [named.neurons(String(setting.neurons))] : []),
    ...CHOICE_NAMES.filter((name) => name !== 'kernels' && setting[name] !== CHOICES[name][0]).map((name) =>
      choiceName(name, setting[name], tongue),
    ),
  ];
}

/** A model and its setting in a few words; the first model needs no name. */
export function settingName(model: string, setting: Setting, tongue: Tongue): string {
  const { words } = tongue;
  const width = setting.trained ? words.trained : words.quantized(String(setting.bits));
  return [...(model === 'nano' ? [] : [model]), width, ...unusual(setting, tongue)].join(', ');
}

/** How many bits the numbers of a made model have: those asked for, or those that its tensors were trained for. */
export function widthOf(setting: Setting, tensors: readonly { bits: number }[]): string {
  if (!setting.trained) return String(setting.bits);
  const widths = tensors.map(({ bits }) => bits);
  const [least, most] = [Math.min(...widths), Math.max(...widths)];
  return least === most ? String(least) : `${least}–${most}`;
}
