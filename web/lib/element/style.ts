/**
 * How a meter looks. What it says it says by its label and by the place and length of its bar; colours come on top.
 * Constructed, as a strict policy forbids styles in the page.
 */
export const STYLE = `
:host { display: inline-block; vertical-align: middle; min-inline-size: 12em; font-size: 0.875em; }
:host([hidden]) { display: none; }
[part=meter] { display: flex; align-items: center; gap: 0.5em; }
[part=meter][hidden] { display: none; }
[part=track] {
  position: relative; flex: 1; block-size: var(--sentiment-height, 0.5em); overflow: hidden;
  border: 1px solid var(--sentiment-border, currentColor); border-radius: var(--sentiment-radius, 0.25em);
  background: var(--sentiment-track, transparent);
}
[part=track]::after {
  content: ''; position: absolute; inset-block: 0; inset-inline-start: calc(50% - 0.5px); inline-size: 1px;
  background: var(--sentiment-border, currentColor);
}
[part=bar] {
  position: absolute; inset-block: 0; inset-inline-start: calc(50% + 50% * min(0, var(--score, 0)));
  inline-size: calc(50% * max(var(--score, 0), -1 * var(--score, 0)));
  background: var(--sentiment-neutral, #6b7280);
}
[data-label=negative] [part=bar] { background: var(--sentiment-negative, #c2410c); }
[data-label=positive] [part=bar] { background: var(--sentiment-positive, #15803d); }
[part=label] { min-inline-size: 5em; }
@media (prefers-reduced-motion: no-preference) {
  [part=bar] { transition: inset-inline-start 120ms, inline-size 120ms; }
}
@media (forced-colors: active) {
  [part=track] { border-color: CanvasText; background: Canvas; }
  [part=track]::after { background: CanvasText; }
  [part=meter] [part=bar] { forced-color-adjust: none; background: Highlight; }
}
`;
