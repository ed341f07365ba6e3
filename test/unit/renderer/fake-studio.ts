/**
 * A studio in memory for looking at the page without an engine: selections are discs and boxes, edits tint the
 * picture. Runs in a page. Test code: nothing of it is shipped.
 */
import type { App, Job } from '../../../src-main/contract/app.ts';
import type { Canvas, Message, Project, Selection, Version } from '../../../src-main/contract/document.ts';
import type { Plan } from '../../../src-main/contract/invocation.ts';
import type { Media } from '../../../src-main/contract/media.ts';
import type { Region } from '../../../src-main/contract/region.ts';
import { fail, ok } from '../../../src-main/contract/result.ts';
import type { Studio } from '../../../src-main/contract/studio.ts';

export interface FakeFile {
  name: string;
  media: Media;
  url: string;
}
export interface FakeOptions {
  app: App;
  /** Imported by any import, one after another. */
  files: FakeFile[];
  /** Milliseconds that a plan takes. */
  slow: number;
}

const hex = (n: number) => n.toString(16).padStart(64, '0');
const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

export function fakeStudio({ app, files, slow }: FakeOptions): Studio {
  const urls = new Map<string, string>(files.map((f) => [f.media.hash, f.url]));
  const listeners = new Map<string, Set<(payload: never) => void>>();
  const emit = (name: string, payload: unknown) => listeners.get(name)?.forEach((l) => l(payload as never));
  let next = 1;
  let imported = 0;
  const id = (kind: string) => `${kind}${next++}`;
  let project: Project | null = null;
  const past: Project[] = [];

  const change = (make: (p: Project) => Project, label?: string) => {
    if (label) past.push(project!);
    project = make(project!);
    project = { ...project, undo: label ?? project.undo };
    if (label) project.history = [...project.history, { id: next++, label, at: Date.now(), undone: false }];
    emit('project', project);
  };
  const open = (): Project =>
    (project ??= {
      id: id('p'),
      name: 'Untitled',
      readOnly: null,
      warning: null,
      canvases: [],
      layers: [],
      versions: [],
      regions: [],
      media: [],
      messages: [],
      active: null,
      draft: '',
      history: [],
      undo: null,
      redo: null,
    });

  function addCanvas(file: FakeFile): string {
    open();
    const [canvas, layer, version] = [id('c'), id('l'), id('v')];
    const { kind, hash } = file.media;
    if (kind === 'mask') throw new Error('not a canvas');
    const at = Date.now();
    change((p) => ({
      ...p,
      media: [...p.media, file.media],
      canvases: [
        ...p.canvases,
        { id: canvas, name: file.name, kind, source: hash, createdAt: at, order: next, selection: null },
      ],
      layers: [
        ...p.layers,
        { id: layer, canvas, name: file.name, kind, visible: true, start: 0, duration: 0, version, order: 0 },
      ],
      versions: [
        ...p.versions,
        { id: version, layer, media: hash, parent: null, invocation: null, label: 'Import', createdAt: at },
      ],
      active: canvas,
    }));
    return canvas;
  }
  const importSome = async (count: number) => {
    const canvases = files.slice(imported, imported + count).map(addCanvas);
    imported += count;
    return ok({ canvases });
  };

  const sizeOf = (canvas: Canvas) => project!.media.find((m) => m.hash === canvas.source)!;

  async function lookUp(canvas: Canvas, region: Region): Promise<Selection> {
    if (canvas.kind !== 'image') return { region, mask: null, bounds: null, area: 1 };
    const { width = 1, height = 1 } = sizeOf(canvas);
    const sheet = new OffscreenCanvas(width, height);
    const context = sheet.getContext('2d')!;
    context.fillStyle = '#000';
    context.fillRect(0, 0, width, height);
    for (const part of region.parts) {
      context.fillStyle = context.strokeStyle = 'sign' in part && part.sign === '-' ? '#000' : '#fff';
      context.beginPath();
      if (part.kind === 'point') {
        context.ellipse(part.x * width, part.y * height, width * 0.12, height * 0.16, 0.3, 0, 7);
        context.fill();
      } else if (part.kind === 'box') {
        const middle = [((part.x1 + part.x2) / 2) * width, ((part.y1 + part.y2) / 2) * height] as const;
        context.ellipse(
          ...middle,
          ((part.x2 - part.x1) / 2) * width,
          ((part.y2 - part.y1) / 2) * height,
          0,
          0,
          7,
        );
        context.fill();
      } else if (part.kind === 'stroke') {
        part.points.forEach(([x, y]) => context.lineTo(x * width, y * height));
        context.lineWidth = 2 * part.radius * Math.max(width, height);
        context.lineCap = context.lineJoin = 'round';
        context.stroke();
      } else if (part.kind === 'polygon') {
        part.points.forEach(([x, y]) => context.lineTo(x * width, y * height));
        context.fill();
      }
    }
    if (region.inverted) {
      context.globalCompositeOperation = 'difference';
      context.fillStyle = '#fff';
      context.fillRect(0, 0, width, height);
    }
    const { data } = context.getImageData(0, 0, width, height);
    let [x1, y1, x2, y2, count] = [width, height, 0, 0, 0];
    for (let i = 0; i < width * height; i++) {
      if (data[4 * i]! < 128) continue;
      const x = i % width;
      const y = (i - x) / width;
      [x1, y1, x2, y2] = [Math.min(x1, x), Math.min(y1, y), Math.max(x2, x + 1), Math.max(y2, y + 1)];
      count++;
    }
    const mask = hex(next++);
    urls.set(mask, URL.createObjectURL(await sheet.convertToBlob()));
    const bounds = count ? { x1: x1 / width, y1: y1 / height, x2: x2 / width, y2: y2 / height } : null;
    return { region, mask, bounds, area: count / (width * height) };
  }

  async function edited(version: Version, selection: Selection | null): Promise<Media> {
    const media = project!.media.find((m) => m.hash === version.media)!;
    const load = async (hash: string) => createImageBitmap(await (await fetch(urls.get(hash)!)).blob());
    const sheet = new OffscreenCanvas(media.width!, media.height!);
    const context = sheet.getContext('2d')!;
    context.filter = 'blur(12px)';
    context.drawImage(await load(media.preview ?? media.hash), 0, 0, media.width!, media.height!);
    context.filter = 'none';
    if (selection?.mask) context.globalCompositeOperation = 'source-over';
    const hash = hex(next++);
    urls.set(hash, URL.createObjectURL(await sheet.convertToBlob()));
    const made: Media = { ...media, hash };
    delete made.preview;
    return made;
  }

  async function runPlan(messageId: string, signal: { stopped: boolean }, job: Job) {
    const say = (change: Partial<Job>) => emit('job', { ...Object.assign(job, change) });
    say({ state: 'running' });
    const setStep = (step: Message['steps'][number], label?: string, more: Partial<Project> = {}) =>
      change(
        (p) => ({
          ...p,
          ...more,
          messages: p.messages.map((m) => (m.id === messageId ? { ...m, steps: [step] } : m)),
        }),
        label,
      );
    setStep({ state: 'running' });
    for (let i = 0; i < 20; i++) {
      await wait(slow / 20);
      say({ done: i + 1 });
      if (!signal.stopped) continue;
      setStep({ state: 'cancelled' });
      return say({ state: 'cancelled' });
    }
    const message = project!.messages.find((m) => m.id === messageId)!;
    const layer = project!.layers.find((l) => l.canvas === message.canvas)!;
    const before = project!.versions.find((v) => v.id === layer.version)!;
    const media = await edited(before, message.selection);
    const version: Version = {
      id: id('v'),
      layer: layer.id,
      media: media.hash,
      parent: before.id,
      invocation: message.plan!.steps[0]!.invocation,
      label: 'Remove',
      createdAt: Date.now(),
    };
    setStep({ state: 'done', version: version.id }, 'Remove', {
      media: [...project!.media, media],
      versions: [...project!.versions, version],
      layers: project!.layers.map((l) => (l.id === layer.id ? { ...l, version: version.id } : l)),
    });
    return say({ state: 'done' });
  }

  const running = new Map<string, { stopped: boolean }>();
  function start(message: Message) {
    const job: Job = {
      id: id('j'),
      kind: 'plan',
      label: 'Remove',
      message: message.id,
      canvas: message.canvas,
      state: 'waiting',
      done: 0,
      total: 20,
      error: null,
      startedAt: Date.now(),
    };
    const signal = { stopped: false };
    running.set(job.id, signal);
    emit('job', job);
    void runPlan(message.id, signal, job);
    return job.id;
  }

  const planOf = (text: string): Plan => ({
    steps: [
      {
        input: { from: 'focus' },
        invocation: /warm/.test(text)
          ? { module: 'image-editing', command: 'adjust', args: { temperature: 0.3, exposure: 0.5 } }
          : { module: 'image-editing', command: 'remove', args: { target: 'the cup', seed: 7 } },
      },
    ],
  });

  const done = async () => ok({});
  return {
    app: {
      state: async () => ok(app),
      setSettings: async (change) => {
        app = { ...app, settings: { ...app.settings, ...(change as App['settings']) } };
        emit('app', app);
        return ok(app);
      },
      retry: async () => ok({}),
    },
    project: {
      current: async () => ok(project),
      create: async () => {
        project = null;
        emit('project', open());
        return ok(project!);
      },
      openRecent: async () =>
        fail('not-found', 'This project is not where it was.', 'Look for its folder and open it from there.'),
      forgetRecent: async () => ok(app),
      close: async () => {
        project = null;
        emit('project', null);
        return ok({});
      },
      rename: async (input) => {
        change((p) => ({ ...p, name: input.name }));
        return ok({});
      },
      undo: async () => {
        const before = past.pop();
        if (before)
          emit('project', (project = { ...before, undo: past.length ? 'Remove' : null, redo: 'Remove' }));
        return ok({});
      },
      redo: done,
    },
    canvas: {
      activate: async (input) => {
        change((p) => ({ ...p, active: input.canvas }));
        return ok({});
      },
      remove: async (input) => {
        change((p) => ({ ...p, canvases: p.canvases.filter((c) => c.id !== input.canvas) }));
        return ok({});
      },
      showVersion: async (input) => {
        change(
          (p) => ({
            ...p,
            layers: p.layers.map((l) => (l.id === input.layer ? { ...l, version: input.version } : l)),
          }),
          'Show',
        );
        return ok({});
      },
      importSample: () => importSome(1),
      colourAt: async () => ok({ colour: '#336699' }),
    },
    regions: {
      add: async () => fail('wrong-use', 'Not played.'),
      change: done,
      redraw: done,
      move: done,
      remove: done,
    },
    selection: {
      set: async (input) => {
        const canvas = project!.canvases.find((c) => c.id === input.canvas)!;
        await wait(slow / 8);
        const selection = input.region ? await lookUp(canvas, input.region as Region) : null;
        change((p) => ({
          ...p,
          canvases: p.canvases.map((c) => (c.id === canvas.id ? { ...c, selection } : c)),
        }));
        return ok(selection);
      },
      preview: async () => ok({ mask: null }),
    },
    chat: {
      setDraft: done,
      preview: async () => ok({}),
      send: async ({ text, canvas }) => {
        const selection = project!.canvases.find((c) => c.id === canvas)?.selection ?? null;
        const base = {
          canvas,
          selection,
          error: null,
          version: null,
          tries: [],
          instead: null,
          createdAt: Date.now(),
        };
        const needsPack = /lighthouse/.test(text);
        const reply: Message = {
          ...base,
          id: id('m'),
          role: 'studio',
          text: needsPack ? '' : 'I will take it out and fill the gap.',
          plan: needsPack ? null : planOf(text),
          steps: needsPack ? [] : [{ state: 'waiting' }],
          error: needsPack
            ? {
                code: 'needs-pack',
                message: 'The built-in engine can’t paint new things.',
                hint: 'A pack can do this.',
                packs: app.packs.map((p) => p.id),
              }
            : null,
        };
        const own: Message = { ...base, id: id('m'), role: 'user', text, plan: null, steps: [] };
        change((p) => ({ ...p, messages: [...p.messages, own, reply] }));
        const job = reply.plan && !app.settings.confirmPlans ? start(reply) : null;
        return ok({ message: reply.id, job });
      },
      run: async (input) => ok({ job: start(project!.messages.find((m) => m.id === input.message)!) }),
      compare: async () => fail('wrong-use', 'Not in this studio.'),
      choose: done,
      branch: done,
      format: async (input) => ok({ text: JSON.stringify(input.plan) }),
    },
    jobs: {
      list: async () => ok([]),
      cancel: async (input) => {
        running.get(input.job)!.stopped = true;
        return ok({});
      },
    },
    exports: {
      image: async () => ok({ hash: hex(1), name: 'picture.png' }),
      mask: async () => ok({ hash: hex(1), name: 'mask.png' }),
      original: async () => fail('no-space', 'The disk is full.', 'Free some space, then try again.'),
    },
    shell: {
      info: async () => ok({ kind: 'electron' as const, platform: 'linux', version: app.version }),
      openFiles: () => importSome(1),
      openProject: async () => ok(null),
      save: async () => ok({ saved: true }),
      dragOut: done,
    },
    on: (event, listener) => {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(listener as (payload: never) => void));
      return () => void set.delete(listener as (payload: never) => void);
    },
    importFiles: (given) => importSome(given.length),
    mediaUrl: (hash) => urls.get(hash) ?? `/missing/${hash}`,
  };
}
