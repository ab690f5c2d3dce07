import type { Engine } from '../../web/lib/engine/index.js';

export function fingerprint(engine: Engine): string;
