// WebKitGTK's MiniBrowser through its WebKitWebDriver, which speaks plain WebDriver over HTTP, on a display of its
// own (Xvfb): it has no headless mode.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { PATIENCE, findProgram, poll, standsStill, told } from './shared.mjs';

const BROWSERS = ['4.1', '6.0', '4.0'].map(
  (version) => `/usr/lib/x86_64-linux-gnu/webkit2gtk-${version}/MiniBrowser`,
);
// WebDriver's name of a reference to an element, and its code points of keys.
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const KEYS = {
  Enter: '\uE007',
  Tab: '\uE004',
  Escape: '\uE00C',
  Backspace: '\uE003',
  ArrowDown: '\uE015',
  ArrowUp: '\uE013',
};

export async function launchWebKit() {
  const binary = findProgram([process.env.WEBKIT ?? BROWSERS[0], ...BROWSERS], 'webkit2gtk-driver');
  const driverPath = findProgram(['WebKitWebDriver'], 'webkit2gtk-driver');
  const display = await startDisplay();
  const port = await freePort();
  const environment = { ...process.env, DISPLAY: display.name, LIBGL_ALWAYS_SOFTWARE: '1' };
  // Its sandbox needs user namespaces, which root in a container does not have.
  if (process.getuid?.() === 0) environment.WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS = '1';
  const driver = spawn(driverPath, [`--port=${port}`, '--host=127.0.0.1'], {
    env: environment,
    stdio: 'ignore',
  });
  const base = `http://127.0.0.1:${port}`;

  const stop = () => {
    driver.kill();
    display.stop();
  };
  try {
    await poll(
      () =>
        fetch(`${base}/status`).then(
          (r) => r.ok,
          () => false,
        ),
      { what: 'WebKitWebDriver' },
    );
    const { sessionId, capabilities } = await call(base, 'POST', '/session', {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': { binary, args: ['--automation'] },
          timeouts: { script: 120_000, pageLoad: PATIENCE },
        },
      },
    });
    const session = `${base}/session/${sessionId}`;
    const first = await call(session, 'GET', '/window');
    return {
      name: 'webkit',
      version: `${capabilities.browserName} ${capabilities.browserVersion}`,
      newPage: () => openWindow(session, first),
      async close() {
        await call(session, 'DELETE', '').catch(() => undefined);
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

// A window, not a tab: WebKitGTK takes no picture of a tab in the background. `first` is never closed, because new
// windows are asked for from within one that lives.
async function openWindow(session, first) {
  await call(session, 'POST', '/window', { handle: first });
  const { handle } = await call(session, 'POST', '/window/new', { type: 'window' });
  const ask = async (method, path, body) => {
    await call(session, 'POST', '/window', { handle });
    return call(session, method, path, body);
  };
  const find = async (selector) =>
    (await ask('POST', '/element', { using: 'css selector', value: selector }))[ELEMENT];
  const evaluate = async (body, ...args) => {
    const { value, error } = await ask('POST', '/execute/async', {
      script: `const done = arguments[0];
        Promise.resolve().then(() => (${body})(...${JSON.stringify(args)}))
          .then((value) => done({ value }), (error) => done({ error: String(error) + ' ' + (error?.stack ?? '') }));`,
      args: [],
    });
    if (error !== undefined && error !== null) throw new Error(error);
    return value;
  };
  const waitFor = (body, ...args) => poll(() => evaluate(body, ...args), { what: told(body, args) });
  return {
    native: undefined,
    goto: (url) => ask('POST', '/url', { url }),
    evaluate,
    waitFor,
    async click(selector) {
      await waitFor(standsStill, selector);
      await ask('POST', `/element/${await find(selector)}/click`, {});
    },
    type: async (selector, text) => ask('POST', `/element/${await find(selector)}/value`, { text }),
    press: (key) =>
      ask('POST', '/actions', {
        actions: [
          {
            type: 'key',
            id: 'keyboard',
            actions: ['keyDown', 'keyUp'].map((type) => ({ type, value: KEYS[key] ?? key })),
          },
        ],
      }),
    setSize: (width, height) => ask('POST', '/window/rect', { width, height }),
    async screenshot(path) {
      const bytes = Buffer.from(await ask('GET', '/screenshot'), 'base64');
      if (path) writeFileSync(path, bytes);
      return bytes;
    },
    close: () => ask('DELETE', '/window'),
  };
}

async function call(base, method, path, body) {
  const response = await fetch(base + path, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`WebDriver ${path}: ${value?.error} ${value?.message}`);
  return value;
}

/** Xvfb picks the number of its display and writes it to the descriptor it is given. */
async function startDisplay() {
  const program = findProgram(['Xvfb'], 'xvfb');
  const server = spawn(program, ['-displayfd', '3', '-screen', '0', '1600x1400x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    let text = '';
    server.stdio[3].on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.trim());
    });
    server.on('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
  return { name: `:${number}`, stop: () => server.kill() };
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
