/** Every request about layers: what it does, that one undo takes it back, and what it refuses. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tell } from '../../../../src-main/contract/said.ts';
import {
  bundlesOf,
  canvasSize,
  layersOn,
  pastCanvas,
  type Layer,
  type Project,
} from '../../../../src-main/contract/index.ts';
import * as classic from '../../../../src-main/systems/classic/index.ts';
import * as codecs from '../../../../src-main/systems/codecs/index.ts';
import * as compose from '../../../../src-main/systems/compose/index.ts';
import { codeOf, never, openDesk, type Desk } from '../session/desk.ts';

let desk: Desk;
/** Files named `small` have 4 × 2 pixels, all others 8 × 4. */
const probe = async ({ file, out }: { file: { path: string }; out: string }) => {
  const preview = join(out, 'preview.webp');
  await writeFile(preview, `preview of ${file.path}`);
  const size = /small/.test(file.path) ? { width: 4, height: 2 } : { width: 8, height: 4 };
  return { media: { kind: 'image', type: 'image/png', ...size, depth: 8, alpha: false }, preview };
};
beforeEach(async () => (desk = await openDesk({ [codecs.probe.name]: probe as never })));
afterEach(() => desk.close());

const importOne = async (name = 'photo.png') =>
  (await desk.ask.engine.importPaths({ paths: [await desk.file(name)] }, never())).canvases[0]!;
const layers = (canvas: string): Layer[] => layersOn(desk.project(), canvas);
const layer = (id: string): Layer => desk.project().layers.find((l) => l.id === id)!;
const canvasRow = (id: string) => desk.project().canvases.find((c) => c.id === id)!;
const undo = () => desk.ask.project.undo({}, never());
const point = { parts: [{ kind: 'point' as const, x: 0.5, y: 0.5, sign: '+' as const }] };

/** A canvas with its own layer and a smaller one above it. */
async function two() {
  const canvas = await importOne();
  const from = await importOne('small.png');
  await desk.ask.layers.add({ canvas, from }, never());
  const [base, top] = layers(canvas) as [Layer, Layer];
  return { canvas, base, top, from };
}

/** What undo covers. */
const content = ({ canvases, layers: rows, versions }: Project) => ({
  canvases: canvases.map(({ selection: _, view: __, ...row }) => row),
  rows,
  versions,
});

it('a photo of the project becomes a layer in the middle, no larger than the canvas, and the active one', async () => {
  const { canvas, base, top } = await two();
  expect(top).toMatchObject({ name: 'small', placement: { x: 4, y: 2, scaleX: 1, scaleY: 1, degrees: 0 } });
  expect(top.order).toBeGreaterThan(base.order);
  expect(desk.session.focus(canvas).layer.id).toBe(top.id);
  await undo();
  expect(layers(canvas)).toEqual([base]);
  expect(desk.session.focus(canvas).layer.id).toBe(base.id);
});

it('an expected file becomes a layer in one action, and no canvas; a ticket counts once', async () => {
  const canvas = await importOne();
  const text = {
    text: 'Hello',
    family: 'Inter' as const,
    size: 20,
    weight: 600,
    colour: '#ffffff',
    align: 'left' as const,
  };
  const placement = { x: 1, y: 1, scaleX: 1, scaleY: 1, degrees: 0 };
  const expected = { canvas, name: 'Hello', placement, text };
  const { ticket } = await desk.ask.layers.expect(expected, never());
  const entries = desk.project().history.length;
  const answer = await desk.ask.engine.importPaths({ paths: [await desk.file(`${ticket}.png`)] }, never());
  expect(answer.canvases).toEqual([canvas]);
  expect(desk.project().canvases).toHaveLength(1);
  expect(desk.project().history).toHaveLength(entries + 1);
  const made = layers(canvas)[1]!;
  expect(made).toMatchObject({ name: 'Hello', placement });
  expect(desk.session.focus(canvas, { layer: made.id }).version.text).toEqual(text);

  const again = await desk.ask.layers.expect({ ...expected, name: 'Bye', layer: made.id }, never());
  await desk.ask.engine.importPaths({ paths: [await desk.file(`${again.ticket}.png`)] }, never());
  expect(layers(canvas)).toHaveLength(2);
  expect(layer(made.id)).toMatchObject({ name: 'Bye', placement });
  expect(layer(made.id).version).not.toBe(made.version);
  await undo();
  expect(layer(made.id)).toEqual(made);

  await desk.ask.engine.importPaths({ paths: [await desk.file(`${ticket}.jpg`)] }, never());
  expect(desk.project().canvases).toHaveLength(2);
});

