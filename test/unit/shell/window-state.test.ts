import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  isReachable,
  readWindowState,
  restore,
  smallest,
  writeWindowState,
} from '../../../src-main/shell/window-state.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const right = { x: 1920, y: -200, width: 2560, height: 1440 };
const bounds = { x: 100, y: 80, width: 1200, height: 800 };
let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitrail-window-'));
  file = join(folder, 'window.json');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('keeps where the window was, in one piece', () => {
  expect(readWindowState(file)).toBeNull();
  writeWindowState(file, { bounds, maximised: true });
  expect(readWindowState(file)).toEqual({ bounds, maximised: true });
  expect(readdirSync(folder)).toEqual(['window.json']);
});

it.each([
  '',
  '{',
  '[]',
  '{"bounds":null,"maximised":false}',
  '{"bounds":{"x":1e99,"y":0,"width":1,"height":1},"maximised":false}',
])('starts anew from a file that says %s', (text) => {
  writeFileSync(file, text);
  expect(readWindowState(file)).toBeNull();
});

it('opens where it can be taken hold of', () => {
  expect(isReachable(bounds, [screen])).toBe(true);
  expect(isReachable({ ...bounds, x: 2000 }, [screen])).toBe(false);
  expect(isReachable({ ...bounds, x: 2000 }, [screen, right])).toBe(true);
  expect(isReachable({ ...bounds, x: -1150 }, [screen])).toBe(false); // 50 pixels are left
  expect(isReachable({ ...bounds, y: -50 }, [screen])).toBe(false); // the title bar is above
  expect(isReachable({ ...bounds, y: 1070 }, [screen])).toBe(false);
  expect(restore({ bounds: { ...bounds, x: 5000 }, maximised: false }, [screen])).toBeNull();
  expect(restore(null, [screen])).toBeNull();
});

it('is never smaller than what the page is made for', () => {
  const tiny = { bounds: { ...bounds, width: 200, height: 10 }, maximised: false };
  expect(restore(tiny, [screen])?.bounds).toMatchObject(smallest);
  expect(restore({ bounds, maximised: true }, [screen])).toEqual({ bounds, maximised: true });
});
