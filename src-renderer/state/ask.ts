import type { Result } from '../../src-main/contract/result.ts';
import { notify } from './store.ts';

/** Waits for a request; a failure is shown until dismissed (a cancelled one is not news). `undefined` then. */
export async function ask<T>(request: Promise<Result<T>>): Promise<T | undefined> {
  const result = await request;
  if (result.ok) return result.value;
  if (result.error.code !== 'cancelled') notify('error', result.error);
  return undefined;
}
