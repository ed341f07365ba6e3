/** Random lives of a project against a model that simply keeps every state: nothing is lost, nothing comes back stale. */
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  afterChange,
  type Canvas,
  type Layer,
  type Media,
  type Message,
  type Project,
  type Selection,
  type Version,
} from '../../../../src-main/contract/index.ts';
import { ProjectStore } from '../../../../src-main/studio/project/store.ts';
import { Told } from '../../../../src-main/studio/session/told.ts';
import { canvasOf, kept, layerOf, messageOf, selectionOf, store, versionOf } from './support.ts';

/** What undo covers. */
interface Content {
  canvases: Map<string, Canvas>; // whose selections don't count
  layers: Map<string, Layer>;
  versions: Map<string, Version>;
}

class Model {
  /** `states[at]` is now; what follows can be done again. */
  states: Content[] = [{ canvases: new Map(), layers: new Map(), versions: new Map() }];
  labels: string[] = [];
  at = 0;
  selections = new Map<string, Selection | null>();
  views = new Map<string, Canvas['view']>();
  messages = new Map<string, Message>();
  draft = '';
  name = 'p';
  active: string | null = null;
  next = 0;

  get now(): Content {
    return this.states[this.at]!;
  }

  act(label: string, change: (content: Content) => void): void {
    const content: Content = {
      canvases: new Map(this.now.canvases),
      layers: new Map(this.now.layers),
      versions: new Map(this.now.versions),
    };
    change(content);
    this.states = [...this.states.slice(0, this.at + 1), content];
    this.labels = [...this.labels.slice(0, this.at), label];
    this.at++;
  }
}

