/** Expected failures are values; exceptions are bugs. */
import * as z from 'zod';
/** What can go wrong in a way a person can act on. The CLI maps these to exit codes. */
export const failureCode = z.enum([
  'wrong-use', // the request itself is malformed or not possible here
  'needs-region', // the command needs to know where; nothing was pointed at
  'not-understood', // the planner could not read the sentence
  'bad-input', // the file or value given can't be used
  'needs-pack', // only a pack that isn't installed can do this
  'not-found',
  'locked', // another process has this project open
  'newer-format', // made by a newer Vitrail
  'damaged',
  'no-space',
  'no-permission',
  'too-large',
  'crashed', // the host that did the work ended unexpectedly
  'out-of-memory',
  'cancelled',
  'internal',
]);
/**
 * A failure for a person: `message` says what happened, `hint` what to do next.
 * `packs` names the packs (ids of `models/`) that could do the work.
 */
export const failure = z.strictObject({
  code: failureCode,
  message: z.string(),
  hint: z.string().optional(),
  packs: z.array(z.string()).optional(),
});
export const resultOf = (value) =>
  z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), error: failure }),
  ]);
export const ok = (value) => ({ ok: true, value });
export function fail(code, message, hint, packs) {
  return { ok: false, error: makeFailure(code, message, hint, packs) };
}
export function makeFailure(code, message, hint, packs) {
  return { code, message, ...(hint && { hint }), ...(packs?.length && { packs }) };
}
/** Carries a `Failure` through code that throws (inside one process); RPC edges turn it back into a value. */
export class StudioError extends Error {
  failure;
  constructor(code, message, hint, packs) {
    super(message);
    this.name = 'StudioError';
    this.failure = makeFailure(code, message, hint, packs);
  }
  static from(error) {
    return new StudioError(error.code, error.message, error.hint, error.packs);
  }
}
/** The failure an unknown thrown value stands for. */
export function failureOf(error) {
  if (error instanceof StudioError) return error.failure;
  if (error instanceof Error && error.name === 'AbortError') return makeFailure('cancelled', 'Cancelled.');
  const { code, path } = error ?? {};
  const text = error instanceof Error ? error.message : String(error);
  const named = typeof path === 'string' ? path : text;
  if (code === 'ENOSPC')
    return makeFailure('no-space', 'The disk is full.', 'Free some space, then try again. Nothing was lost.');
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return makeFailure(
      'no-permission',
      `Vitrail may not use ${named}.`,
      'Choose a place that you may write to.',
    );
  if (code === 'EIO')
    return makeFailure(
      'internal',
      'The disk could not be read or written.',
      'Check the disk, then try again.',
    );
  if (code === 'ENOENT') return makeFailure('not-found', `There is no ${named}.`, 'Check the name.');
  return makeFailure('internal', text);
}
/** The value of a result, or throws its failure. */
export function unwrap(result) {
  if (result.ok) return result.value;
  throw StudioError.from(result.error);
}
/** For the `default` of a switch over a closed union: a new case is a type error. */
export function missingCase(value) {
  throw new Error(`missing case: ${JSON.stringify(value)}`);
}
