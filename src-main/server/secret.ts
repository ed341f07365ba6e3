/** The secret of one run of the server, and what is proved with it. It is never in an argument, a cookie or a log. */
import { createHmac, randomBytes, timingSafeEqual, createHash } from 'node:crypto';

/** 256 random bits as base64url. */
export const makeSecret = (): string => randomBytes(32).toString('base64url');

/** Compares in a time that doesn't depend on the texts: their digests have one length. */
export function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** The key of a media address: hex HMAC-SHA256 of `media:<hash>`, or of `media:<hash>:<name>` for a download. */
export function mediaKey(secret: string, hash: string, name?: string): string {
  return createHmac('sha256', secret)
    .update(name === undefined ? `media:${hash}` : `media:${hash}:${name}`)
    .digest('hex');
}

/** Whether an address `/media/<hash>?k=…[&name=…]` was made by someone who knows the secret. */
export function opensMedia(secret: string, hash: string, query: URLSearchParams): boolean {
  const key = query.get('k');
  return key !== null && same(key, mediaKey(secret, hash, query.get('name') ?? undefined));
}
