import type { Drawing } from '../../../../../evaluation/chart/drawing.js';
import { element, painted } from '../../../shared/dom.js';

/** Draws the picture for a width. */
type Draw = (width: number) => Drawing;

/** A picture that is drawn anew whenever its data or its width change; `says` stands for it where it is not seen. */
export class ChartFrame {
  readonly root = element('div', { class: 'files-chart', role: 'img' });
  readonly #observer: ResizeObserver;
  #draw: Draw | undefined;

  constructor() {
    this.#observer = new ResizeObserver(() => {
      this.#paint();
    });
    this.#observer.observe(this.root);
  }

  show(draw: Draw, says: string): void {
    this.#draw = draw;
    this.root.setAttribute('aria-label', says);
    this.#paint();
  }

  end(): void {
    this.#observer.disconnect();
  }

  #paint(): void {
    const width = this.root.clientWidth;
    if (width > 0 && this.#draw) this.root.replaceChildren(painted(this.#draw(width)));
  }
}
