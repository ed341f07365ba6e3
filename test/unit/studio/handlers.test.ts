import { afterEach, beforeEach, expect, it } from 'vitest';
import { never, openDesk, type Desk } from './session/desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

it('a draft joins the project that it was written for, or nothing', async () => {
  const first = await desk.ask.project.create({ name: 'First' }, never());
  const second = await desk.ask.project.create({ name: 'Second' }, never());
  await desk.ask.chat.setDraft({ text: 'of the first', project: first.id }, never());
  expect(desk.project().draft).toBe('');
  await desk.ask.chat.setDraft({ text: 'of the second', project: second.id }, never());
  expect(desk.project().draft).toBe('of the second');
  await desk.ask.project.close({}, never());
  expect(await desk.ask.chat.setDraft({ text: 'of none' }, never())).toEqual({});
});

it('trying again forgets past crashes of the hosts', async () => {
  expect(await desk.ask.app.retry({}, never())).toEqual({});
  expect(desk.asked.map(({ task }) => task)).toEqual(['reset']);
});
