import { element } from './dom.js';

/** A choice with its name above it. */
export function choice<Value extends string>(
  name: string,
  options: readonly (readonly [Value, string])[],
  chosen: string,
  change: (value: Value) => void,
): HTMLElement {
  const select = element('select', { 'aria-label': name });
  for (const [value, text] of options) select.append(element('option', { value }, text));
  select.value = chosen;
  select.addEventListener('change', () => {
    const found = options.find(([value]) => value === select.value);
    if (found) change(found[0]);
  });
  return element('label', { class: 'choice' }, element('span', { 'aria-hidden': 'true' }, name), select);
}
