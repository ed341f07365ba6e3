/** The browser shell's media addresses: a hash and a keyed hash of it, so that the address alone opens it and nothing else does. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Hex HMAC-SHA256 with the secret's UTF-8 bytes as key. */
export const sign = (secret: string, text: string): string =>
  bytesToHex(hmac(sha256, utf8ToBytes(secret), utf8ToBytes(text)));

/**
 * `/media/<hash>?k=<HMAC of "media:<hash>">`, or for a download under a name
 * `/media/<hash>?k=<HMAC of "media:<hash>:<name>">&name=<name>`.
 */
export function signedMediaUrl(secret: string, hash: string, download?: string): string {
  if (download === undefined) return `/media/${hash}?k=${sign(secret, `media:${hash}`)}`;
  const key = sign(secret, `media:${hash}:${download}`);
  return `/media/${hash}?k=${key}&name=${encodeURIComponent(download)}`;
}
