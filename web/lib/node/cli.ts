#!/usr/bin/env node
import { main } from '../cli/main.js';

// Input that nobody reads any more, or a thread, must not keep the process alive.
process.exit(await main(process.argv.slice(2), process));