interface Real {
  project: ProjectStore;
  media: Media[];
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

function compare(model: Model, { project }: Real): void {
  const real = project.snapshot();
  const canvases = [...model.now.canvases.values()].map((c) => ({
    ...c,
    selection: model.selections.get(c.id) ?? null,
    view: model.views.get(c.id) ?? { layer: null, collapsed: [] },
  }));
  expect([...real.canvases].sort(byId)).toEqual(canvases.sort(byId));
  expect([...real.layers].sort(byId)).toEqual([...model.now.layers.values()].sort(byId));
  expect([...real.versions].sort(byId)).toEqual([...model.now.versions.values()].sort(byId));
  expect(real.messages).toEqual([...model.messages.values()]);
  expect([real.draft, real.name]).toEqual([model.draft, model.name]);
  const there = model.active === null || model.now.canvases.has(model.active);
  if (there) expect(real.active).toBe(model.active);
  else expect([...model.now.canvases.keys(), null]).toContain(real.active);
  expect(real.history.map((h) => h.label)).toEqual(model.labels);
  expect(real.history.map((h) => h.undone)).toEqual(model.labels.map((_, i) => i >= model.at));
  expect(real.undo).toBe(model.labels[model.at - 1] ?? null);
  expect(real.redo).toBe(model.labels[model.at] ?? null);
  real.history.forEach(({ id }, i) => {
    const past = project.shownAt(id);
    if (!past) return;
    const { canvases, layers } = model.states[i + 1]!;
    const { id: canvas } = past.canvas;
    // What is selected and looked at isn't undone.
    const { selection, view } = past.canvas;
    expect(past.canvas).toEqual({ ...canvases.get(canvas)!, selection, view });
    const own = [...layers.values()].filter((layer) => layer.canvas === canvas);
    expect([...past.layers].sort(byId)).toEqual(own.sort(byId));
  });
}

type Step = (model: Model, real: Real) => Promise<void> | void;
const pick = <T>(items: Iterable<T>, n: number): T | undefined => {
  const list = [...items];
  return list[n % list.length];
};

/** One step of a life; `n` chooses what it is about. */
const steps: Record<string, (n: number) => Step> = {
  import:
    (n) =>
    (model, { project, media }) => {
      const id = `c${model.next++}`;
      const source = media[n % media.length]!;
      const rows = [
        canvasOf(id, source.hash, { order: model.next }),
        layerOf(`${id}l`, id, `${id}v`),
        versionOf(`${id}v`, `${id}l`, source.hash),
      ] as const;
      project.act(`import ${id}`, (doc) => {
        doc.canvases.put(rows[0]);
        doc.layers.put(rows[1]);
        doc.versions.put(rows[2]);
        doc.active = id;
      });
      model.act(`import ${id}`, (content) => {
        content.canvases.set(id, rows[0]);
        content.layers.set(rows[1].id, rows[1]);
        content.versions.set(rows[2].id, rows[2]);
      });
      model.active = id;
    },
  edit:
    (n) =>
    (model, { project, media }) => {
      const layer = pick(model.now.layers.values(), n);
      if (!layer) return;
      const version = versionOf(`e${model.next++}`, layer.id, media[n % media.length]!.hash, {
        parent: layer.version,
      });
      const label = `edit ${version.id}`;
      project.act(label, (doc) => {
        doc.versions.put(version);
        doc.layers.put({ ...doc.layers.get(layer.id)!, version: version.id });
        doc.messages.put(messageOf(`said-${version.id}`));
      });
      model.act(label, (content) => {
        content.versions.set(version.id, version);
        content.layers.set(layer.id, { ...layer, version: version.id });
      });
      model.messages.set(`said-${version.id}`, messageOf(`said-${version.id}`));
    },
  remove:
    (n) =>
    (model, { project }) => {
      const canvas = pick(model.now.canvases.values(), n);
      if (!canvas) return;
      project.act(`remove ${canvas.id}`, (doc) => doc.canvases.delete(canvas.id));
      model.act(`remove ${canvas.id}`, (content) => {
        content.canvases.delete(canvas.id);
        const gone = [...content.layers.values()].filter((l) => l.canvas === canvas.id).map((l) => l.id);
        for (const id of gone) content.layers.delete(id);
        for (const v of [...content.versions.values()])
          if (gone.includes(v.layer)) content.versions.delete(v.id);
      });
    },
  rename:
    (n) =>
    (model, { project }) => {
      const canvas = pick(model.now.canvases.values(), n);
      if (!canvas) return;
      const name = `named ${model.next++}`;
      const selection = n % 2 ? selectionOf(null, (n % 100) / 100) : undefined;
      project.act(name, (doc) => {
        const row = doc.canvases.get(canvas.id)!;
        doc.canvases.put({ ...row, name, ...(selection && { selection }) });
      });
      model.act(name, (content) => void content.canvases.set(canvas.id, { ...canvas, name }));
      if (selection) model.selections.set(canvas.id, selection);
    },
  select:
    (n) =>
    (model, { project, media }) => {
      const canvas = pick(model.now.canvases.values(), n);
      if (!canvas) return;
      const selection = n % 3 ? selectionOf(media[n % media.length]!.hash, (n % 100) / 100) : null;
      project.note((doc) => doc.canvases.put({ ...doc.canvases.get(canvas.id)!, selection }));
      model.selections.set(canvas.id, selection);
    },
  say:
    (n) =>
    (model, { project }) => {
      const old = n % 2 ? pick(model.messages.keys(), n) : undefined;
      const message = messageOf(old ?? `m${model.next++}`, { text: `says ${n}` });
      project.note((doc) => {
        doc.messages.put(message);
        doc.draft = `draft ${n}`;
        doc.name = `name ${n}`;
      });
      model.messages.set(message.id, message);
      model.draft = `draft ${n}`;
      model.name = `name ${n}`;
    },
  focus:
    (n) =>
    (model, { project }) => {
      const canvas = n % 4 ? (pick(model.now.canvases.keys(), n) ?? null) : null;
      project.note((doc) => void (doc.active = canvas));
      model.active = canvas;
    },
  layer:
    (n) =>
    (model, { project, media }) => {
      // A second layer on a canvas, or a change of one that is there.
      const old = pick(model.now.layers.values(), n);
      if (!old) return;
      const fresh = n % 2 === 0;
      const id = fresh ? `y${model.next++}` : old.id;
      const version = versionOf(`${id}-${model.next++}`, id, media[n % media.length]!.hash);
      const layer: Layer = {
        ...(fresh ? layerOf(id, old.canvas, version.id, { order: n }) : old),
        version: version.id,
        opacity: (n % 10) / 10,
        blend: n % 3 ? 'multiply' : 'hue',
        mask: n % 4 ? { hash: media[n % media.length]!.hash, on: n % 5 > 0 } : null,
        placement: n % 7 ? { x: n, y: 1, scaleX: 2, scaleY: -1, degrees: n % 360 } : null,
        group: n % 6 ? 'g' : null,
      };
      const label = `layer ${version.id}`;
      const canvas = model.now.canvases.get(old.canvas)!;
      const groups = [
        {
          id: 'g',
          name: label,
          visible: n % 2 > 0,
          opacity: 0.5,
          blend: n % 3 ? ('hue' as const) : ('pass-through' as const),
          locked: n % 4 > 1,
        },
      ];
      const row = { ...canvas, groups, frame: n % 3 ? { width: 9, height: n + 1 } : null };
      project.act(label, (doc) => {
        doc.versions.put(version);
        doc.layers.put(layer);
        doc.canvases.put({ ...doc.canvases.get(canvas.id)!, groups, frame: row.frame });
      });
      model.act(label, (content) => {
        content.versions.set(version.id, version);
        content.layers.set(id, layer);
        content.canvases.set(canvas.id, row);
      });
    },
  look:
    (n) =>
    (model, { project }) => {
      const canvas = pick(model.now.canvases.values(), n);
      if (!canvas) return;
      const layer = n % 3 ? `l${n}` : null;
      const view = { layer, collapsed: n % 2 ? ['g'] : [] };
      project.note((doc) => doc.canvases.put({ ...doc.canvases.get(canvas.id)!, view }));
      model.views.set(canvas.id, view);
    },
  jump:
    (n) =>
    (model, { project }) => {
      const { history } = project.snapshot();
      const at = n % (history.length + 1);
      expect(project.jump(at === 0 ? 0 : history[at - 1]!.id)).toBe(true);
      model.at = at;
    },
  undo:
    () =>
    (model, { project }) => {
      expect(project.undo()).toBe(model.at > 0);
      if (model.at > 0) model.at--;
    },
  redo:
    () =>
    (model, { project }) => {
      expect(project.redo()).toBe(model.at < model.labels.length);
      if (model.at < model.labels.length) model.at++;
    },
  fail:
    (n) =>
    (model, { project }) => {
      const canvas = pick(model.now.canvases.keys(), n);
      expect(() =>
        project.act('never', (doc) => {
          if (canvas) doc.canvases.delete(canvas);
          doc.draft = 'never';
          throw new Error('changed my mind');
        }),
      ).toThrow('changed my mind');
    },
  reopen: () => async (_, real) => {
    const before = real.project.snapshot();
    await real.project.close();
    real.project = await ProjectStore.open(real.project.folder);
    expect(kept(real.project.snapshot())).toEqual(kept(before)); // the order of everything included
  },
};

const weights: Record<string, number> = {
  import: 3,
  edit: 5,
  undo: 6,
  redo: 4,
  select: 4,
  rename: 3,
  remove: 2,
  layer: 5,
  jump: 3,
};
const step = fc
  .oneof(...Object.keys(steps).map((name) => ({ weight: weights[name] ?? 1, arbitrary: fc.constant(name) })))
  .chain((name) => fc.nat(1000).map((n) => ({ name, n })));

/** A page that is told of every change of a project. */
function follow(project: ProjectStore) {
  const told = new Told(project);
  const page = { project, now: project.snapshot() as Project | null };
  project.onChange(() => (page.now = afterChange(page.now, told.next())));
  return page;
}

test('any life of a project is what the model says, after every step', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }), async (life) => {
      const folder = mkdtempSync(join(tmpdir(), 'vitrail-test-'));
      const real: Real = { project: await ProjectStore.create(join(folder, 'p'), 'p'), media: [] };
      const model = new Model();
      let page = follow(real.project);
      try {
        for (const text of ['one', 'two', 'three']) real.media.push(await store(real.project, text));
        real.project.note((doc) => real.media.forEach((row) => doc.media.put(row)));
        for (const { name, n } of life) {
          await steps[name]!(n)(model, real);
          compare(model, real);
          if (page.project !== real.project) page = follow(real.project);
          expect(page.now).toEqual(real.project.snapshot());
        }
      } finally {
        await real.project.close();
        rmSync(folder, { recursive: true, force: true });
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
