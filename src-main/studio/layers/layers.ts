/** What is done to layers: each method is one undoable action in one transaction. */
import { randomUUID } from 'node:crypto';
import {
  StudioError,
  bundlesOf,
  centredPlacement,
  layersOn,
  say,
  sheetOf,
  tell,
  type Canvas,
  type Group,
  type Layer,
  type LayerText,
  type Media,
  type Placement,
  type Said,
  type Version,
} from '../../contract/index.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Draft } from '../project/draft.ts';
import type { ActionRun } from '../project/store.ts';
import type { Session } from '../session/session.ts';
import { actOn, gone, inOrder, placeAbove, refuseLocked } from './act.ts';
import { arranged, copyName, renumbered } from './arrange.ts';
import { freeGroup, given, groupOf, labelOf, type GroupChange, type LayerChange } from './changes.ts';
import type { Composer } from './composer.ts';

export class Layers {
  readonly #session: Session;
  readonly #composer: Composer;
  readonly #jobs: Jobs;
  #run: (ActionRun & { id: string }) | undefined;

  constructor(session: Session, composer: Composer, jobs: Jobs) {
    this.#session = session;
    this.#composer = composer;
    this.#jobs = jobs;
  }

  /** @throws StudioError 'not-found' */
  find(id: string): { layer: Layer; canvas: Canvas } {
    const project = this.#session.store.snapshot();
    const layer = project.layers.find((l) => l.id === id);
    const canvas = layer && project.canvases.find((c) => c.id === layer.canvas);
    if (!layer || !canvas) throw new StudioError('not-found', 'That layer is no longer there.');
    return { layer, canvas };
  }

