/** What is kept in memory because it is likely to be wanted again: decoded pictures, and what systems make of them. */
import type { FileRef } from '../../contract/index.ts';
import { decodeImage, type DecodeOptions } from './decode.ts';
import type { Raster } from './raster.ts';

/** Keeps the most recently used values whose sizes together fit a budget (in the unit of `sizeOf`). */
export class Lru<V> {
  readonly #budget: number;
  readonly #sizeOf: (value: V) => number;
  readonly #values = new Map<string, V>(); // in order of use, oldest first
  #size = 0;

  constructor(budget: number, sizeOf: (value: V) => number) {
    this.#budget = budget;
    this.#sizeOf = sizeOf;
  }

  get size(): number {
    return this.#size;
  }

  get(key: string): V | undefined {
    const value = this.#values.get(key);
    if (value === undefined) return undefined;
    this.#values.delete(key);
    this.#values.set(key, value);
    return value;
  }

  /** A value larger than the whole budget is not kept. */
  set(key: string, value: V): void {
    this.delete(key);
    const size = this.#sizeOf(value);
    if (size > this.#budget) return;
    this.#values.set(key, value);
    this.#size += size;
    for (const oldest of this.#values.keys()) {
      if (this.#size <= this.#budget) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const value = this.#values.get(key);
    if (value === undefined) return;
    this.#values.delete(key);
    this.#size -= this.#sizeOf(value);
  }

  /** Forgets everything; answers with how many values that was. */
  clear(): number {
    const held = this.#values.size;
    this.#values.clear();
    this.#size = 0;
    return held;
  }
}

const freeable: { clear(): number }[] = [];

/** An `Lru` for the life of the process that `freeCaches` empties too. */
export function makeCache<V>(budget: number, sizeOf: (value: V) => number): Lru<V> {
  const cache = new Lru(budget, sizeOf);
  freeable.push(cache);
  return cache;
}

/** Forgets all that any cache of this process holds; answers with how many things. */
export const freeCaches = (): number => freeable.reduce((sum, cache) => sum + cache.clear(), 0);

/** Five photographs of 12 megapixels or one of 60, at 8 bits. */
const budget = 192 * 1024 * 1024;

const images = makeCache<Raster>(budget, (raster) => raster.data.byteLength);

/**
 * Reads a picture, or answers with the one in memory when a file with this key was read before.
 * Shared: never change its pixels.
 * @throws as `decodeImage`
 */
export async function cachedImage(file: FileRef, options: DecodeOptions = {}): Promise<Raster> {
  const known = file.key === undefined ? undefined : images.get(file.key);
  if (known) return known;
  const raster = await decodeImage(file.path, options);
  if (file.key !== undefined) images.set(file.key, raster);
  return raster;
}
