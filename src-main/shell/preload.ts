/**
 * The page's only door: `window.studio`, made from the contract. The one file that touches `ipcRenderer`; it runs in
 * Chromium's sandbox, in a world of its own that the page cannot reach.
 */
import './jitless.ts';
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import {
  answerTooLarge,
  checkInput,
  checkResult,
  eventTooLarge,
  fail,
  failureOf,
  makeClient,
  pageRequests,
  studioEvents,
  type PageFile,
  type Result,
  type Studio,
} from '../contract/index.ts';
import { caps, eventMessage, exceeds, wire, type GivenFile } from './wire.ts';

const tooLarge = fail('too-large', 'That is more than the studio takes at once.', 'Try with less.');

async function call(channel: string, input: unknown): Promise<Result<unknown>> {
  if (exceeds(input, caps.call)) return tooLarge;
  try {
    const checked = checkInput(pageRequests, channel, input);
    if (!checked.ok) return checked;
    const answer: unknown = await ipcRenderer.invoke(wire.call, { channel, input: checked.value });
    return exceeds(answer, caps.reply) ? answerTooLarge : checkResult(pageRequests, channel, answer);
  } catch (error) {
    return { ok: false, error: failureOf(error) };
  }
}

const listeners = new Map<string, Set<(payload: never) => void>>();

ipcRenderer.on(wire.event, (_event, raw: unknown) => {
  const message = eventMessage.safeParse(
    exceeds(raw, caps.event + caps.call) ? { name: 'notice', payload: eventTooLarge } : raw,
  );
  if (!message.success || !Object.hasOwn(studioEvents, message.data.name)) return;
  const name = message.data.name as keyof typeof studioEvents;
  const payload = studioEvents[name].safeParse(message.data.payload);
  if (payload.success) listeners.get(name)?.forEach((listener) => listener(payload.data as never));
});

const on: Studio['on'] = (name, listener) => {
  if (!Object.hasOwn(studioEvents, name)) throw new TypeError(`There is no event named ${String(name)}.`);
  const set = listeners.get(name) ?? new Set();
  listeners.set(name, set.add(listener));
  return () => void set.delete(listener);
};

/** Only a file that the person dropped or chose has a path: the browser sets it, a page can't. */
function pathOf(file: File): string {
  // Electron before 29 has it as a property of every `File`.
  return typeof webUtils === 'undefined'
    ? ((file as File & { path?: string }).path ?? '')
    : webUtils.getPathForFile(file);
}

async function given(file: PageFile): Promise<GivenFile> {
  if (!(file instanceof File)) throw new TypeError('Only files can be imported.');
  const path = pathOf(file);
  return path ? { path } : { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

const importFiles: Studio['importFiles'] = async (files, options) => {
  const channel = 'shell.openFiles'; // the same answer
  const pathless = files.filter((file) => file instanceof File && !pathOf(file));
  if (files.length > caps.files || pathless.reduce((sum, file) => sum + file.size, 0) > caps.file)
    return checkResult(pageRequests, channel, tooLarge) as Awaited<ReturnType<Studio['importFiles']>>;
  try {
    const maskFor = options?.maskFor;
    const message = { files: await Promise.all(files.map(given)), ...(maskFor !== undefined && { maskFor }) };
    const answer: unknown = await ipcRenderer.invoke(wire.importFiles, message);
    return checkResult(pageRequests, channel, answer) as Awaited<ReturnType<Studio['importFiles']>>;
  } catch (error) {
    return { ok: false, error: failureOf(error) };
  }
};

const mediaUrl: Studio['mediaUrl'] = (hash, options) => {
  const query = options?.download === undefined ? '' : `?download=${encodeURIComponent(options.download)}`;
  return `/media/${encodeURIComponent(hash)}${query}`;
};

const studio: Studio = { ...makeClient(pageRequests, call), on, importFiles, mediaUrl };
contextBridge.exposeInMainWorld('studio', studio);
