/** An element of an SVG image as plain data: a page makes nodes of it, a command writes it down as text. */
export interface Drawing {
  readonly tag: keyof SVGElementTagNameMap;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Drawing | string)[];
}

/** A rectangle in the units of an image. */
export interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * Makes an element. Lengths keep one digit after the point, which is a tenth of a pixel.
 * @example
 * draw('circle', { cx: 10, cy: 20, r: 5 }, draw('title', {}, 'a point'));
 */
export function draw(
  tag: Drawing['tag'],
  attributes: Drawing['attributes'] = {},
  ...children: (Drawing | string)[]
): Drawing {
  const rounded = Object.entries(attributes).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'number' ? tenths(value) : value,
  ]);
  return { tag, attributes: Object.fromEntries(rounded), children };
}

/** One digit after the point. */
export function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Text as it stands in markup, also inside of quotes. */
export function escaped(text: string): string {
  return text.replace(/[<>&"]/g, (mark) => `&#${mark.codePointAt(0)!};`);
}

/** The text of an element; each child of the outermost has a line of its own. */
export function markup({ tag, attributes, children }: Drawing, between = '\n'): string {
  const named = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : markup(child, '')));
  const content = inner.length === 0 ? [''] : [between, inner.join(between), between];
  return `<${tag}${named.join('')}>${content.join('')}</${tag}>`;
}
