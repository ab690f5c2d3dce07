/** What a column of the page measures on paper, in CSS pixels: A4, less the printer's margins and the page's own. */
const PAPER = 660;

/**
 * Calls `draw` with the width of `target`, now and whenever it changes. A printed page is laid out anew without asking
 * anybody: what was drawn for the screen would only be scaled, letters with it, so it is drawn for paper before.
 * Gives what ends that.
 */
export function drawForWidth(target: HTMLElement, draw: (width: number) => void): () => void {
  let drawn = 0;
  const drawAt = (width: number): void => {
    if (width === 0 || width === drawn) return;
    drawn = width;
    draw(width);
  };
  const forScreen = (): void => {
    drawAt(target.clientWidth);
  };
  const forPaper = (): void => {
    if (target.clientWidth > PAPER) drawAt(PAPER);
  };
  const observer = new ResizeObserver(forScreen);
  observer.observe(target);
  addEventListener('beforeprint', forPaper);
  addEventListener('afterprint', forScreen);
  return () => {
    observer.disconnect();
    removeEventListener('beforeprint', forPaper);
    removeEventListener('afterprint', forScreen);
  };
}
