import './shrink.css';
import type { Mount } from '../../shared/room.js';
import { Compare } from './compare.js';

/** What quantization costs and gains, side by side. */
export const mount: Mount = (root, context) => {
  const compare = new Compare(root, context);
  return () => {
    compare.end();
  };
};
