/** How the contract's tables are written, and the types read off them. */
import type * as z from 'zod';
import type { Result } from './result.ts';

export interface Request<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  input: I;
  output: O;
}
export type RequestTable = Record<string, Record<string, Request>>;
export type EventTable = Record<string, z.ZodType>;

export const request = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Request<I, O> => ({
  input,
  output,
});

/** `project.open` for every namespace and method of a table. */
export type ChannelOf<T extends RequestTable> = {
  [N in keyof T & string]: `${N}.${keyof T[N] & string}`;
}[keyof T & string];

type Call<R extends Request> =
  Record<string, never> extends z.input<R['input']>
    ? (input?: z.input<R['input']>) => Promise<Result<z.output<R['output']>>>
    : (input: z.input<R['input']>) => Promise<Result<z.output<R['output']>>>;

/** The client's side of a table: one async method a request, answering with a `Result`. */
export type Client<T extends RequestTable> = {
  [N in keyof T]: { [M in keyof T[N]]: Call<T[N][M]> };
};

/** The server's side of a table: handlers may throw `StudioError`; anything else thrown is a bug. */
export type Handlers<T extends RequestTable> = {
  [N in keyof T]: {
    [M in keyof T[N]]: (
      input: z.output<T[N][M]['input']>,
      signal: AbortSignal,
    ) => Promise<z.input<T[N][M]['output']>> | z.input<T[N][M]['output']>;
  };
};

export type Payload<E extends EventTable, K extends keyof E> = z.output<E[K]>;

/** A table's client over anything that can carry a call. Plain functions only: the result crosses Electron's bridge. */
export function makeClient<T extends RequestTable>(
  table: T,
  call: (channel: ChannelOf<T>, input: unknown) => Promise<Result<unknown>>,
): Client<T> {
  const client: Record<string, Record<string, unknown>> = {};
  for (const channel of channels(table)) {
    const [namespace, method] = channel.split('.') as [string, string];
    (client[namespace] ??= {})[method] = (input: unknown = {}) => call(channel, input);
  }
  return client as Client<T>;
}

/** `project.open` → its request, or undefined for a channel that doesn't exist. */
export function lookUp(table: RequestTable, channel: string): Request | undefined {
  const [namespace, method, ...rest] = channel.split('.');
  if (!namespace || !method || rest.length || !Object.hasOwn(table, namespace)) return undefined;
  const methods = table[namespace]!;
  return Object.hasOwn(methods, method) ? methods[method] : undefined;
}

export function channels<T extends RequestTable>(table: T): ChannelOf<T>[] {
  return Object.entries(table).flatMap(([n, methods]) =>
    Object.keys(methods).map((m) => `${n}.${m}` as ChannelOf<T>),
  );
}
