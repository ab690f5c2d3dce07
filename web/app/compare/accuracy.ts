import { results } from 'virtual:results';
import type { EngineFacts } from '../engine/protocol.js';
import * as format from '../format.js';
import { Figure, sides } from './figure.js';
import { callThem, capital, isSame } from './naming.js';
import type { Pair } from './naming.js';

interface Known {
  film: number;
  filmTexts: number;
  tweets: number | undefined;
  tweetTexts: number | undefined;
}

function known({ choice }: EngineFacts): Known | undefined {
  const result = results.find(({ model }) => model === choice.model);
  const { sst2_dev, tweeteval_dev } = result?.sets ?? {};
  const film = sst2_dev?.[choice.precision];
  if (!sst2_dev || !film) return undefined;
  return {
    film: film.accuracy,
    filmTexts: sst2_dev.texts,
    tweets: tweeteval_dev?.[choice.precision]?.recall,
    tweetTexts: tweeteval_dev?.texts,
  };
}

/** How often each column's model is right, from the project's evaluation: nothing that a page could measure. */
export class AccuracyFigure {
  readonly figure = new Figure('figure-accuracy', 'Right answers', '');

  show(pair: Pair): void {
    const figures = { left: known(pair.left), right: known(pair.right) };
    for (const side of sides) {
      const found = figures[side];
      if (!found) {
        this.figure.show(side, 'not evaluated');
        continue;
      }
      const tweets =
        found.tweets === undefined || found.tweetTexts === undefined
          ? ''
          : `; tweets, three classes: ${format.percent(found.tweets, 1)} of ${format.count(found.tweetTexts)}`;
      const note = `of ${format.count(found.filmTexts)} film sentences, two classes${tweets}`;
      this.figure.show(side, format.percent(found.film, 1), note, found.film);
    }
    this.figure.mean(this.#verdict(pair, figures));
  }

  #verdict(pair: Pair, { left, right }: Record<'left' | 'right', Known | undefined>): string {
    const origin =
      'Counted beforehand on texts that no model was trained on; the kernels make no difference to it.';
    if (!left || !right || isSame(pair)) return origin;
    const names = callThem(pair);
    const points = Math.abs(left.film - right.film) * 100;
    const better = left.film >= right.film ? names.left : names.right;
    const verdict =
      points < 0.05
        ? 'Both are right equally often.'
        : `${capital(better)} is right ${points.toFixed(1)} in a hundred more often.`;
    return `${verdict} ${origin}`;
  }
}
