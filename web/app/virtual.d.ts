// Made by vite.config.ts while the page is built.

declare module 'virtual:blobs' {
  /** Every blob of models/, with the address that it has in the built page. */
  export const blobs: readonly import('./engine/shipped.js').Blob[];
}

declare module '*.css' {}
