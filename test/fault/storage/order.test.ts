/** A killed process says nothing about a power cut; the order in which things are flushed does. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faultLibrary, makeProject, run, temporary } from './support.ts';

test('media are flushed, named, and their names flushed, before the transaction that names them; that is flushed too', (context) => {
  const folder = temporary();
  const project = makeProject(join(folder, 'p'));
  const log = join(folder, 'log');
  run(['try', project], { ...faultLibrary(context, folder, project), FAULT_LOG: log });
  const calls = readFileSync(log, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [call = '', ...path] = line.split(' ');
      return { call, path: path.join(' ') };
    });
  const media = join(project, 'media');
  const renamed = calls.findIndex(({ call, path }) => call === 'rename' && path.startsWith(media));
  const place = calls[renamed]!.path;
  expect(existsSync(place)).toBe(true);
  const staged = calls.findLastIndex(
    ({ call, path }, i) => i < renamed && /^write/.test(call) && path.includes('.staging'),
  );
  const flushed = (path: string, from: number) => {
    const at = calls.findIndex((c, i) => i > from && /^f(data)?sync$/.test(c.call) && c.path === path);
    return at < 0 ? Infinity : at;
  };
  const wal = `${project}/project.vitrail-wal`;
  const logged = calls.findIndex(({ call, path }) => call.startsWith('pwrite') && path === wal);
  const lastLogged = calls.findLastIndex(({ call, path }) => call.startsWith('pwrite') && path === wal);

  const shard = place.slice(0, place.lastIndexOf('/'));
  expect(staged).toBeGreaterThanOrEqual(0);
  expect(flushed(calls[staged]!.path, staged)).toBeLessThan(renamed);
  expect(flushed(media, -1)).toBeLessThan(renamed); // the shard's own name
  expect(flushed(shard, renamed)).toBeLessThan(logged);
  // The log is on the disk before a page of it goes into the database, and so is the database before the log goes.
  const merged = calls.findIndex(
    ({ call, path }, i) =>
      i > lastLogged && call.startsWith('pwrite') && path === `${project}/project.vitrail`,
  );
  expect(flushed(wal, lastLogged)).toBeLessThan(merged);
  expect(flushed(`${project}/project.vitrail`, merged)).not.toBe(Infinity);
});