  /** The layer that edits go to from now on. What is selected stays what it is, also on this layer. */
  activate(id: string): void {
    const { canvas } = this.find(id);
    this.#session.store.note((doc) => {
      const { selection, view } = canvas;
      const mask = selection?.mask;
      const region = mask && { parts: [{ kind: 'mask' as const, hash: mask, sign: '+' as const }] };
      doc.canvases.put({
        ...canvas,
        view: { ...view, layer: id },
        selection: selection && region ? { ...selection, region } : selection,
      });
    });
  }

  collapse(canvasId: string, group: string, collapsed: boolean): void {
    const { canvas } = this.#session.focus(canvasId);
    const others = canvas.view.collapsed.filter((id) => id !== group);
    const view = { ...canvas.view, collapsed: collapsed ? [...others, group] : others };
    this.#session.store.note((doc) => doc.canvases.put({ ...canvas, view }));
  }

  /** The picture that another canvas shows, as the topmost layer, in the middle, no larger than the canvas. */
  async add(canvasId: string, from: string, signal: AbortSignal): Promise<string> {
    const { canvas, media } = this.#session.focus(from);
    if (media.kind !== 'image') throw new StudioError('wrong-use', 'Only a photo can be a layer.');
    const label = say('addLayer', canvas.name);
    const job = this.#jobs.start(
      { kind: 'layers', label, canvas: canvasId },
      (watch) => this.#composer.shown(from, watch),
      signal,
    );
    return this.put(canvasId, await job.result, { name: canvas.name });
  }

  /** A picture of the project as a new layer above the active one, or as the newest version of a layer. */
  put(
    canvasId: string,
    media: Media,
    as: {
      name: string;
      layer?: string | undefined;
      placement?: Placement | null | undefined;
      text?: LayerText | null | undefined;
      above?: string | undefined;
    },
  ): string {
    if (media.kind !== 'image') throw new StudioError('wrong-use', 'Only a photo can be a layer.');
    const { canvas, frame, layer: active } = this.#session.focus(canvasId);
    const id = as.layer ?? randomUUID();
    const old = as.layer === undefined ? undefined : this.#free(as.layer).layer;
    const size = { width: media.width ?? 1, height: media.height ?? 1 };
    const fills = size.width === frame.width && size.height === frame.height;
    const placement =
      as.placement !== undefined
        ? as.placement
        : (old?.placement ?? (fills ? null : centredPlacement(size, frame)));
    const label = old ? say('changeLayer', old.name) : say('addLayer', as.name);
    const version: Version = {
      id: randomUUID(),
      layer: id,
      media: media.hash,
      parent: old?.version ?? null,
      invocation: null,
      label: as.text ? say('text') : say('original'),
      createdAt: Date.now(),
      text: as.text ?? null,
    };
    this.#act(canvas, label, (doc) => {
      doc.versions.put(version);
      if (old) return doc.layers.put({ ...old, name: as.name, version: version.id, placement });
      const below = as.above ?? active.id;
      doc.layers.put({
        id,
        canvas: canvasId,
        name: as.name,
        kind: 'image',
        visible: true,
        start: 0,
        duration: 0,
        version: version.id,
        ...placeAbove(doc, canvas, below),
        placement,
      });
      doc.canvases.put({ ...doc.canvases.get(canvasId)!, view: { ...canvas.view, layer: id } });
    });
    return id;
  }

  duplicate(id: string, noun = 'copy'): string {
    const { layer, canvas } = this.find(id);
    const { versions, layers } = this.#session.store.snapshot();
    const copy = randomUUID();
    const shown = versions.find((v) => v.id === layer.version)!;
    const version = { ...shown, id: randomUUID(), layer: copy, parent: null, createdAt: Date.now() };
    this.#act(canvas, say('duplicateLayer', layer.name), (doc) => {
      doc.versions.put(version);
      doc.layers.put({
        ...layer,
        id: copy,
        name: copyName(
          layer.name,
          noun,
          layers.filter((l) => l.canvas === canvas.id),
        ),
        locked: false,
        version: version.id,
        ...placeAbove(doc, canvas, id),
      });
      doc.canvases.put({ ...doc.canvases.get(canvas.id)!, view: { ...canvas.view, layer: copy } });
    });
    return copy;
  }

  /** @throws StudioError 'not-found', 'wrong-use' for a layer's first version */
  fromVersion(id: string, called?: string): string {
    const project = this.#session.store.snapshot();
    const version = project.versions.find((v) => v.id === id);
    if (!version) throw new StudioError('not-found', 'That version is no longer in the project.');
    const { layer, canvas } = this.#free(version.layer);
    const parent = project.versions.find((v) => v.id === version.parent);
    if (!parent)
      throw new StudioError('wrong-use', 'This is the layer’s own picture.', 'Duplicate the layer.');
    const made = randomUUID();
    const name = called ?? tell(version.label);
    this.#act(canvas, say('versionAsLayer', version.label), (doc) => {
      const own = { ...version, id: randomUUID(), layer: made, parent: null, createdAt: Date.now() };
      doc.versions.put(own);
      doc.layers.put({
        ...layer,
        id: made,
        name,
        version: own.id,
        ...placeAbove(doc, canvas, layer.id),
      });
      if (layer.version === id) doc.layers.put({ ...layer, version: parent.id });
      doc.canvases.put({ ...doc.canvases.get(canvas.id)!, view: { ...canvas.view, layer: made } });
    });
    return made;
  }

  remove(id: string): void {
    const { layer, canvas } = this.#free(id);
    if (layersOn(this.#session.store.snapshot(), canvas.id).length < 2)
      throw new StudioError(
        'wrong-use',
        'This is the only layer.',
        'Add another one first, or take the whole photo out of the project.',
      );
    this.#act(canvas, say('deleteLayer', layer.name), (doc) => doc.layers.delete(id));
  }

  arrange(canvasId: string, wanted: readonly { id: string; group: string | null }[]): void {
    const { canvas } = this.#session.focus(canvasId);
    const there = layersOn(this.#session.store.snapshot(), canvasId);
    const order = arranged(there, wanted, canvas.groups);
    if (!order) throw new StudioError('wrong-use', 'The layers have changed meanwhile.', 'Move it again.');
    const members = (layers: readonly { id: string; group: string | null }[], { id }: Group) =>
      layers.flatMap((layer) => (layer.group === id ? [layer.id] : [])).join();
    for (const group of canvas.groups)
      if (members(there, group) !== members(wanted, group)) freeGroup(canvas, group.id);
    this.#act(canvas, say('moveLayers'), (doc) => order.forEach((layer) => doc.layers.put(layer)));
  }

  set(id: string, { masked, ...change }: LayerChange, run?: string): void {
    const { layer, canvas } = this.find(id);
    // A locked layer can be renamed, shown and hidden: that changes none of its pixels.
    if (change.opacity !== undefined || change.blend !== undefined || masked !== undefined)
      if (!change.locked) this.#free(id);
    const mask = masked !== undefined && layer.mask ? { ...layer.mask, on: masked } : layer.mask;
    this.#act(
      canvas,
      labelOf(layer, { masked, ...change }),
      (doc) => doc.layers.put({ ...layer, ...given(change), mask }),
      this.#runOf(run),
    );
  }

  place(id: string, placement: Placement | null): void {
    const { layer, canvas } = this.#free(id);
    this.#act(canvas, say('moveLayer', layer.name), (doc) => doc.layers.put({ ...layer, placement }));
  }

  /** @throws StudioError 'needs-region' when nothing is selected */
  async mask(id: string, from: 'selection' | 'none', signal: AbortSignal): Promise<void> {
    const { layer, canvas } = this.#free(id);
    if (from === 'none') {
      this.#act(canvas, say('unmaskLayer', layer.name), (doc) => doc.layers.put({ ...layer, mask: null }));
      return;
    }
    const selected = canvas.selection?.mask;
    if (!selected) throw new StudioError('needs-region', 'Nothing is selected.', 'Click on a thing first.');
    const { still, map, size } = this.#session.focus(canvas.id, { layer: id });
    let hash = selected;
    if (!still) {
      const mask = await this.#session.bench().mediaFile(selected);
      hash = (await this.#composer.onto(mask, map, size, signal)).hash!;
    }
    this.#act(canvas, say('maskLayer', layer.name), (doc) => {
      const now = doc.layers.get(id);
      if (now) doc.layers.put({ ...now, mask: { hash, on: true } });
    });
  }

  group(ids: readonly string[], called?: string): string {
    const { canvas } = this.find(ids[0]!);
    const group = randomUUID();
    const chosen = new Set(ids);
    this.#act(canvas, say('groupLayers'), (doc) => {
      const row = doc.canvases.get(canvas.id)!;
      const name = called ?? `Group ${row.groups.length + 1}`;
      const groups = [
        ...row.groups,
        { id: group, name, visible: true, opacity: 1, blend: 'pass-through' as const, locked: false },
      ];
      doc.canvases.put({ ...row, groups });
      const layers = inOrder(doc, canvas.id).map((l) => (chosen.has(l.id) ? { ...l, group } : l));
      renumbered(layers).forEach((layer) => doc.layers.put(layer));
    });
    return group;
  }

  ungroup(canvasId: string, group: string): void {
    const { canvas } = this.#session.focus(canvasId);
    freeGroup(canvas, group);
    this.#act(canvas, say('ungroupLayers'), (doc) => {
      for (const layer of inOrder(doc, canvasId))
        if (layer.group === group) doc.layers.put({ ...layer, group: null });
    });
  }

  setGroup(canvasId: string, group: string, change: GroupChange, run?: string): void {
    const { canvas } = this.#session.focus(canvasId);
    const changesLook = change.opacity !== undefined || change.blend !== undefined;
    const old = changesLook && !change.locked ? freeGroup(canvas, group) : groupOf(canvas, group);
    const groups = canvas.groups.map((g) => (g.id === group ? { ...g, ...given(change) } : g));
    this.#act(
      canvas,
      labelOf(old, change),
      (doc) => doc.canvases.put({ ...doc.canvases.get(canvasId)!, groups }),
      this.#runOf(run),
    );
  }

  /** @throws StudioError 'wrong-use' for the lowest layer, of all or of its group */
  async mergeDown(id: string, signal: AbortSignal): Promise<void> {
    const { layer, canvas } = this.#free(id);
    const project = this.#session.store.snapshot();
    const layers = layersOn(project, canvas.id);
    const below = layers[layers.findIndex((l) => l.id === id) - 1];
    if (!below) throw new StudioError('wrong-use', 'There is no layer below this one.');
    // What a group does to its layers as one, it can't do to half of a layer.
    if (below.group !== layer.group)
      throw new StudioError(
        'wrong-use',
        `${layer.name} and ${below.name} are not in the same group.`,
        'Move one of them to the other first, or ungroup them.',
      );
    this.#free(below.id);
    // The lower layer keeps its blend mode: that is between it and what lies below both.
    const lower = sheetOf(project, canvas, { ...below, blend: 'normal' })!;
    const sheets = [lower, sheetOf(project, canvas, layer)!].filter(({ layer: l }) => l.visible);
    const bundles = sheets.map((sheet) => ({ group: null, sheets: [sheet] }));
    const label = say('mergeDown', layer.name);
    const media = await this.#compose(canvas, label, bundles, signal);
    this.#act(canvas, label, (doc) => {
      if (!doc.layers.get(below.id)) throw gone();
      const version = versionOf(below, media, say('merge'));
      doc.versions.put(version);
      doc.layers.put({ ...below, ...whole, visible: true, version: version.id });
      doc.layers.delete(id);
      doc.canvases.put({ ...doc.canvases.get(canvas.id)!, view: { ...canvas.view, layer: below.id } });
    });
  }

  async flatten(canvasId: string, signal: AbortSignal): Promise<void> {
    const { canvas } = this.#session.focus(canvasId);
    const project = this.#session.store.snapshot();
    const [lowest, ...others] = layersOn(project, canvasId);
    if (!lowest || !others.length) throw new StudioError('wrong-use', 'There is only one layer.');
    const media = await this.#compose(canvas, say('flatten'), bundlesOf(project, canvas), signal);
    this.#act(canvas, say('flatten'), (doc) => {
      if (!doc.layers.get(lowest.id)) throw gone();
      const version = versionOf(lowest, media, say('flatten'));
      doc.versions.put(version);
      doc.layers.put({
        ...lowest,
        ...whole,
        blend: 'normal',
        visible: true,
        group: null,
        version: version.id,
      });
      for (const layer of others) doc.layers.delete(layer.id);
    });
  }

  async #compose(
    canvas: Canvas,
    label: Said,
    bundles: ReturnType<typeof bundlesOf>,
    signal: AbortSignal,
  ): Promise<Media> {
    const { frame } = this.#session.focus(canvas.id);
    const about = { kind: 'layers', label, canvas: canvas.id } as const;
    return this.#jobs.start(about, (watch) => this.#composer.flatten(bundles, frame, watch), signal).result;
  }

  /** A layer that may be changed. @throws StudioError 'wrong-use' for a locked one */
  #free(id: string): { layer: Layer; canvas: Canvas } {
    const found = this.find(id);
    refuseLocked(found.canvas, found.layer);
    return found;
  }

  /** The run that is called so: the one under way, or a new one. */
  #runOf(id: string | undefined): ActionRun | undefined {
    if (id !== undefined && id !== this.#run?.id) this.#run = { id, entry: null };
    return id === undefined ? undefined : this.#run;
  }

  #act(canvas: Canvas, label: Said, change: (doc: Draft) => void, run?: ActionRun): void {
    actOn(this.#session, canvas, label, change, run);
  }
}

/** What a layer is after its look went into its pixels. */
const whole = { opacity: 1, mask: null, placement: null } as const;
const versionOf = (layer: Layer, media: Media, label: Said): Version => ({
  id: randomUUID(),
  layer: layer.id,
  media: media.hash,
  parent: layer.version,
  invocation: null,
  label,
  createdAt: Date.now(),
  text: null,
});
