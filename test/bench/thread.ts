/**
 * `node test/bench/thread.ts [MESSAGES]`: what one transaction costs the engine in a project with a long thread, from
 * the change to the bytes that go to the page. The median of 41 transactions of each kind.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve, studioEvents, type NewMessage } from '../../src-main/contract/index.ts';
import { ProjectStore } from '../../src-main/studio/project/store.ts';
import { Told } from '../../src-main/studio/session/told.ts';

const count = Number(process.argv[2] ?? 3_000);
const runs = 41;
const folder = await mkdtemp(join(tmpdir(), 'vitrail-thread-'));
const store = await ProjectStore.create(join(folder, 'Thread'), 'Thread');

const adjust = {
  module: 'image-editing',
  command: 'adjust',
  args: { temperature: 0.3, exposure: 0.25 },
} as const;
const messageOf = (n: number): NewMessage => ({
  id: `m${n}`,
  role: n % 2 ? 'studio' : 'user',
  canvas: null,
  text: `Message ${n}: make it a little warmer and brighter, please`,
  selection: null,
  plan: n % 2 ? { steps: [{ input: { from: 'focus' }, invocation: adjust }] } : null,
  steps: n % 2 ? [{ state: 'done' }] : [],
  error: null,
  createdAt: n,
});
store.note((doc) => {
  for (let n = 0; n < count; n++) doc.messages.put(messageOf(n));
});

let bytes = 0;
const port = {
  post: (message: unknown) => void (bytes = JSON.stringify(message).length),
  onMessage: () => undefined,
  onClose: () => undefined,
};
const server = serve(port, {}, studioEvents, {});
const told = new Told(store);
store.onChange(() => server.emit('change', told.next()));

function measure(name: string, work: (run: number) => void) {
  const times = Array.from({ length: runs }, (_, run) => {
    const before = process.cpuUsage();
    work(run);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  }).sort((a, b) => a - b);
  const [low, middle, high] = [0.05, 0.5, 0.95].map((share) =>
    times[Math.floor(share * (runs - 1))]!.toFixed(2),
  );
  console.log(`${name}: ${middle} ms of processor time (${low} to ${high}), ${bytes} bytes`);
}

console.log(`${count} messages`);
measure('a key in the message box', (run) => store.note((doc) => void (doc.draft = `make it ${run}`)));
measure('a new message', (run) => store.note((doc) => doc.messages.put(messageOf(count + run))));
measure('a step that is done', (run) =>
  store.note((doc) => doc.messages.put({ ...doc.messages.get(`m${run}`)!, text: `changed ${run}` })),
);
await store.close();
await rm(folder, { recursive: true, force: true });