describe('each is one action that one undo takes back whole', () => {
  type Two = Awaited<ReturnType<typeof two>>;
  const deeds: Record<string, (t: Two) => unknown> = {
    duplicate: ({ top }) => desk.ask.layers.duplicate({ layer: top.id }, never()),
    remove: ({ base }) => desk.ask.layers.remove({ layer: base.id }, never()),
    rename: ({ top }) => desk.ask.layers.set({ layer: top.id, name: 'Cup' }, never()),
    opacity: ({ top }) => desk.ask.layers.set({ layer: top.id, opacity: 0.5 }, never()),
    blend: ({ top }) => desk.ask.layers.set({ layer: top.id, blend: 'multiply' }, never()),
    hide: ({ base }) => desk.ask.layers.set({ layer: base.id, visible: false }, never()),
    lock: ({ base }) => desk.ask.layers.set({ layer: base.id, locked: true }, never()),
    place: ({ top }) =>
      desk.ask.layers.place(
        { layer: top.id, placement: { x: 0, y: 0, scaleX: -2, scaleY: 1, degrees: 45 } },
        never(),
      ),
    fill: ({ top }) => desk.ask.layers.place({ layer: top.id, placement: null }, never()),
    arrange: ({ canvas, base, top }) =>
      desk.ask.layers.arrange(
        {
          canvas,
          layers: [
            { id: top.id, group: null },
            { id: base.id, group: null },
          ],
        },
        never(),
      ),
    group: ({ base, top }) => desk.ask.layers.group({ layers: [base.id, top.id] }, never()),
    mergeDown: ({ top }) => desk.ask.layers.mergeDown({ layer: top.id }, never()),
    flatten: ({ canvas }) => desk.ask.layers.flatten({ canvas }, never()),
  };
  it.each(Object.keys(deeds))('%s', async (name) => {
    const t = await two();
    const before = content(desk.project());
    const entries = desk.project().history.length;
    await deeds[name]!(t);
    const after = content(desk.project());
    expect(after).not.toEqual(before);
    expect(desk.project().history).toHaveLength(entries + 1);
    await undo();
    expect(content(desk.project())).toEqual(before);
    await desk.ask.project.redo({}, never());
    expect(content(desk.project())).toEqual(after);
  });
});

it('the canvas keeps its size whatever lies lowest', async () => {
  const { canvas, base, top } = await two();
  const wide = desk.session.focus(canvas).frame;
  await desk.ask.layers.remove({ layer: base.id }, never());
  expect(desk.session.focus(canvas).frame).toEqual(wide);
  expect(layer(top.id).placement).toEqual(top.placement);
});

it('groups lie together, take properties, go when they are empty, and are collapsed outside undo', async () => {
  const { canvas, base, top } = await two();
  const { layer: third } = await desk.ask.layers.duplicate({ layer: top.id }, never());
  const { group } = await desk.ask.layers.group({ layers: [base.id, third] }, never());
  expect(layers(canvas).map((l) => l.id)).toEqual([top.id, base.id, third]);
  await desk.ask.layers.setGroup({ canvas, group, opacity: 0.3, visible: false }, never());
  expect(canvasRow(canvas).groups).toEqual([
    {
      id: group,
      name: 'Group 1',
      visible: false,
      opacity: 0.3,
      blend: 'pass-through',
      locked: false,
    },
  ]);
  await desk.ask.layers.collapse({ canvas, group, collapsed: true }, never());
  expect(canvasRow(canvas).view.collapsed).toEqual([group]);
  await undo();
  expect(canvasRow(canvas)).toMatchObject({ groups: [{ opacity: 1 }], view: { collapsed: [group] } });
  await desk.ask.layers.ungroup({ canvas, group }, never());
  expect(canvasRow(canvas).groups).toEqual([]);
  expect(layers(canvas).every((l) => l.group === null)).toBe(true);
});

