import type { Engine } from '../../web/lib/engine.js';

export function fingerprint(engine: Engine): string;
