// The service worker: one model for all pages. The browser ends it when nobody types, and starts it with the next text.
import { createAnalyzer } from './sentibyte/nano.js';

let loading;

chrome.runtime.onMessage.addListener((text, _sender, answer) => {
  if (typeof text !== 'string') return false;
  loading ??= createAnalyzer();
  loading.then(
    (analyzer) => answer(analyzer.analyze(text)),
    (error) => {
      loading = undefined;
      answer({ error: error.message });
    },
  );
  return true; // the answer comes later
});