it('a locked group keeps its layers and its look; merging stays within a group', async () => {
  const { canvas, base, top } = await two();
  const { layer: third } = await desk.ask.layers.duplicate({ layer: top.id }, never());
  const { group } = await desk.ask.layers.group({ layers: [top.id, third] }, never());
  expect(await codeOf(desk.ask.layers.mergeDown({ layer: top.id }, never()))).toBe('wrong-use');
  await desk.ask.layers.setGroup({ canvas, group, blend: 'multiply', locked: true }, never());
  const before = content(desk.project());
  const order = (...ids: string[]) => ids.map((id) => ({ id, group: id === base.id ? null : group }));
  const out = order(top.id, base.id, third).map((layer) => ({
    ...layer,
    group: layer.id === third ? group : null,
  }));
  for (const wish of [
    async () => desk.ask.layers.arrange({ canvas, layers: order(base.id, third, top.id) }, never()),
    async () => desk.ask.layers.arrange({ canvas, layers: out }, never()),
    async () => desk.ask.layers.place({ layer: top.id, placement: null }, never()),
    async () => desk.ask.layers.mergeDown({ layer: third }, never()),
    async () => desk.ask.layers.setGroup({ canvas, group, blend: 'screen' }, never()),
    async () => desk.ask.layers.ungroup({ canvas, group }, never()),
  ])
    expect(await codeOf(wish())).toBe('wrong-use');
  expect(content(desk.project())).toEqual(before);
  // As a whole it goes where it is put; a copy lies over it, not in it.
  await desk.ask.layers.arrange({ canvas, layers: order(top.id, third, base.id) }, never());
  expect(layers(canvas).map((l) => l.id)).toEqual([top.id, third, base.id]);
  await undo();
  const { layer: copy } = await desk.ask.layers.duplicate({ layer: top.id }, never());
  expect(layers(canvas).map((l) => [l.id, l.group])).toEqual([
    [base.id, null],
    [top.id, group],
    [third, group],
    [copy, null],
  ]);
  await undo();
  await desk.ask.layers.set({ layer: base.id, opacity: 0.5 }, never());
  await desk.ask.layers.setGroup({ canvas, group, locked: false }, never());
  await desk.ask.layers.mergeDown({ layer: third }, never());
  expect(layers(canvas).map((l) => l.id)).toEqual([base.id, top.id]);
  expect(canvasRow(canvas).groups).toMatchObject([{ blend: 'multiply', locked: false }]);
});

it('a run of changes is one step to undo, as long as nothing else is done in between', async () => {
  const { canvas, top } = await two();
  const steps = () => desk.project().history.filter(({ undone }) => !undone).length;
  const { group } = await desk.ask.layers.group({ layers: [top.id] }, never());
  const fade = (opacity: number, run: string) =>
    desk.ask.layers.set({ layer: top.id, opacity, run }, never());
  const before = steps();
  for (const opacity of [0.9, 0.8, 0.7]) await fade(opacity, 'keys');
  expect([steps() - before, layer(top.id).opacity]).toEqual([1, 0.7]);
  for (const opacity of [0.9, 0.8])
    await desk.ask.layers.setGroup({ canvas, group, opacity, run: 'others' }, never());
  expect(steps() - before).toBe(2);
  await fade(0.6, 'keys'); // something else was done
  await fade(0.5, 'keys');
  expect(steps() - before).toBe(3);
  await undo();
  expect(layer(top.id).opacity).toBe(0.7);
  await fade(0.4, 'keys'); // what was undone is not gone on with
  expect(steps() - before).toBe(3);
  await undo();
  await undo();
  expect(canvasRow(canvas).groups).toMatchObject([{ opacity: 1 }]);
  await undo();
  expect(layer(top.id).opacity).toBe(1);
});

it('a list of other layers than there are is refused', async () => {
  const { canvas, base } = await two();
  const wish = { canvas, layers: [{ id: base.id, group: null }] };
  expect(await codeOf((async () => desk.ask.layers.arrange(wish, never()))())).toBe('wrong-use');
});

it('a locked layer is not changed, by a request or by an edit', async () => {
  const { canvas, top } = await two();
  await desk.ask.layers.set({ layer: top.id, locked: true }, never());
  const before = content(desk.project());
  for (const wish of [
    async () => desk.ask.layers.remove({ layer: top.id }, never()),
    async () => desk.ask.layers.place({ layer: top.id, placement: null }, never()),
    async () => desk.ask.layers.set({ layer: top.id, opacity: 0.2 }, never()),
    async () => desk.ask.layers.mergeDown({ layer: top.id }, never()),
  ])
    expect(await codeOf(wish())).toBe('wrong-use');
  const { message, job } = await desk.ask.chat.send({ text: 'make it warmer', canvas }, never());
  await desk.settled(job!);
  await new Promise((resolve) => setImmediate(resolve));
  const said = desk.project().messages.find((m) => m.id === message)!;
  expect(said.steps[0]).toMatchObject({ state: 'failed', error: { code: 'wrong-use' } });
  expect(content(desk.project())).toEqual(before);
});

