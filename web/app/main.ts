import './shell/page.css';
import { createWorkerAnalyzer } from '../lib/worker.js';
import { keepOnDevice } from './offline/registration.js';
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

const shell = new Shell(
  {
    header: byId('header'),
    main: byId('main'),
    footer: byId('footer'),
    skip: byId('skip'),
    spoken: byId('spoken'),
    notices: byId('notices'),
  },
  reader,
  text,
  new Settings(() => localStorage, navigator.languages),
);
shell.start();

// Once all that the first room needs has come, or has failed to: what is kept then comes out of the browser's own cache.
const unwatch = reader.watch(() => {
  const { model, failure } = reader.state;
  if (model !== 'small' && failure === undefined) return;
  unwatch();
  // Absent where the page is not served securely.
  const keeper = (navigator as Partial<Navigator>).serviceWorker;
  if (!keeper) return;
  void keepOnDevice(keeper, './sw.js', {
    updated: (take) => {
      shell.offerUpdate(take);
    },
    reload: () => {
      location.reload();
    },
    fetched: () => performance.getEntriesByType('resource').map(({ name }) => name),
  });
});
