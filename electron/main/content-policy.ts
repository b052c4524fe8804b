/** What stands in the built page where each load gets a nonce of its own; the build puts it there. */
export const noncePlaceholder = 'ROLLOUT-CSP-NONCE'

/**
 * What the page may load and do: its own files and nothing else. Styles that the interface kit writes into the page
 * carry the nonce of this load; pictures of charts are data and blob addresses.
 */
export const contentPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "worker-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** Looser, for the development server alone: it writes scripts and styles into the page and speaks over a socket. */
export const developmentPolicy = (origin: string): string =>
  [
    "default-src 'none'",
    `script-src ${origin} 'unsafe-inline'`,
    `style-src ${origin} 'unsafe-inline'`,
    `worker-src ${origin} blob:`,
    `img-src ${origin} data: blob:`,
    `font-src ${origin} data:`,
    `connect-src ${origin} ${origin.replace(/^http/, 'ws')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
