import type { Plugin } from 'vite';

/** The development server writes styles into the page and speaks over a socket; the built page does neither. */
export function developmentPolicy(): Plugin {
  return {
    name: 'sentibyte-development-policy',
    apply: (_, { command, isPreview }) => command === 'serve' && !isPreview,
    transformIndexHtml: (html) =>
      html
        .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
        .replace("connect-src 'self'", "connect-src 'self' ws:"),
  };
}
