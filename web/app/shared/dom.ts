import type { Drawing } from '../../../evaluation/chart/drawing.js';

/** Attributes by name. There is no way here to pass markup: text always stays text. */
export type Attributes = Readonly<Record<string, string | number>>;

function fill(target: Element, attributes: Attributes, children: readonly (Node | string)[]): void {
  for (const [name, value] of Object.entries(attributes)) target.setAttribute(name, String(value));
  target.append(...children);
}

/** Makes an HTML element. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  fill(made, attributes, children);
  return made;
}

/** Makes an SVG element. */
export function drawing<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): SVGElementTagNameMap[Tag] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  fill(made, attributes, children);
  return made;
}

/** Makes nodes of an image that is given as data. */
export function painted({ tag, attributes, children }: Drawing): SVGElement {
  return drawing(
    tag,
    attributes,
    ...children.map((child) => (typeof child === 'string' ? child : painted(child))),
  );
}
