/** The requests about layers. */
import type { EngineRequests, Handlers } from '../../contract/index.ts';
import type { Layers } from './layers.ts';
import type { Tickets } from './tickets.ts';

export function layerHandlers(layers: Layers, tickets: Tickets): Handlers<EngineRequests>['layers'] {
  const done = async (work: unknown) => {
    await work;
    return {};
  };
  return {
    activate: ({ layer }) => done(layers.activate(layer)),
    collapse: ({ canvas, group, collapsed }) => done(layers.collapse(canvas, group, collapsed)),
    add: async ({ canvas, from }, signal) => ({ layer: await layers.add(canvas, from, signal) }),
    expect: (expected) => ({ ticket: tickets.issue(expected) }),
    duplicate: ({ layer, noun }) => ({ layer: layers.duplicate(layer, noun) }),
    fromVersion: ({ version, name }) => ({ layer: layers.fromVersion(version, name) }),
    remove: ({ layer }) => done(layers.remove(layer)),
    arrange: ({ canvas, layers: wanted }) => done(layers.arrange(canvas, wanted)),
    set: ({ layer, run, ...change }) => done(layers.set(layer, change, run)),
    place: ({ layer, placement }) => done(layers.place(layer, placement)),
    mask: ({ layer, from }, signal) => done(layers.mask(layer, from, signal)),
    group: ({ layers: ids, name }) => ({ group: layers.group(ids, name) }),
    ungroup: ({ canvas, group }) => done(layers.ungroup(canvas, group)),
    setGroup: ({ canvas, group, run, ...change }) => done(layers.setGroup(canvas, group, change, run)),
    mergeDown: ({ layer }, signal) => done(layers.mergeDown(layer, signal)),
    flatten: ({ canvas }, signal) => done(layers.flatten(canvas, signal)),
  };
}
