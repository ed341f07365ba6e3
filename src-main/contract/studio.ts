/** Everything a page may ask of the studio, and everything it is told. `window.studio` is generated from this. */
import * as z from 'zod';
import { app, imageFormat, job, settingsChange } from './app.ts';
import { request, type Client, type EventTable, type Payload, type RequestTable } from './channel.ts';
import { projectChange } from './changes.ts';
import { namedRegion, pastCanvas, project, selection, trial } from './document.ts';
import { plan, turn } from './invocation.ts';
import { blendMode, groupBlend, layerText, placement } from './layers.ts';
import { colour, hash, id, unit } from './primitives.ts';
import { dialogWords, menuSection } from './menu.ts';
import { memoryUse } from './models.ts';
import { region, sketchMask } from './region.ts';
import { failure } from './result.ts';

const nothing = z.strictObject({}).default({});
const done = z.strictObject({});
const started = z.strictObject({ job: id });
const madeLayer = z.strictObject({ layer: id });
const layerName = z.string().trim().min(1).max(120);
/** Changes with the same one are one step of the history, as long as nothing else is done in between. */
const run = id;
/** What something new is called in the person's language, where a number or a name is put to it. */
const noun = z.string().trim().min(1).max(40).optional();

/** A file made for the user, ready to be saved by the shell under `name`. */
export const exported = z.strictObject({ hash, name: z.string() });