it('the last layer stays', async () => {
  const canvas = await importOne();
  expect(
    await codeOf((async () => desk.ask.layers.remove({ layer: layers(canvas)[0]!.id }, never()))()),
  ).toBe('wrong-use');
});

it('a mask comes from what is selected, mapped onto a layer that lies elsewhere', async () => {
  const { canvas, base, top } = await two();
  expect(await codeOf(desk.ask.layers.mask({ layer: base.id, from: 'selection' }, never()))).toBe(
    'needs-region',
  );
  const selection = (await desk.ask.selection.set({ canvas, region: point }, never()))!;
  await desk.ask.layers.mask({ layer: base.id, from: 'selection' }, never());
  expect(layer(base.id).mask).toEqual({ hash: selection.mask, on: true });
  await desk.ask.layers.mask({ layer: top.id, from: 'selection' }, never());
  const { input } = desk.asked.findLast(({ task }) => task === compose.ontoLayer.name)!;
  expect(input).toMatchObject({ map: [1, 0, 0, 1, 2, 1], size: { width: 4, height: 2 } });
  expect(layer(top.id).mask!.hash).not.toBe(selection.mask);
  await desk.ask.layers.set({ layer: top.id, masked: false }, never());
  expect(layer(top.id).mask!.on).toBe(false);
  await desk.ask.layers.mask({ layer: top.id, from: 'none' }, never());
  expect(layer(top.id).mask).toBeNull();
});

it('export shows all layers, and just the photo where nothing has to be composed', async () => {
  const { canvas, base, top } = await two();
  await desk.ask.exports.image({ canvas, format: 'png', quality: 90 }, never());
  const { input } = desk.asked.findLast(({ task }) => task === compose.flatten.name)!;
  expect(input).toMatchObject({
    size: { width: 8, height: 4 },
    bundles: [
      { opacity: 1, layers: [{ map: null, mask: null }] },
      { opacity: 1, layers: [{ map: [1, 0, 0, 1, 2, 1] }] },
    ],
  });
  const count = () => desk.asked.filter(({ task }) => task === compose.flatten.name).length;
  const made = count();
  await desk.ask.exports.image({ canvas, format: 'jpeg', quality: 90 }, never());
  expect(count()).toBe(made); // nothing has changed: the same picture
  await desk.ask.layers.set({ layer: top.id, visible: false }, never());
  await desk.ask.exports.image({ canvas, format: 'png', quality: 90 }, never());
  expect(count()).toBe(made);
  expect(desk.asked.at(-1)).toMatchObject({
    input: { file: { key: desk.session.focus(canvas, { layer: base.id }).media.hash } },
  });
});

