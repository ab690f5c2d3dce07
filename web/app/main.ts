import './shell/page.css';
import { createWorkerAnalyzer } from '../lib/worker.js';
import { Reader } from './shared/reader.js';
import { VisitorText } from './shared/visitor-text.js';
import { Settings } from './shell/settings.js';
import { Shell } from './shell/shell.js';

/** The element of index.html with this id; the page and its script are built together, so it is there. */
function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html has no element with the id "${id}"`);
  return found;
}

const reader = new Reader((options) => createWorkerAnalyzer({ model: 'auto', ...options }));
// Every room but the last reads something; the model is the longest to come.
reader.start();

const text = new VisitorText(() => sessionStorage);
window.addEventListener('pagehide', () => {
  text.save();
});

new Shell(
  {
    header: byId('header'),
    main: byId('main'),
    footer: byId('footer'),
    skip: byId('skip'),
    spoken: byId('spoken'),
  },
  reader,
  text,
  new Settings(() => localStorage, navigator.languages),
).start();
