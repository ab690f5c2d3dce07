// deno run --allow-read main.js "a text": it reads the model and the engine, and needs no other permission.
import { createAnalyzer } from 'sentibyte';

const analyzer = await createAnalyzer();
console.log(analyzer.analyze(Deno.args.join(' ')).score.toFixed(6));
analyzer.dispose();