describe('an edit goes to the active layer', () => {
  const say = async (text: string, canvas: string) => {
    const { job } = await desk.ask.chat.send({ text, canvas }, never());
    await desk.settled(job!);
    await new Promise((resolve) => setImmediate(resolve));
  };
  const edited = () => desk.asked.findLast(({ task }) => task === classic.edit.name)!.input;

  it('chosen or topmost', async () => {
    const { canvas, base, top } = await two();
    await say('make it warmer', canvas);
    expect(layer(top.id).version).not.toBe(top.version);
    await desk.ask.layers.activate({ layer: base.id }, never());
    expect(tell(desk.project().undo!)).toBe('Adjust'); // nothing to undo about that
    await say('make it warmer', canvas);
    expect(layer(base.id).version).not.toBe(base.version);
  });

  it('what was pointed at on the canvas is mapped onto a layer that lies elsewhere', async () => {
    const { canvas, top } = await two();
    await desk.ask.selection.set({ canvas, region: point }, never());
    await say('pixelate this', canvas);
    const onto = desk.asked.findLast(({ task }) => task === compose.ontoLayer.name)!;
    expect(onto.input).toMatchObject({ map: [1, 0, 0, 1, 2, 1], size: { width: 4, height: 2 } });
    expect(edited()).toMatchObject({
      image: { key: desk.project().versions.find((v) => v.id === top.version)!.media },
      mask: { key: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });

  it('a crop of the lowest takes the canvas with it, and the others keep their place in the picture', async () => {
    const { canvas, base, top } = await two();
    await desk.ask.selection.set({ canvas, region: point }, never());
    await desk.ask.layers.activate({ layer: base.id }, never());
    await say('crop to this', canvas);
    // Two pixels went at the left.
    expect(layer(top.id).placement).toMatchObject({ x: 2, y: 2, scaleX: 1, scaleY: 1 });
    expect(layer(base.id).placement).toBeNull();
    await undo();
    expect(layer(top.id)).toEqual(top);
    expect(layer(base.id)).toEqual(base);
  });

  it('a version becomes a layer of its own', async () => {
    const { canvas, base } = await two();
    await desk.ask.layers.activate({ layer: base.id }, never());
    await say('make it warmer', canvas);
    const { version } = layer(base.id);
    const { layer: made } = await desk.ask.layers.fromVersion({ version }, never());
    expect(layer(base.id).version).toBe(base.version);
    expect(layers(canvas).map((l) => l.id)[1]).toBe(made);
    expect(desk.session.focus(canvas).layer.id).toBe(made);
    expect(
      await codeOf((async () => desk.ask.layers.fromVersion({ version: base.version }, never()))()),
    ).toBe('wrong-use');
  });
});

it('the history shows all that the canvas showed at each state, from wherever one looks', async () => {
  const { canvas, base, top, from } = await two();
  const seen = new Map<number, unknown>();
  const look = () => {
    const project = desk.project();
    const row = project.canvases.find((c) => c.id === canvas)!;
    const bundles = bundlesOf(project, row).map(({ group, sheets }) => [
      group?.opacity,
      sheets.map((sheet) => [sheet.media.hash, sheet.map, sheet.layer.opacity, sheet.layer.blend]),
    ]);
    seen.set(project.history.findLast((h) => !h.undone)!.id, [canvasSize(project, row), bundles]);
  };
  look();
  for (const change of [{ opacity: 0.4 }, { visible: false }, { visible: true, blend: 'screen' as const }]) {
    await desk.ask.layers.set({ layer: top.id, ...change }, never());
    look();
  }
  await desk.ask.layers.duplicate({ layer: base.id }, never());
  look();
  const shown = async (entry: number) => {
    const answer = await desk.ask.project.shownAt({ entry }, never());
    if (!answer) return null;
    const past = pastCanvas.parse(answer);
    const bundles = bundlesOf(past, past.canvas).map(({ group, sheets }) => [
      group?.opacity,
      sheets.map((sheet) => [sheet.media.hash, sheet.map, sheet.layer.opacity, sheet.layer.blend]),
    ]);
    return [canvasSize(past, past.canvas), bundles];
  };
  const ids = desk.project().history.map((h) => h.id);
  expect(seen.size).toBe(5);
  for (const now of [ids.at(-1)!, ids[1]!, 0, ids[3]!]) {
    await desk.ask.project.jump({ entry: now }, never());
    for (const [entry, view] of seen) expect(await shown(entry)).toEqual(view);
    expect(await shown(0)).toBeNull();
    expect(await shown(999)).toBeNull();
  }
  // What was taken out of the project shows nothing any more.
  await desk.ask.project.jump({ entry: ids.at(-1)! }, never());
  await desk.ask.canvas.remove({ canvas: from }, never());
  expect(await shown(desk.project().history.at(-1)!.id)).toBeNull();
});

it('the history jumps to any state', async () => {
  const { canvas, base, top } = await two();
  for (const opacity of [0.2, 0.4, 0.6]) await desk.ask.layers.set({ layer: top.id, opacity }, never());
  const { history } = desk.project();
  await desk.ask.project.jump({ entry: history.at(-3)!.id }, never());
  expect(layer(top.id).opacity).toBe(0.2);
  expect(desk.project().history.map((h) => h.undone)).toEqual([false, false, false, false, true, true]);
  await desk.ask.project.jump({ entry: 0 }, never());
  expect(desk.project().canvases).toEqual([]);
  await desk.ask.project.jump({ entry: history.at(-1)!.id }, never());
  expect(layer(top.id).opacity).toBe(0.6);
  expect(layers(canvas)[0]).toEqual(base);
  expect(await codeOf((async () => desk.ask.project.jump({ entry: 999 }, never()))())).toBe('not-found');
});
