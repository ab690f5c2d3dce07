import type { Drawing } from '../../../../../evaluation/chart/drawing.js';
import { element, painted } from '../../../shared/dom.js';
import { drawForWidth } from '../../../shared/drawn-width.js';

/** Draws the picture for a width. */
type Draw = (width: number) => Drawing;

/** A picture that is drawn anew whenever its data or its width change; `says` stands for it where it is not seen. */
export class ChartFrame {
  readonly root = element('div', { class: 'files-chart', role: 'img' });
  readonly end: () => void;
  #draw: Draw | undefined;

  constructor() {
    this.end = drawForWidth(this.root, (width) => {
      this.#paint(width);
    });
  }

  show(draw: Draw, says: string): void {
    this.#draw = draw;
    this.root.setAttribute('aria-label', says);
    this.#paint(this.root.clientWidth);
  }

  #paint(width: number): void {
    if (width > 0 && this.#draw) this.root.replaceChildren(painted(this.#draw(width)));
  }
}
