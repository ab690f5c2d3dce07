/** Where the package can be put, in the order in which the room shows them. */
export const ENVIRONMENTS = [
  'element',
  'plain',
  'react',
  'vue',
  'module',
  'worker',
  'bundler',
  'next',
  'node',
  'command',
  'deno',
  'workerd',
  'extension',
] as const;

export type Environment = (typeof ENVIRONMENTS)[number];
