import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ok, type Result } from '../../../src-main/contract/index.ts';
import { pageUrl } from '../../../src-main/shell/origin.ts';
import { caps, wire } from '../../../src-main/shell/wire.ts';

type Handler = (event: unknown, message: unknown) => Promise<Result<unknown>>;
const handlers = new Map<string, Handler>();
vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, handler: Handler) => void handlers.set(channel, handler) },
}));
const { listenToPage, tellPage } = await import('../../../src-main/shell/ipc.ts');

const sent: unknown[][] = [];
const mainFrame = { url: pageUrl };
const contents = {
  mainFrame,
  getURL: () => mainFrame.url,
  send: (...message: unknown[]) => void sent.push(message),
};
const window = { webContents: contents, isDestroyed: () => false };
const page = { sender: contents, senderFrame: mainFrame };

const relayed: { channel: string; input: unknown }[] = [];
let answer: Result<unknown>;
let shellAnswer: () => unknown;

listenToPage({
  window: () => window as never,
  relay: (channel, input) => {
    relayed.push({ channel, input });
    return Promise.resolve(answer);
  },
  shell: {
    shell: {
      info: () => shellAnswer() as never,
      openFiles: () => ({ canvases: [] }),
      openProject: () => null,
      save: () => ({ saved: true }),
      dragOut: () => ({}),
      setMenu: () => ({}),
      chooseDataFolder: () => ({}),
    },
  },
  importFiles: (files) => Promise.resolve(ok({ canvases: files.map((_, index) => `c${index}`) })),
});

beforeEach(() => {
  mainFrame.url = pageUrl;
  relayed.length = sent.length = 0;
  answer = ok({});
  shellAnswer = () => ({ kind: 'electron', platform: 'linux', version: '1.0.0' });
});

const call = (message: unknown, event: unknown = page) => handlers.get(wire.call)!(event, message);
const give = (message: unknown, event: unknown = page) => handlers.get(wire.importFiles)!(event, message);
const plan = {
  steps: [
    { input: { from: 'focus' }, invocation: { module: 'image-editing', command: 'sharpen', args: {} } },
  ],
};
const failing = (code: string) => ({ ok: false, error: { code } });

it('listens on two channels', () => {
  expect([...handlers.keys()].sort()).toEqual([wire.call, wire.importFiles].sort());
});

describe('a request', () => {
  it('reaches the engine, its defaults filled in', async () => {
    expect(await call({ channel: 'project.undo', input: {} })).toEqual(ok({}));
    expect(relayed).toEqual([{ channel: 'project.undo', input: {} }]);
  });

  it.each([
    'project.nope',
    'nope',
    '',
    'engine.locate',
    'engine.shutDown',
    'work.run',
    'host.run',
    '__proto__.x',
    'constructor.name',
    'project.constructor',
    'project.undo.x',
  ])('on %j is refused', async (channel) => {
    expect(await call({ channel, input: {} })).toMatchObject(failing('wrong-use'));
    expect(relayed).toEqual([]);
  });

  it.each([
    ['project.openRecent', {}],
    ['project.openRecent', { id: '../x' }],
    ['project.openRecent', { id: 'a', path: '/etc/passwd' }],
    ['canvas.activate', 'text'],
    ['chat.setDraft', { text: 'x'.repeat(20_001) }],
  ])('on %s shaped %j is refused', async (channel, input) => {
    expect(await call({ channel, input })).toMatchObject(failing('wrong-use'));
    expect(relayed).toEqual([]);
  });

  it.each([null, 'text', {}, { channel: 1 }, { channel: 'project.undo', input: {}, extra: 1 }])(
    'that is %j is refused',
    async (message) => expect(await call(message)).toMatchObject(failing('wrong-use')),
  );

  it('that is too large is refused before it is looked at', async () => {
    const input = { text: 'x'.repeat(caps.call + 1) };
    expect(await call({ channel: 'chat.setDraft', input })).toMatchObject(failing('too-large'));
    expect(relayed).toEqual([]);
  });

  it('is answered within the contract or not at all', async () => {
    answer = ok({ secret: '/home/x' });
    expect(await call({ channel: 'project.undo', input: {} })).toMatchObject(failing('internal'));
    answer = { ok: false, error: { code: 'damaged', message: 'Broken.' } };
    expect(await call({ channel: 'project.undo', input: {} })).toEqual(answer);
  });

  it('whose answer is too large is told so', async () => {
    answer = ok({ text: 'x'.repeat(caps.reply + 1) });
    const input = { plan, form: 'json' };
    expect(await call({ channel: 'chat.format', input })).toMatchObject(failing('too-large'));
    answer = ok({ text: 'short', files: [] });
    expect(await call({ channel: 'chat.format', input })).toEqual(answer);
  });

  it('for the shell is answered here', async () => {
    expect(await call({ channel: 'shell.info', input: {} })).toEqual(
      ok({ kind: 'electron', platform: 'linux', version: '1.0.0' }),
    );
    shellAnswer = () => ({ kind: 'other' });
    expect(await call({ channel: 'shell.info', input: {} })).toMatchObject(failing('internal'));
    shellAnswer = () => {
      throw new Error('no window');
    };
    expect(await call({ channel: 'shell.info', input: {} })).toMatchObject(failing('internal'));
    expect(relayed).toEqual([]);
  });
});

