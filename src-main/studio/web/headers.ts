/** The headers that make a page ours alone: what it may load, and what others may do with it. */

/**
 * The page's content security policy. Styles need a nonce because the component library injects some; nothing
 * else may be inline. `connect`: origins besides its own that the page may talk to.
 */
export function pagePolicy(nonce: string, connect: readonly string[] = []): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' blob:`,
    `media-src 'self' blob:`,
    `font-src 'self'`,
    `connect-src ${["'self'", ...connect].join(' ')}`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `object-src 'none'`,
  ].join('; ');
}

/** For everything but the page: should a browser ever show it as a document, it can do nothing. */
const inertPolicy = `default-src 'none'; style-src 'unsafe-inline'; sandbox`;

/** On every response. The three cross-origin headers isolate the page, so that it may use shared memory. */
const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
};

export const pageHeaders = (policy: string): Record<string, string> => ({
  ...always,
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': policy,
  'cache-control': 'no-store',
});

/** `lasting`: the address names the content, so it never changes. */
export const fileHeaders = (type: string, lasting: boolean): Record<string, string> => ({
  ...always,
  'content-type': type,
  'content-security-policy': inertPolicy,
  'cache-control': lasting ? 'private, max-age=31536000, immutable' : 'no-store',
});

/** `attachment` under a name of the user's: any Unicode, quoted as RFC 6266 and RFC 8187 say. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
