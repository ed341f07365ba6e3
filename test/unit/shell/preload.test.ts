/** The page's door: what comes through it is within the contract, and not too large. */
import { beforeEach, expect, it, vi } from 'vitest';
import { ok, type Studio } from '../../../src-main/contract/index.ts';
import { caps, wire } from '../../../src-main/shell/wire.ts';

let studio: Studio;
let tell: (event: unknown, message: unknown) => void;
let answer: unknown;
const asked: unknown[] = [];
vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (_name: string, value: Studio) => (studio = value) },
  ipcRenderer: {
    on: (channel: string, listener: typeof tell) => {
      if (channel === wire.event) tell = listener;
    },
    invoke: (_channel: string, message: unknown) => {
      asked.push(message);
      return Promise.resolve(answer);
    },
  },
}));
await import('../../../src-main/shell/preload.ts');
beforeEach(() => void (asked.length = 0));

it('a request too large is not sent', async () => {
  const text = 'x'.repeat(caps.call + 1);
  expect(await studio.chat.setDraft({ text })).toMatchObject({ ok: false, error: { code: 'too-large' } });
  expect(asked).toEqual([]);
});

it('an answer too large, or outside the contract, does not come in', async () => {
  answer = ok({ text: 'x'.repeat(caps.reply + 1) });
  expect(await studio.chat.setDraft({ text: '' })).toMatchObject({ ok: false, error: { code: 'too-large' } });
  answer = ok({ text: 'x' });
  expect(await studio.chat.setDraft({ text: '' })).toMatchObject({ ok: false, error: { code: 'internal' } });
  answer = ok({});
  expect(await studio.chat.setDraft({ text: '' })).toEqual(answer);
});

it('an event too large becomes a notice; one outside the contract is not heard', () => {
  const heard: unknown[] = [];
  const off = studio.on('notice', (payload) => heard.push(payload));
  const notice = (message: string) => ({
    name: 'notice',
    payload: { level: 'info', failure: { code: 'internal', message } },
  });
  tell({}, notice('hello'));
  tell({}, { name: 'notice', payload: { path: '/home' } });
  tell({}, { name: '__proto__', payload: {} });
  tell({}, notice('x'.repeat(caps.event + caps.call + 1)));
  off();
  tell({}, notice('again'));
  expect(heard).toEqual([
    notice('hello').payload,
    expect.objectContaining({ failure: expect.objectContaining({ code: 'too-large' }) }),
  ]);
});
