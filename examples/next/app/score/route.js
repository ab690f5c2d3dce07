// A route handler: POST a text, and its score comes back.
import { createAnalyzer } from 'sentibyte';

let loading;

export async function POST(request) {
  const analyzer = await (loading ??= createAnalyzer());
  return Response.json(analyzer.analyze(await request.text()));
}
