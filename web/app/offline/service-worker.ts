/** The page's service worker: keeps its files on the device, so that it opens without a network. */
import type { Edition, Message } from './edition.js';
import { Shelf } from './shelf.js';

/** Put in place by the build. */
declare const EDITION: Edition;

// TypeScript's library knows pages and service workers, but not both in one program.
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Told extends Lasting {
  readonly data: Message;
}
interface Events {
  install: Lasting;
  activate: Lasting;
  fetch: Fetching;
  message: Told;
}
interface ServiceWorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener<Name extends keyof Events>(name: Name, heard: (event: Events[Name]) => void): void;
}

const scope = self as unknown as ServiceWorkerScope;
const shelf = new Shelf(
  { caches, fetch: (input, init) => fetch(input, init), scope: scope.registration.scope },
  EDITION,
);

scope.addEventListener('install', (event) => {
  event.waitUntil(shelf.fill());
});

scope.addEventListener('activate', (event) => {
  // The page that brought it is served from now on: rooms that it visits are kept.
  event.waitUntil(Promise.all([shelf.clear(), scope.clients.claim()]));
});

scope.addEventListener('fetch', (event) => {
  if (!shelf.knows(event.request)) return;
  event.respondWith(
    shelf.answer(event.request, (work) => {
      event.waitUntil(work);
    }),
  );
});

scope.addEventListener('message', (event) => {
  const { data } = event;
  event.waitUntil(data.kind === 'used' ? shelf.keep(data.addresses) : scope.skipWaiting());
});
