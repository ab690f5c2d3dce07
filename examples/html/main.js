// `sentibyte/` is a copy of the package's `dist`, put on the server beside this page.
import { createAnalyzer } from './sentibyte/index.js';

const field = document.querySelector('textarea');
const score = document.querySelector('#score');
const analyzer = await createAnalyzer();
const show = () => (score.textContent = analyzer.analyze(field.value).score.toFixed(6));
field.addEventListener('input', show);
show();
