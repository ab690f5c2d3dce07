import { expect, jest, test } from '@jest/globals';
import { type Keeper, keepOnDevice } from '../../../../web/app/offline/registration.js';

/** A service worker as the page sees it. */
class Worker extends EventTarget {
  state = 'installing';
  readonly told: unknown[] = [];
  postMessage(message: unknown): void {
    this.told.push(message);
  }
  come(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

class Registration extends EventTarget {
  waiting: Worker | null = null;
  installing: Worker | null = null;
}

class FakeKeeper extends EventTarget {
  controller: Worker | null = null;
  readonly registration = new Registration();
  refusal: Error | undefined;
  register(): Promise<Registration> {
    return this.refusal ? Promise.reject(this.refusal) : Promise.resolve(this.registration);
  }
}

const fetched = (): string[] => ['https://example.org/a.js'];
const used = { kind: 'used', addresses: fetched() };

async function start(
  keeper: FakeKeeper,
): Promise<{ take: () => (() => void) | undefined; reload: jest.Mock }> {
  let offered: (() => void) | undefined;
  const reload = jest.fn();
  await keepOnDevice(keeper as unknown as Keeper, './sw.js', {
    updated: (take) => {
      offered = take;
    },
    reload,
    fetched,
  });
  return { take: () => offered, reload };
}

test('the first worker hears what was fetched before it came, and nothing is offered', async () => {
  const keeper = new FakeKeeper();
  const first = new Worker();
  keeper.registration.installing = first;
  const { take, reload } = await start(keeper);
  keeper.registration.dispatchEvent(new Event('updatefound'));
  first.come('installed');
  keeper.controller = first;
  keeper.dispatchEvent(new Event('controllerchange'));
  expect(first.told).toEqual([used]);
  expect(take()).toBeUndefined();
  expect(reload).not.toHaveBeenCalled();
});

test('a newer one is offered, takes over when it is wanted, and then the page is opened anew', async () => {
  const keeper = new FakeKeeper();
  keeper.controller = new Worker();
  const { take, reload } = await start(keeper);
  const newer = new Worker();
  keeper.registration.installing = newer;
  keeper.registration.dispatchEvent(new Event('updatefound'));
  expect(take()).toBeUndefined();
  newer.come('installed');
  expect(newer.told).toEqual([]);
  take()?.();
  expect(newer.told).toEqual([{ kind: 'take-over' }]);
  keeper.dispatchEvent(new Event('controllerchange'));
  expect(reload).toHaveBeenCalledTimes(1);
});

test('one that has waited since the last visit is offered', async () => {
  const keeper = new FakeKeeper();
  keeper.controller = new Worker();
  keeper.registration.waiting = new Worker();
  const { take } = await start(keeper);
  expect(take()).toBeDefined();
});

test('another tab that took the newer one reloads nothing here', async () => {
  const keeper = new FakeKeeper();
  keeper.controller = new Worker();
  const { reload } = await start(keeper);
  keeper.dispatchEvent(new Event('controllerchange'));
  expect(reload).not.toHaveBeenCalled();
});

test('a browser that refuses is let be', async () => {
  const keeper = new FakeKeeper();
  keeper.refusal = new DOMException('denied', 'SecurityError');
  await expect(start(keeper)).resolves.toBeDefined();
});
