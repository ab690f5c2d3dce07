/** What models/results/behaviour.json keeps: rates and figures, without a text. */
export function resultsOf({ behaviours, share, EVERYDAY }, results) {
  const figures = ({ sets, texts, changed, wrong, largestMove, meanMove }) => ({
    sets,
    texts,
    changed,
    wrong,
    largestMove,
    meanMove,
  });
  return {
    command: 'npm run behaviour -- --model small --model nano --peers --update docs/BEHAVIOUR.md --results',
    cases: results[0].cases,
    results: results.map((result) => ({
      name: result.name,
      rate: result.rate,
      worst: result.worst,
      kinds: result.kinds,
      everyday: share(result, behaviours, EVERYDAY),
      fairness: {
        ...figures(result.fairness),
        kinds: Object.fromEntries(
          Object.entries(result.fairness.kinds).map(([kind, own]) => [kind, figures(own)]),
        ),
      },
      behaviours: Object.fromEntries(result.behaviours.map(({ id, rate }) => [id, rate])),
    })),
  };
}
