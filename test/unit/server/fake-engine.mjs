/** An engine without a studio, for tests of the server: answers what it was asked, and says what it got. */
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

const config = JSON.parse(process.argv[2]);
const clip = 'a'.repeat(64);
const unchanged = { ok: true, value: {} };

function answer(channel, input) {
  switch (channel) {
    case 'engine.locate': {
      const path = join(config.assets, `${input.hash}.png`);
      const value = input.hash === clip ? { path, type: 'image/png', bytes: statSync(path).size } : null;
      return { ok: true, value };
    }
    case 'engine.importPaths':
      return {
        ok: true,
        value: {
          canvases: input.paths.map(
            (path) => `${basename(path).replace(/\W/g, '_')}-${readFileSync(path).length}`,
          ),
        },
      };
    case 'project.current':
      return { ok: true, value: null };
    case 'chat.format':
      return { ok: true, value: { text: 'x'.repeat(1_000) } };
    case 'chat.setDraft':
    case 'engine.shutDown':
    case 'project.close':
      return unchanged;
    default:
      return { ok: false, error: { code: 'not-found', message: `no ${channel} here` } };
  }
}

process.on('message', ({ type, id, channel, input }) => {
  if (type !== 'call') return;
  process.send({ type: 'reply', id, result: answer(channel, input) });
  if (channel === 'chat.setDraft') process.send({ type: 'event', name: 'project', payload: null });
  if (channel === 'jobs.list') {
    const failure = { code: 'internal', message: 'x'.repeat(1_000) };
    process.send({ type: 'event', name: 'notice', payload: { level: 'info', failure } });
  }
  if (channel === 'engine.shutDown') process.exit(0);
});
process.on('disconnect', () => process.exit(0));
