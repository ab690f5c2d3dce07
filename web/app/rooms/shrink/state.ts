import { KERNELS, PRECISIONS } from '../../../lib/variants.js';
import { shippedBlob } from '../../shared/blobs.js';
import type { Choice } from './engine/protocol.js';

/** A choice as the address keeps it: `small,int8,best`. */
export function writeChoice({ model, precision, kernels }: Choice): string {
  return [model, precision, kernels].join();
}

/** Reads what an address says; what it does not say, or says of what is not there, is as in `fallback`. */
export function readChoice(written: string | null, fallback: Choice): Choice {
  const [model = '', precisionName, kernelsName] = (written ?? '').split(',');
  const precision = PRECISIONS.find((known) => known === precisionName) ?? fallback.precision;
  const kernels = [...KERNELS, 'best' as const].find((known) => known === kernelsName) ?? fallback.kernels;
  return shippedBlob(model, precision) ? { model, precision, kernels } : fallback;
}

/** What the parts of the room keep in the address, side by side. */
export class RoomState {
  readonly #state: URLSearchParams;
  readonly #keep: (state: URLSearchParams) => void;

  constructor(state: URLSearchParams, keep: (state: URLSearchParams) => void) {
    this.#state = new URLSearchParams(state);
    this.#keep = keep;
  }

  get(name: string): string | null {
    return this.#state.get(name);
  }

  /** Writes what is given; what is undefined goes. */
  put(values: Readonly<Record<string, string | undefined>>): void {
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined) this.#state.delete(name);
      else this.#state.set(name, value);
    }
    this.#keep(this.#state);
  }
}
