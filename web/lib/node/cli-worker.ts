/** A thread of the command: judges what it is sent. */
import { serveThread } from '../cli/thread.js';

await serveThread();
