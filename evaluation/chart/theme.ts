/** Colours by name; `light` and `dark` follow the reader's scheme. */
export type Palette = Readonly<Record<string, readonly [light: string, dark: string]>>;

const BASE: Palette = {
  paper: ['#ffffff', '#14171c'],
  ink: ['#1f2430', '#eceff4'],
  soft: ['#5b6472', '#a3adba'],
  line: ['#e3e6ea', '#2b313a'],
};

function variables(palette: Palette, scheme: 0 | 1): string {
  return Object.entries(palette)
    .map(([name, colours]) => `--${name}: ${colours[scheme]};`)
    .join(' ');
}

/** The head of the style sheet of an image that stands alone: its colours and its letters. */
export function theme(more: Palette): string {
  const palette = { ...BASE, ...more };
  return `
  svg { ${variables(palette, 0)} }
  @media (prefers-color-scheme: dark) { svg { ${variables(palette, 1)} } }
  .paper { fill: var(--paper); }
  text { font: 12px system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', Arial, sans-serif; fill: var(--ink); }
  .soft { fill: var(--soft); }`;
}
