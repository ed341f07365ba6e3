/** Tasks that misbehave, for the host of the fault tests only. */
import * as z from 'zod';
import { task } from '../../../src-main/contract/index.ts';

const nothing = z.strictObject({});
const pid = z.strictObject({ pid: z.int() });

/** Answers at once. */
export const echo = task('test.echo', nothing, pid);
/** Holds the main thread in one synchronous call, as ONNX Runtime does; first writes its pid to `mark`. */
export const block = task('test.block', z.strictObject({ ms: z.int(), mark: z.string().optional() }), pid);
/** Works in small steps and can be stopped. */
export const steps = task('test.steps', z.strictObject({ steps: z.int() }), pid);
/** Says that it has begun, lets messages in, and never looks at its signal. */
export const deaf = task('test.deaf', nothing, pid);
/** In the place of the look at a file, which may run beside another task: appends a line to `log`, waits until `go` exists, then answers. */
export const look = task('codecs.probe', z.strictObject({ log: z.string(), go: z.string() }), pid);
/** In the place of writing a picture, which may not. */
export const encode = task('codecs.encodeImage', nothing, pid);
export const die = task(
  'test.die',
  z.strictObject({ how: z.enum(['exit', 'abort', 'heap', 'throw']) }),
  nothing,
);
/** A graph of `count` products of square matrices; it can't be stopped from within. */
export const matmuls = task('test.matmuls', z.strictObject({ count: z.int(), size: z.int() }), pid);
/** A graph whose output takes `size` bytes. */
export const huge = task('test.huge', z.strictObject({ size: z.int() }), pid);
/** Holds a session of so many bytes, as far as the pool knows. */
export const hold = task('test.hold', z.strictObject({ name: z.string(), bytes: z.int() }), pid);
export const refuse = task('test.refuse', nothing, nothing);
/** Answers with something that it has not declared. */
export const lie = task('test.lie', nothing, pid);
