import { expect, test } from '@jest/globals';
import { createAnalyzer } from '../../../web/lib/node/nano.js';

const anything = createAnalyzer as (options: unknown) => Promise<unknown>;

test.each([[null], ['nano'], [7], [{ modle: 'nano' }]])(
  '%j is no set of options, with nano either',
  async (options) => {
    await expect(anything(options)).rejects.toMatchObject({ name: 'SentibyteError', code: 'input' });
  },
);
