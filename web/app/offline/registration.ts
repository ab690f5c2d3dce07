import type { Message } from './edition.js';

/** What of the browser keeps a page; as `navigator.serviceWorker` has it. */
export type Keeper = Pick<ServiceWorkerContainer, 'controller' | 'register' | 'addEventListener'>;

/** What the page does around it. */
export interface KeepingEvents {
  /** A new edition of the page has arrived; `take` lets it take over, and opens it. */
  updated: (take: () => void) => void;
  reload: () => void;
  /** Addresses of what this visit has fetched so far. */
  fetched: () => string[];
}

/**
 * Has the page's service worker keep it on the device. Where the browser does not allow it, or has no room, the page goes on
 * as it is: it only needs its network then.
 */
export async function keepOnDevice(keeper: Keeper, address: string, events: KeepingEvents): Promise<void> {
  const { updated, reload, fetched } = events;
  const tellUsed = (): void => {
    send(keeper.controller, { kind: 'used', addresses: fetched() });
  };
  let isWanted = false;
  keeper.addEventListener('controllerchange', () => {
    if (isWanted) reload();
    else tellUsed();
  });
  const offer = (waiting: ServiceWorker): void => {
    updated(() => {
      isWanted = true;
      send(waiting, { kind: 'take-over' });
    });
  };
  try {
    const registration = await keeper.register(address);
    if (keeper.controller) tellUsed();
    if (registration.waiting && keeper.controller) offer(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => {
        // The first one has nobody to take over from.
        if (installing.state === 'installed' && keeper.controller) offer(installing);
      });
    });
  } catch {
    // Denied, or no room.
  }
}

function send(worker: ServiceWorker | null, message: Message): void {
  worker?.postMessage(message);
}
