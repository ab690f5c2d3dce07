import { SentibyteError } from '../../../../lib/index.js';
import { shippedBlob } from '../../../shared/blobs.js';

/** Fetches the float blob of a model, and tells how much has arrived. Rejects with the library's error. */
export async function fetchBlob(model: string, progress: (loaded: number) => void): Promise<Uint8Array> {
  try {
    const blob = shippedBlob(model, 'float');
    if (!blob) throw new Error(`This page was built without the float blob of "${model}".`);
    const address = new URL(blob.url, import.meta.url);
    const response = await fetch(address);
    if (!response.ok || !response.body) throw new Error(`${address.pathname}: ${response.status}`);
    const chunks: Uint8Array[] = [];
    let loaded = 0;
    for (const reader = response.body.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      progress((loaded += value.length));
    }
    const whole = new Uint8Array(loaded);
    let at = 0;
    for (const chunk of chunks) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    return whole;
  } catch (cause) {
    throw new SentibyteError('network', cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