/** Answered by the engine, the same in every shell. */
export const studioRequests = {
  app: {
    state: request(nothing, app),
    setSettings: request(settingsChange, app),
    /** What models may take and take now, on every device, and how much memory the machine has, in bytes. */
    memory: request(nothing, memoryUse),
    /** Starts again what has stopped too often to be started by itself: the person asks to try once more. */
    retry: request(nothing, done),
  },
  project: {
    current: request(nothing, project.nullable()),
    /** A new empty project in the data folder. */
    create: request(
      z.strictObject({ name: z.string().trim().min(1).max(120).optional() }).default({}),
      project,
    ),
    /** One of `app.recents`: the page never names a path. */
    openRecent: request(z.strictObject({ id }), project),
    forgetRecent: request(z.strictObject({ id }), app),
    close: request(nothing, done),
    rename: request(z.strictObject({ name: z.string().trim().min(1).max(120) }), done),
    undo: request(nothing, done),
    redo: request(nothing, done),
    /** Goes to the state right after an entry of the history (0: before the first), in one step. */
    jump: request(z.strictObject({ entry: z.int().min(0) }), done),
    /** What the canvas that an entry of the history is about showed right after it; `null`: it was not there. */
    shownAt: request(z.strictObject({ entry: z.int().min(0) }), pastCanvas.nullable()),
  },
  canvas: {
    activate: request(z.strictObject({ canvas: id }), done),
    remove: request(z.strictObject({ canvas: id }), done),
    /** Several at once, as one undoable action. */
    removeAll: request(z.strictObject({ canvases: z.array(id).min(1).max(10_000) }), done),
    rename: request(z.strictObject({ canvas: id, name: z.string().trim().min(1).max(120) }), done),
    /** Puts these in this order, in the places that they have now; an undoable action. */
    reorder: request(z.strictObject({ canvases: z.array(id).min(1).max(10_000) }), done),
    /** Finds out the colours of pictures that came in before colours were kept; they arrive with the project. */
    findColours: request(nothing, done),
    /** Shows a version of a layer; an undoable action. */
    showVersion: request(z.strictObject({ layer: id, version: id }), done),
    importSample: request(z.strictObject({ sample: id }), z.strictObject({ canvases: z.array(id) })),
    /** The colour of the picture's pixel at a place, as it looks in sRGB. `null`: it is transparent there. */
    colourAt: request(
      z.strictObject({ canvas: id, at: z.strictObject({ x: unit, y: unit }) }),
      z.strictObject({ colour: colour.nullable() }),
    ),
  },
  /** Each is one undoable action, but for `activate` and `collapse`, which change only how a canvas is looked at. */
  layers: {
    activate: request(z.strictObject({ layer: id }), done),
    collapse: request(z.strictObject({ canvas: id, group: id, collapsed: z.boolean() }), done),
    /** The picture that another canvas shows, as a new layer. */
    add: request(z.strictObject({ canvas: id, from: id }), madeLayer),
    /**
     * The next file imported under the name that this answers with (and any ending) becomes a layer instead of a
     * canvas; with `layer`, that layer shows it from then on.
     */
    expect: request(
      z.strictObject({
        canvas: id,
        name: layerName,
        layer: id.optional(),
        placement: placement.nullable().optional(),
        text: layerText.nullable().default(null),
      }),
      z.strictObject({ ticket: id }),
    ),
    duplicate: request(z.strictObject({ layer: id, noun }), madeLayer),
    /** A version becomes a layer of its own above the one that it was made on, which goes back to the version before. */
    fromVersion: request(z.strictObject({ version: id, name: layerName.optional() }), madeLayer),
    remove: request(z.strictObject({ layer: id }), done),
    /** All layers of a canvas from the lowest to the topmost, each with its group. */
    arrange: request(
      z.strictObject({
        canvas: id,
        layers: z.array(z.strictObject({ id, group: id.nullable() })).max(1_000),
      }),
      done,
    ),
    set: request(
      z.strictObject({
        layer: id,
        name: layerName.optional(),
        visible: z.boolean().optional(),
        locked: z.boolean().optional(),
        opacity: unit.optional(),
        blend: blendMode.optional(),
        /** Whether its mask counts. */
        masked: z.boolean().optional(),
        run: run.optional(),
      }),
      done,
    ),
    /** `null`: it fills the canvas. */
    place: request(z.strictObject({ layer: id, placement: placement.nullable() }), done),
    /** Shows only what is selected (or nothing is hidden any more). */
    mask: request(z.strictObject({ layer: id, from: z.enum(['selection', 'none']) }), done),
    group: request(
      z.strictObject({ layers: z.array(id).min(1).max(1_000), name: layerName.optional() }),
      z.strictObject({ group: id }),
    ),
    ungroup: request(z.strictObject({ canvas: id, group: id }), done),
    setGroup: request(
      z.strictObject({
        canvas: id,
        group: id,
        name: layerName.optional(),
        visible: z.boolean().optional(),
        locked: z.boolean().optional(),
        opacity: unit.optional(),
        blend: groupBlend.optional(),
        run: run.optional(),
      }),
      done,
    ),
    /** A layer and the one below it become one. */
    mergeDown: request(z.strictObject({ layer: id }), done),
    /** All that is seen becomes one layer; what is hidden goes. */
    flatten: request(z.strictObject({ canvas: id }), done),
  },
  selection: {
    /**
     * Looks a region up and keeps it as the canvas' selection (`null` clears it). A later call for the same canvas
     * supersedes one still under way, which then fails with `cancelled`.
     */
    set: request(z.strictObject({ canvas: id, region: region.nullable() }), selection.nullable()),
    /**
     * What a click there would select, without selecting it: a good guess at once, or exactly that when `settled`.
     * `null`: nothing can be said. The next call and the next `set` supersede a settled one still under way, which
     * then fails with `cancelled`; `at: null` only does that.
     */
    preview: request(
      z.strictObject({
        canvas: id,
        at: z.strictObject({ x: unit, y: unit }).nullable(),
        settled: z.boolean().default(false),
      }),
      z.strictObject({ mask: sketchMask.nullable() }),
    ),
  },
  /** Regions that are kept by number and name; each request is an undoable action. */
  regions: {
    /** The canvas' selection becomes a region; without a name it gets one: what it is, or `noun` and its number. */
    add: request(z.strictObject({ canvas: id, name: namedRegion.shape.name.optional(), noun }), namedRegion),
    change: request(
      z.strictObject({
        region: id,
        ...namedRegion.pick({ name: true, colour: true, hidden: true, locked: true }).partial().shape,
      }),
      done,
    ),
    /** The canvas' selection becomes the region's shape in the picture as it is shown. */
    redraw: request(z.strictObject({ region: id }), done),
    /** Puts a region before another one in the list, or (`null`) at its end. */
    move: request(z.strictObject({ region: id, before: id.nullable() }), done),
    remove: request(z.strictObject({ region: id }), done),
  },
  chat: {
    /** What is being written. `project`: whose draft it is; nothing happens when another one is open by now. */
    setDraft: request(z.strictObject({ text: z.string().max(20_000), project: id.optional() }), done),
    /** What would happen, without doing it. */
    preview: request(z.strictObject({ text: z.string().max(20_000), canvas: id.nullable() }), turn),
    /**
     * Says something: the message, its plan and the results join the thread. `photos`: it is about several, and
     * about no other canvas; each has a reading of its own ("this" is what is selected there).
     */
    send: request(
      z.strictObject({
        text: z.string().trim().min(1).max(20_000),
        canvas: id.nullable(),
        photos: z.array(id).min(1).max(10_000).optional(),
      }),
      z.strictObject({ message: id, job: id.nullable() }),
    ),
    /** A plan made by a tool instead of words: joins the thread and runs. `layer`: on that one, not the active one. */
    perform: request(
      z.strictObject({ canvas: id, layer: id.optional(), plan, say: z.string().max(200).optional() }),
      z.strictObject({ message: id, job: id }),
    ),
    /**
     * Runs the plan of a message: as it stands, on what is shown now; changed, on what it was run on before, so that
     * the two results stand beside each other. For several photos: as it stands, on those that it isn't done on.
     */
    run: request(z.strictObject({ message: id, plan: plan.optional() }), started),
    /**
     * What the plan of a message, changed, would make of the layer that it is for: a picture that no history knows of.
     * A later call supersedes one still under way, which then fails with `cancelled`.
     */
    tryOut: request(
      z.strictObject({
        message: id,
        plan,
        /** How many of the canvas' pixels, each way, one of the screen shows: the picture need be no finer. */
        by: z.number().min(1).max(1_000).default(1),
      }),
      trial,
    ),
    /** Runs the plan of a message with so many other seeds; the results are kept side by side with the message. */
    compare: request(z.strictObject({ message: id, count: z.int().min(2).max(9) }), started),
    /** Takes one of them for the result. */
    choose: request(z.strictObject({ message: id, version: id }), done),
    /** Takes the other tries away for good (undo brings them back), unless something was made from them. */
    dropTries: request(z.strictObject({ message: id }), done),
    /** Shows the picture as this message left it (or saw it), to go on from there another way. */
    branch: request(z.strictObject({ message: id }), done),
    /**
     * A plan for each of these photos joins the thread and runs, as one job with a part for each. What was pointed at
     * belongs to the photo that it was pointed at in: the others use their own selection, or find their own subject.
     */
    batch: request(
      z.strictObject({ plan, canvases: z.array(id).min(1).max(10_000) }),
      z.strictObject({ message: id, job: id }),
    ),
    /**
     * A plan in words that other programs read. A command names what the terminal needs besides the photo (masks,
     * another photo): `files`, to be saved beside it. `message`: whose plan it is; where its region is very long, its
     * mask stands for it.
     */
    format: request(
      z.strictObject({
        plan,
        form: z.enum(['template', 'letters', 'command', 'json']),
        message: id.optional(),
      }),
      z.strictObject({ text: z.string(), files: z.array(exported).default([]) }),
    ),
  },
  jobs: {
    list: request(nothing, z.array(job)),
    cancel: request(z.strictObject({ job: id }), done),
  },
  exports: {
    image: request(
      z.strictObject({
        canvas: id,
        format: imageFormat,
        /** For JPEG, WebP and AVIF: 1..100. */
        quality: z.int().min(1).max(100).default(92),
      }),
      exported,
    ),
    /** The selection's mask as an 8-bit PNG, or as COCO JSON. */
    mask: request(z.strictObject({ canvas: id, form: z.enum(['png', 'coco']) }), exported),
    /** The imported file, byte for byte. */
    original: request(z.strictObject({ canvas: id }), exported),
  },
} as const satisfies RequestTable;

