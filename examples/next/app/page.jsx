// A server component: the text is scored while the page is made.
import { createAnalyzer } from 'sentibyte';
import { Meter } from './meter.jsx';

const TEXT = 'I expected little and loved every minute';
let loading;

export default async function Page() {
  const analyzer = await (loading ??= createAnalyzer());
  return (
    <main>
      <p>
        On the server: <output id="server">{analyzer.analyze(TEXT).score.toFixed(6)}</output>
      </p>
      <Meter start={TEXT} />
    </main>
  );
}
