/**
 * Requests, cancellation and events over one two-way port (a child process, a WebSocket, Electron's IPC).
 * Both ends check every message against the contract; a value that doesn't fit never reaches a handler or a page.
 */
import * as z from 'zod';
import { lookUp, makeClient } from './channel.ts';
import { fail, failureOf, makeFailure, resultOf } from './result.ts';
const callId = z.int().min(0);
const call = z.strictObject({
  type: z.literal('call'),
  id: callId,
  channel: z.string().max(64),
  input: z.unknown(),
});
const cancel = z.strictObject({ type: z.literal('cancel'), id: callId });
const reply = z.strictObject({ type: z.literal('reply'), id: callId, result: z.unknown() });
const event = z.strictObject({ type: z.literal('event'), name: z.string().max(64), payload: z.unknown() });
/** From the caller to the server, and back. */
export const toServer = z.discriminatedUnion('type', [call, cancel]);
export const toCaller = z.discriminatedUnion('type', [reply, event]);
/** The first thing wrong with a value, as one line: `region.parts[0].x: too big`. */
export function explain(error) {
  const issue = error.issues[0];
  if (!issue) return 'invalid';
  const where = issue.path.map((p) => (typeof p === 'number' ? `[${p}]` : `.${String(p)}`)).join('');
  return `${where.replace(/^\./, '') || 'value'}: ${issue.message}`;
}
/** Checks a call's input; the failure names the channel and the first thing wrong. */
export function checkInput(table, channel, input) {
  const request = lookUp(table, channel);
  if (!request) return fail('wrong-use', `There is no request named ${channel}.`);
  const parsed = request.input.safeParse(input);
  if (!parsed.success) return fail('wrong-use', `${channel}: ${explain(parsed.error)}`);
  return { ok: true, value: parsed.data };
}
/** Checks a result on its way out or in; a value that doesn't fit becomes an internal failure. */
export function checkResult(table, channel, result) {
  const request = lookUp(table, channel);
  if (!request) return fail('wrong-use', `There is no request named ${channel}.`);
  const parsed = resultOf(request.output).safeParse(result);
  if (!parsed.success)
    return fail('internal', `${channel} answered outside the contract: ${explain(parsed.error)}`);
  return parsed.data;
}
/** Runs one request of a table: checks the input, calls the handler, checks the output. Never throws. */
export async function dispatch(table, handlers, channel, input, signal) {
  try {
    const checked = checkInput(table, channel, input); // inside: zod can overflow the stack on a huge wrong input
    if (!checked.ok) return checked;
    const [namespace, method] = channel.split('.');
    const handler = handlers[namespace][method];
    return checkResult(table, channel, { ok: true, value: await handler(checked.value, signal) });
  } catch (error) {
    return { ok: false, error: failureOf(error) };
  }
}
/** Serves a table on a port. Calls still running when the other end goes away are cancelled. */
export function serve(port, table, events, handlers) {
  const running = new Map();
  port.onMessage((raw) => {
    const parsed = toServer.safeParse(raw);
    if (!parsed.success) return; // not of this protocol: nothing to answer to
    const message = parsed.data;
    if (message.type === 'cancel') return running.get(message.id)?.abort();
    const controller = new AbortController();
    running.set(message.id, controller);
    void dispatch(table, handlers, message.channel, message.input, controller.signal).then((result) => {
      running.delete(message.id);
      port.post({ type: 'reply', id: message.id, result });
    });
  });
  port.onClose(() => running.forEach((controller) => controller.abort()));
  return {
    emit: (name, payload) => port.post({ type: 'event', name, payload: events[name].parse(payload) }),
  };
}
/** The caller's end of a port. When the port closes, every open call answers with `closed`. */
export function connect(
  port,
  table,
  events,
  closed = makeFailure('crashed', 'The other process ended.', 'Try again.'),
) {
  const open = new Map();
  const listeners = new Map();
  let next = 0;
  let gone = false;
  port.onMessage((raw) => {
    const parsed = toCaller.safeParse(raw);
    if (!parsed.success) return;
    const message = parsed.data;
    if (message.type === 'reply') {
      const entry = open.get(message.id);
      open.delete(message.id);
      entry?.answer(checkResult(table, entry.channel, message.result));
      return;
    }
    const schema = Object.hasOwn(events, message.name) ? events[message.name] : undefined;
    const payload = schema?.safeParse(message.payload);
    if (payload?.success) listeners.get(message.name)?.forEach((listener) => listener(payload.data));
  });
  port.onClose(() => {
    gone = true;
    open.forEach(({ answer }) => answer({ ok: false, error: closed }));
    open.clear();
  });
  const callChannel = (channel, input, signal) => {
    const checked = checkInput(table, channel, input);
    if (!checked.ok) return Promise.resolve(checked);
    if (gone) return Promise.resolve({ ok: false, error: closed });
    if (signal?.aborted) return Promise.resolve(fail('cancelled', 'Cancelled.'));
    return new Promise((resolve) => {
      const id = next++;
      const onAbort = () => port.post({ type: 'cancel', id });
      signal?.addEventListener('abort', onAbort, { once: true });
      open.set(id, {
        channel,
        answer: (result) => {
          signal?.removeEventListener('abort', onAbort);
          resolve(result);
        },
      });
      port.post({ type: 'call', id, channel, input });
    });
  };
  return {
    client: makeClient(table, callChannel),
    call: callChannel,
    on: (name, listener) => {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener));
      return () => void set.delete(listener);
    },
  };
}
