import { expect, expectTypeOf, it } from 'vitest';
import type * as z from 'zod';
import {
  channels,
  engineRequests,
  lookUp,
  makeClient,
  ok,
  pageRequests,
  privateRequests,
  type ChannelOf,
  type Client,
  type PageRequests,
  type Studio,
} from '../../../src-main/contract/index.ts';

/** Every `namespace.method` that `window.studio` has, read off its type. */
type ChannelsOfStudio = {
  [N in keyof Omit<Studio, 'on' | 'importFiles' | 'mediaUrl'> & string]: `${N}.${keyof Studio[N] & string}`;
}[keyof Omit<Studio, 'on' | 'importFiles' | 'mediaUrl'> & string];

it('has a method on window.studio for every channel, and no other', () => {
  expectTypeOf<ChannelsOfStudio>().toEqualTypeOf<ChannelOf<PageRequests>>();
  const asked: string[] = [];
  const client = makeClient(pageRequests, async (channel) => {
    asked.push(channel);
    return ok(null);
  });
  for (const methods of Object.values(client as unknown as Record<string, Record<string, () => unknown>>))
    for (const method of Object.values(methods)) void method();
  expect(asked.sort()).toEqual(channels(pageRequests).sort());
});

it('types a call by its schemas', () => {
  type Undo = Client<PageRequests>['project']['undo'];
  expectTypeOf<Undo>().toBeCallableWith();
  expectTypeOf<Client<PageRequests>['jobs']['cancel']>()
    .parameter(0)
    .toEqualTypeOf<z.input<PageRequests['jobs']['cancel']['input']>>();
});

it('keeps what names paths away from pages', () => {
  for (const channel of channels(privateRequests)) expect(lookUp(pageRequests, channel)).toBeUndefined();
  for (const channel of channels(privateRequests)) expect(lookUp(engineRequests, channel)).toBeDefined();
});

it('finds no channel on the prototype', () => {
  for (const name of ['toString.call', 'constructor.name', '__proto__.x', 'app.toString', 'app.__proto__'])
    expect(lookUp(pageRequests, name)).toBeUndefined();
});
