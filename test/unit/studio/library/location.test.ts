import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  dataState,
  locateData,
  lostDataFolder,
  setDataFolder,
} from '../../../../src-main/studio/library/location.ts';
import { temporary } from '../project/support.ts';

const usual = () => {
  const home = realpathSync(temporary());
  writeFileSync(join(home, 'library.json'), '{"settings":{"appearance":"dark"}}');
  return { home, data: home };
};

it('is the usual folder until another one is chosen, and is used from the next start on', async () => {
  const config = usual();
  const { home } = config;
  expect(locateData(home)).toBe(home);
  expect(dataState(config)).toEqual({ folder: home, next: null, fixed: false });
  const other = join(realpathSync(temporary()), 'new');
  await setDataFolder(config, other);
  expect(dataState(config)).toEqual({ folder: home, next: other, fixed: false });
  expect(locateData(home)).toBe(other);
  // Settings come along; the old ones stay.
  expect(readFileSync(join(other, 'library.json'), 'utf8')).toContain('dark');
  expect(existsSync(join(home, 'library.json'))).toBe(true);

  const after = { home, data: other };
  expect(dataState(after)).toEqual({ folder: other, next: null, fixed: false });
  await setDataFolder(after, home);
  expect(dataState(after)).toEqual({ folder: other, next: home, fixed: false });
  expect(locateData(home)).toBe(home);
});

it('never writes over the settings of a folder that has its own', async () => {
  const config = usual();
  const other = temporary();
  writeFileSync(join(other, 'library.json'), '{"settings":{"appearance":"light"}}');
  await setDataFolder(config, other);
  expect(readFileSync(join(other, 'library.json'), 'utf8')).toContain('light');
});

it('says so when the chosen folder is gone, and goes on with the usual one', async () => {
  const config = usual();
  const other = join(temporary(), 'drive');
  await setDataFolder(config, other);
  rmSync(other, { recursive: true });
  expect(locateData(config.home)).toBe(config.home);
  expect(lostDataFolder(config)).toMatchObject({ code: 'not-found' });
  mkdirSync(other);
  expect(lostDataFolder(config)).toBeNull();
});

it('refuses a project’s folder, a file, and a folder that is set from outside', async () => {
  const config = usual();
  const project = temporary();
  writeFileSync(join(project, 'project.vitrail'), '');
  await expect(setDataFolder(config, project)).rejects.toMatchObject({ failure: { code: 'wrong-use' } });
  await expect(setDataFolder(config, join(project, 'project.vitrail'))).rejects.toThrow();
  await expect(setDataFolder({ data: config.data }, temporary())).rejects.toMatchObject({
    failure: { code: 'wrong-use' },
  });
  expect(dataState({ data: config.data })).toEqual({ folder: config.data, next: null, fixed: true });
});

it('takes nonsense in the file for the usual folder', () => {
  const { home } = usual();
  for (const text of ['nonsense', '{"folder":"relative"}', '{"folder":5}', '[]']) {
    writeFileSync(join(home, 'data-folder.json'), text);
    expect(locateData(home)).toBe(home);
  }
});
