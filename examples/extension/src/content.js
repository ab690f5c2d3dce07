// In each page: what is typed into a field goes to the service worker, and what it says is shown beside the field.
const FIELDS = 'textarea, input:not([type]), input[type="text"], input[type="search"], [contenteditable]';

const host = document.createElement('sentibyte-badge');
const badge = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('output'));
badge.style.cssText =
  'position:fixed;z-index:2147483647;padding:2px 6px;border-radius:4px;font:12px system-ui;color:#fff;background:#333;pointer-events:none';

let newest = 0;

document.addEventListener('input', async ({ target }) => {
  const field = target instanceof Element ? target.closest(FIELDS) : null;
  if (!field) return;
  const call = ++newest;
  const sentiment = await chrome.runtime.sendMessage(field.value ?? field.textContent);
  if (call !== newest || sentiment.error) return; // what was typed since made this answer worthless
  const { left, bottom } = field.getBoundingClientRect();
  badge.style.left = `${left}px`;
  badge.style.top = `${bottom + 2}px`;
  badge.value = sentiment.score.toFixed(2);
  badge.title = sentiment.label;
  document.documentElement.append(host);
});

document.addEventListener('focusout', () => {
  newest += 1;
  host.remove();
});
