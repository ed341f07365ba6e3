/**
 * What a project holds. A canvas is one picture, clip or sound with its layers; a still is a layer of no length
 * on the canvas' timeline; a layer keeps every version that it has had.
 */
import * as z from 'zod';
import { invocation, plan } from './invocation.ts';
import { blendMode, group, layerMask, layerText, placement } from './layers.ts';
import { media } from './media.ts';
import { colour, hash, id, microseconds, pixels, timestamp, unit } from './primitives.ts';
import { region } from './region.ts';
import { failure } from './result.ts';
import { said } from './said.ts';

export const version = z.strictObject({
  id,
  layer: id,
  media: hash,
  /** The version that this one was made from; `null` for an import. */
  parent: id.nullable(),
  /** What made it; `null` for an import. */
  invocation: invocation.nullable(),
  label: said,
  createdAt: timestamp,
  /** What its picture was made from, where that was written. */
  text: layerText.nullable().default(null),
});
export type NewVersion = z.input<typeof version>;
export type Version = z.infer<typeof version>;

export const layer = z.strictObject({
  id,
  canvas: id,
  name: z.string(),
  kind: z.enum(['image', 'video', 'audio']),
  visible: z.boolean(),
  /** Where the layer starts on the timeline, and how long it lasts (0: a still). */
  start: microseconds,
  duration: microseconds,
  /** The version shown. */
  version: id,
  order: z.number(),
  opacity: unit.default(1),
  blend: blendMode.default('normal'),
  /** No edit changes it. */
  locked: z.boolean().default(false),
  /** One of its canvas' groups. */
  group: id.nullable().default(null),
  mask: layerMask.nullable().default(null),
  /** `null`: it fills the canvas. */
  placement: placement.nullable().default(null),
});
export type Layer = z.infer<typeof layer>;
/** A layer as it is first put down: what it doesn't say is as usual. */
export type NewLayer = z.input<typeof layer>;

const bounds = z.strictObject({ x1: unit, y1: unit, x2: unit, y2: unit }).nullable();

/** One thing that a name may mean. */
export const choice = z.strictObject({ mask: hash, bounds, area: unit });
export type Choice = z.infer<typeof choice>;

/**
 * A region that has been looked up: `mask` is its 8-bit alpha plane, `bounds` the box around it, `area` its share.
 * `others`: it was found by a name and may not be what was meant; what else may be.
 */
export const selection = z.strictObject({
  region,
  mask: hash.nullable(),
  bounds,
  area: unit,
  others: z.array(choice).max(8).optional(),
});
export type Selection = z.infer<typeof selection>;

/**
 * A region that is kept under a number and a name (`@1`, `@dog`). It has one shape for each frame of the picture that
 * it has been seen in: `frame` is the version that gave the picture its geometry (see `frameOf`). In a frame where it
 * has none (cropped away, or made later), it is asleep.
 */
export const namedRegion = z.strictObject({
  id,
  canvas: id,
  /** From 1; free again once the region is gone. */
  number: z.int().min(1).max(9_999),
  name: z.string().trim().min(1).max(80),
  colour,
  hidden: z.boolean(),
  /** It can't be renamed, redrawn or removed until it is unlocked. */
  locked: z.boolean(),
  order: z.number(),
  shapes: z.array(z.strictObject({ frame: id, ...selection.shape })).min(1),
});
export type NamedRegion = z.infer<typeof namedRegion>;

export const canvasView = z.strictObject({
  layer: id.nullable(),
  /** Groups whose layers are not listed. */
  collapsed: z.array(id).max(200),
});
export type CanvasView = z.infer<typeof canvasView>;

export const canvas = z.strictObject({
  id,
  name: z.string(),
  kind: z.enum(['image', 'video', 'audio']),
  /** The imported original, never changed. */
  source: hash,
  createdAt: timestamp,
  order: z.number(),
  selection: selection.nullable(),
  /** Its size in pixels; `null`: that of its lowest layer's picture. */
  frame: z.strictObject({ width: pixels, height: pixels }).nullable().default(null),
  groups: z.array(group).max(200).default([]),
  /** How its layers are looked at; never undone. `layer`: the one that edits go to (`null`: the topmost). */
  view: canvasView.default({ layer: null, collapsed: [] }),
});
export type Canvas = z.infer<typeof canvas>;