describe('a stranger', () => {
  const strangers: [string, () => unknown][] = [
    ['another window', () => ({ sender: { ...contents }, senderFrame: mainFrame })],
    ['a frame inside the page', () => ({ sender: contents, senderFrame: { url: pageUrl } })],
    ['a frame that is gone', () => ({ sender: contents, senderFrame: null })],
    [
      'another page in our window',
      () => {
        mainFrame.url = 'https://example.org/';
        return page;
      },
    ],
    [
      'another host of our scheme',
      () => {
        mainFrame.url = 'vitrail://evil/';
        return page;
      },
    ],
  ];
  it.each(strangers)('%s is refused', async (_name, event) => {
    expect(await call({ channel: 'project.undo', input: {} }, event())).toMatchObject(
      failing('no-permission'),
    );
    expect(await give({ files: [{ path: '/etc/passwd' }] }, event())).toMatchObject(failing('no-permission'));
    expect(relayed).toEqual([]);
  });
});

describe('files', () => {
  it('are taken by path or by bytes', async () => {
    const files = [{ path: '/x.png' }, { name: 'x.png', bytes: new Uint8Array(3) }];
    expect(await give({ files })).toEqual(ok({ canvases: ['c0', 'c1'] }));
  });

  it.each([
    [{}],
    [{ files: [] }],
    [{ files: [{ path: '' }] }],
    [{ files: [{ name: 'x' }] }],
    [{ files: [{ path: '/x', bytes: new Uint8Array(1) }] }],
    [{ files: Array.from({ length: caps.files + 1 }, () => ({ path: '/x' })) }],
  ])('shaped otherwise are refused', async (message) => {
    expect(await give(message)).toMatchObject(failing('wrong-use'));
  });
});

describe('an event', () => {
  it('reaches our page only', () => {
    tellPage(window as never, 'command', { action: 'undo' });
    expect(sent).toEqual([[wire.event, { name: 'command', payload: { action: 'undo' } }]]);
    mainFrame.url = 'vitrail://evil/';
    tellPage(window as never, 'command', { action: 'undo' });
    tellPage(null, 'command', { action: 'undo' });
    expect(sent).toHaveLength(1);
  });

  it('that is too large is left out, and the page is told', () => {
    const failure = { code: 'internal' as const, message: 'x'.repeat(caps.event + 1) };
    tellPage(window as never, 'notice', { level: 'info', failure });
    expect(sent).toEqual([
      [
        wire.event,
        {
          name: 'notice',
          payload: expect.objectContaining({ failure: expect.objectContaining({ code: 'too-large' }) }),
        },
      ],
    ]);
  });

  it('outside the contract is a bug', () => {
    expect(() => tellPage(window as never, 'command', { action: 'x'.repeat(65) })).toThrow();
    expect(() => tellPage(window as never, 'project', { path: '/home' } as never)).toThrow();
    expect(sent).toEqual([]);
  });
});