/** Answered by the shell: what only a window or a browser can do. */
export const shellRequests = {
  shell: {
    info: request(
      nothing,
      z.strictObject({ kind: z.enum(['electron', 'browser']), platform: z.string(), version: z.string() }),
    ),
    /** Asks for files to import with a native dialog. A browser page uses its own file input instead. */
    openFiles: request(nothing, z.strictObject({ canvases: z.array(id) })),
    /** Opens a project file with a native dialog; `null`: the user changed their mind. */
    openProject: request(nothing, project.nullable()),
    /** Where to save, then saves; a browser answers with the address of a download. */
    save: request(exported, z.strictObject({ saved: z.boolean(), download: z.string().optional() })),
    /** The native menu and the words of dialogs, as the page's own actions and the language in use make them. */
    setMenu: request(z.strictObject({ menu: z.array(menuSection).max(16), dialogs: dialogWords }), done),
    /** Asks for another folder for the user's data, from the next start (Electron only). */
    chooseDataFolder: request(nothing, done),
    /** Starts a drag of a file out of the window (Electron only). */
    dragOut: request(exported, done),
  },
} as const satisfies RequestTable;

export const studioEvents = {
  /** The whole project when it is opened; `null` when it is closed. */
  project: project.nullable(),
  /** What a transaction changed of it. Whoever misses one asks for the whole (`project.current`). */
  change: projectChange,
  app: app,
  job: job,
  /**
   * An answer on its way to a message of the person: what there is of it so far (empty: it is being thought about);
   * `null` once the answer is in the thread, or none comes.
   */
  answer: z.strictObject({ to: id, text: z.string().nullable() }),
  /** Something that a person should know and no request is waiting for. */
  notice: z.strictObject({ level: z.enum(['info', 'warning', 'error']), failure }),
  /** The engine is a process of its own; the page says so when it has to be restarted. */
  engine: z.strictObject({ state: z.enum(['ready', 'restarting', 'failed']) }),
  /** A command of the native menu, by the id of the page's action. */
  command: z.strictObject({ action: z.string().max(64) }),
} as const satisfies EventTable;

export const pageRequests = { ...studioRequests, ...shellRequests } as const;
export type PageRequests = typeof pageRequests;
export type StudioEvents = typeof studioEvents;
export type StudioEventName = keyof StudioEvents;
export type StudioEvent<K extends StudioEventName> = Payload<StudioEvents, K>;

/** A `File` of the page, as far as the contract is concerned. */
export interface PageFile {
  readonly name: string;
  readonly size: number;
}

/** `window.studio`, the one thing that a shell gives a page. */
export type Studio = Client<PageRequests> & {
  on<K extends StudioEventName>(event: K, listener: (payload: StudioEvent<K>) => void): () => void;
  /** Imports dropped, pasted or chosen files. The shell takes their paths or bytes; the page never names a path. */
  importFiles(
    files: readonly PageFile[],
    /** A file that is a mask for this canvas: it becomes the selection there. */
    options?: { maskFor?: string },
  ): ReturnType<Client<PageRequests>['shell']['openFiles']>;
  /** An address on the page's own origin; it never holds a path. */
  mediaUrl(hash: string, options?: { download?: string }): string;
};