/** How a canvas would look with another picture on a layer, and its layers as they would lie then. */
export const trial = z.strictObject({
  layer: id,
  picture: hash,
  /** What the picture would have in its own pixels, however many it has now. */
  size: z.strictObject({ width: pixels, height: pixels }),
  layers: z.array(layer),
  frame: canvas.shape.frame.unwrap(),
});
export type Trial = z.infer<typeof trial>;
export type NewCanvas = z.input<typeof canvas>;

/** A region of a plan that was found by a name, and may not be what was meant. */
export const doubt = z.strictObject({
  /** The steps of the plan that work on it. */
  steps: z.array(z.int().min(0)).min(1),
  /** What it was called: “the subject”, “the red one”. */
  words: z.string(),
  /** Nothing was done yet: the person chooses first. */
  held: z.boolean(),
  /** First what was taken, then what else may be meant, the likeliest first. */
  choices: z.array(choice).min(1).max(8),
});
export type Doubt = z.infer<typeof doubt>;

export const stepState = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('waiting') }),
  z.strictObject({ state: z.literal('running') }),
  z.strictObject({ state: z.literal('done'), version: id.optional() }),
  z.strictObject({ state: z.literal('failed'), error: failure }),
  z.strictObject({ state: z.literal('cancelled') }),
]);
export type StepState = z.infer<typeof stepState>;

/** One of several photos that a message is about, and what came of its plan there. */
export const messagePhoto = z.strictObject({
  canvas: id,
  /** As it was called then: it may be gone by now. */
  name: z.string(),
  state: stepState,
  /** The version that the plan was run on. */
  before: id.nullable(),
});
export type MessagePhoto = z.infer<typeof messagePhoto>;

/** One message of the thread. A studio message may carry a plan, with one state a step. */
export const message = z.strictObject({
  id,
  role: z.enum(['user', 'studio']),
  canvas: id.nullable(),
  text: z.string(),
  /** The studio's own words, to be put into the person's language; `null`: the text says it. */
  said: said.nullable().default(null),
  /** What was pointed at when the user spoke. */
  selection: selection.nullable(),
  plan: plan.nullable(),
  /** The layer that the plan is for; `null`: the active one. */
  layer: id.nullable().default(null),
  steps: z.array(stepState),
  /** The photos that it is about, where those are several; its plan is for each of them, and it has no canvas. */
  photos: z.array(messagePhoto).max(10_000).default([]),
  /** What was said, where each of the photos is to have its own reading of it. */
  words: z.string().nullable().default(null),
  error: failure.nullable(),
  /** The version that was shown when this was said; `null`: none, or said before this was kept. */
  version: id.nullable().default(null),
  /** The message whose result this plan takes the place of (“a bit less”): it runs on what that one ran on. */
  instead: id.nullable().default(null),
  /** The same plan with other seeds, side by side, for the person to choose from. */
  tries: z.array(z.strictObject({ seed: z.int().min(0), version: id })).default([]),
  /** The regions that it spoke of when it was said; `null`: said before this was kept. */
  regions: z.array(id).nullable().default(null),
  /** What its plan works on where that is not sure; `null`: it is, or it was said before this was kept. */
  doubt: doubt.nullable().default(null),
  createdAt: timestamp,
});
export type Message = z.infer<typeof message>;
export type NewMessage = z.input<typeof message>;

export const historyEntry = z.strictObject({
  id: z.int(),
  label: said,
  at: timestamp,
  undone: z.boolean(),
});

/** The canvas that a state of the history is about, with all that it showed then. */
export const pastCanvas = z.strictObject({
  canvas,
  layers: z.array(layer),
  versions: z.array(version),
  media: z.array(media),
});
export type PastCanvas = z.infer<typeof pastCanvas>;

/** Everything the page needs to draw a project; sent whole when it is opened, then by its changes (`changes.ts`). */
export const project = z.strictObject({
  id,
  /** Another one each time that the project is opened: revisions count from there, one a transaction. */
  opened: id,
  revision: z.int().min(0),
  name: z.string(),
  /** Why this project can't be changed, if it can't. */
  readOnly: z.string().nullable(),
  /** A warning about where it lies (network or cloud-synced folder). */
  warning: z.string().nullable(),
  canvases: z.array(canvas),
  layers: z.array(layer),
  versions: z.array(version),
  regions: z.array(namedRegion),
  media: z.array(media),
  messages: z.array(message),
  active: id.nullable(),
  draft: z.string(),
  history: z.array(historyEntry),
  undo: said.nullable(), // label of what undo would take back
  redo: said.nullable(),
});
export type Project = z.infer<typeof project>;
