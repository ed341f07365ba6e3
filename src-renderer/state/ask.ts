import type { Result } from '../../src-main/contract/result.ts';
import { newestNotice, notify, outlive } from './store.ts';

/** Waits for a request; a failure is shown until dismissed (a cancelled one is not news). `undefined` then. */
export async function ask<T>(request: Promise<Result<T>>): Promise<T | undefined> {
  const result = await request;
  if (result.ok) return result.value;
  if (result.error.code !== 'cancelled') notify('error', result.error);
  return undefined;
}

/** Like `ask`, for what a person does: once it succeeds, what was noticed before it has had its time. */
export async function act<T>(request: Promise<Result<T>>): Promise<T | undefined> {
  const before = newestNotice();
  const value = await ask(request);
  if (value !== undefined) outlive(before);
  return value;
}
