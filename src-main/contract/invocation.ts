/**
 * VITRON's structured template as an object: module name, invocation command, optional region.
 * A wrong module, command or argument is a schema error, never a guess.
 */
import * as z from 'zod';
import { colour, hash, id, pixels, unit } from './primitives.ts';
import { region } from './region.ts';

/** A percentage-like strength; 0 does nothing, 1 is the strongest sensible effect. */
const strength = z.number().min(0).max(1);
/** A signed adjustment; 0 does nothing. */
const signed = z.number().min(-1).max(1);
const words = z.string().trim().min(1).max(1_000);
/** What is meant, in words, when no region says it: "the dog on the left". */
const target = words.optional();
const seed = z
  .int()
  .min(0)
  .max(2 ** 31 - 1)
  .optional();

/** Where a copied or moved thing goes and what it becomes. `dx`, `dy`: shares of the picture's width and height. */
const placement = {
  target,
  dx: z.number().min(-1).max(1).optional(),
  dy: z.number().min(-1).max(1).optional(),
  scale: z.number().min(0.05).max(20).optional(),
  degrees: z.number().min(-360).max(360).optional(), // clockwise
  mirror: z.enum(['horizontal', 'vertical']).optional(),
  seed,
};
const corner = z.tuple([unit, unit]);
/** Pixels added at a side, as a share of the picture's width or height. */
const margin = z.number().min(0).max(2).optional();

/** Adjustments of tone and colour; all optional, all neutral at 0. `exposure` in stops. */
export const adjustment = z.strictObject({
  target,
  exposure: z.number().min(-5).max(5).optional(),
  brightness: signed.optional(),
  contrast: signed.optional(),
  highlights: signed.optional(),
  shadows: signed.optional(),
  saturation: signed.optional(),
  vibrance: signed.optional(),
  temperature: signed.optional(), // + is warmer
  tint: signed.optional(), // + is more magenta
});
export type Adjustment = z.infer<typeof adjustment>;

/** Every command of image editing with the shape of its arguments. */
export const imageEdits = {
  /** `source`: the only place that the filling may be taken from. */
  remove: z.strictObject({ target, source: region.optional(), seed }),
  /** `shadow`: a soft contact shadow under what is kept. */
  'cut-out': z.strictObject({ target, shadow: strength.optional() }),
  /** A lens: `highlights` swell into discs, `falloff` blurs what is near the subject's feet less than what is far. */
  'blur-background': z.strictObject({
    target,
    amount: strength.default(0.5),
    highlights: strength.optional(),
    falloff: strength.optional(),
  }),
  /**
   * A colour, a gradient from `colour` to `to` (`degrees`: 0 downwards, 90 to the right), or another photo. Neither:
   * the photo that comes with the request.
   */
  'replace-background': z
    .strictObject({
      target,
      colour: colour.optional(),
      to: colour.optional(),
      degrees: z.number().min(-360).max(360).optional(),
      photo: hash.optional(),
      shadow: strength.optional(),
    })
    .refine((a) => a.colour === undefined || a.photo === undefined, 'it takes a colour or a photo, not both')
    .refine((a) => a.colour !== undefined || a.to === undefined, 'a gradient needs a colour to begin with'),
  blur: z.strictObject({ target, amount: strength.default(0.5) }),
  pixelate: z.strictObject({ target, amount: strength.default(0.5) }),
  adjust: adjustment,
  /** A tone curve through these points (input, output), both coded 0..1, input ascending. */
  curves: z.strictObject({
    target,
    points: z
      .array(corner)
      .min(2)
      .max(16)
      .refine((p) => p.every(([x], i) => i === 0 || x > p[i - 1]![0]), 'the inputs of a curve ascend'),
    channel: z.enum(['all', 'red', 'green', 'blue']).default('all'),
  }),
  /** Levels and white balance by what the picture holds. */
  enhance: z.strictObject({ target, amount: strength.default(0.5) }),
  /** Local contrast; below 0 softens. */
  clarity: z.strictObject({ target, amount: signed.default(0.5) }),
  /** Darker towards the corners (below 0: lighter), around the target or the middle. */
  vignette: z.strictObject({ target, amount: signed.default(0.5) }),
  'film-look': z.strictObject({
    target,
    look: z.enum(['classic', 'vivid', 'faded', 'sepia', 'noir', 'cool', 'golden', 'cross', 'teal-orange']),
    amount: strength.default(1),
  }),
  stylise: z.strictObject({
    target,
    style: z.enum(['sketch', 'watercolour', 'oil', 'comic', 'smooth', 'detail']),
    amount: strength.default(0.5),
  }),
  'black-and-white': z.strictObject({ target }),
  recolour: z.strictObject({ target, colour }),
  sharpen: z.strictObject({ target, amount: strength.default(0.5) }),
  denoise: z.strictObject({ target, amount: strength.default(0.5) }),
  crop: z.strictObject({ target, aspect: z.number().min(0.05).max(20).optional() }),
  rotate: z.strictObject({ degrees: z.number().min(-360).max(360) }), // clockwise
  flip: z.strictObject({ axis: z.enum(['horizontal', 'vertical']) }),
  /** By a factor, or to a width or a height in pixels (both: exactly these). */
  resize: z
    .strictObject({
      factor: z.number().min(0.01).max(8).optional(),
      width: pixels.optional(),
      height: pixels.optional(),
    })
    .refine(
      (a) => (a.factor === undefined) === (a.width !== undefined || a.height !== undefined),
      'it takes a factor, or a width or a height',
    ),
  upscale: z.strictObject({ factor: z.number().min(1).max(8).default(2) }),
  /** Turns the picture a little and crops it; without an angle, by the lines in it. */
  straighten: z.strictObject({ degrees: z.number().min(-45).max(45).optional() }),
  /**
   * The four corners (top left, top right, bottom right, bottom left) become a rectangle; or keystone: `vertical` above
   * 0 widens the top, `horizontal` above 0 the left; `upright`: by the lines in it, and then by what those say.
   */
  perspective: z.strictObject({
    corners: z.tuple([corner, corner, corner, corner]).optional(),
    upright: z.enum(['auto']).optional(),
    vertical: signed.optional(),
    horizontal: signed.optional(),
  }),
  /** A larger canvas, filled with what continues the picture; `aspect` adds at two sides as much as it takes. */
  extend: z
    .strictObject({
      left: margin,
      right: margin,
      top: margin,
      bottom: margin,
      aspect: z.number().min(0.05).max(20).optional(),
      seed,
    })
    .refine(
      (a) => a.aspect !== undefined || [a.left, a.right, a.top, a.bottom].some(Boolean),
      'it takes a side',
    ),
  /** Moves, scales, turns, mirrors a thing; the place it left is filled. */
  transform: z.strictObject(placement),
  /** The same with a copy: what is there stays. */
  duplicate: z.strictObject(placement),
  // The following need a model; the classic engine doesn't claim them.
  replace: z.strictObject({ target, prompt: words, seed }),
  add: z.strictObject({ prompt: words, seed }),
  restyle: z.strictObject({ prompt: words, seed }),
} as const;
export type ImageEditName = keyof typeof imageEdits;

/** References to tensors that live in a host (task features, signal tokens), by name. Never in the text forms. */
const signals = z.record(z.string().max(64), id).optional();

const invocationOf = <M extends string, C extends string, A extends z.ZodType>(
  module: M,
  command: C,
  args: A,
) =>
  z.strictObject({
    module: z.literal(module),
    command: z.literal(command),
    region: region.optional(),
    args,
    signals,
  });

const prompted = z.strictObject({ prompt: words, negative: z.string().max(1_000).optional(), seed });

/** Image editing spelt out, so that each command keeps its own argument type. */
const E = imageEdits;
export const imageEditing = z.discriminatedUnion('command', [
  invocationOf('image-editing', 'remove', E.remove),
  invocationOf('image-editing', 'cut-out', E['cut-out']),
  invocationOf('image-editing', 'blur-background', E['blur-background']),
  invocationOf('image-editing', 'blur', E.blur),
  invocationOf('image-editing', 'pixelate', E.pixelate),
  invocationOf('image-editing', 'adjust', E.adjust),
  invocationOf('image-editing', 'black-and-white', E['black-and-white']),
  invocationOf('image-editing', 'recolour', E.recolour),
  invocationOf('image-editing', 'sharpen', E.sharpen),
  invocationOf('image-editing', 'denoise', E.denoise),
  invocationOf('image-editing', 'crop', E.crop),
  invocationOf('image-editing', 'rotate', E.rotate),
  invocationOf('image-editing', 'flip', E.flip),
  invocationOf('image-editing', 'resize', E.resize),
  invocationOf('image-editing', 'replace-background', E['replace-background']),
  invocationOf('image-editing', 'curves', E.curves),
  invocationOf('image-editing', 'enhance', E.enhance),
  invocationOf('image-editing', 'clarity', E.clarity),
  invocationOf('image-editing', 'vignette', E.vignette),
  invocationOf('image-editing', 'film-look', E['film-look']),
  invocationOf('image-editing', 'stylise', E.stylise),
  invocationOf('image-editing', 'upscale', E.upscale),
  invocationOf('image-editing', 'straighten', E.straighten),
  invocationOf('image-editing', 'perspective', E.perspective),
  invocationOf('image-editing', 'extend', E.extend),
  invocationOf('image-editing', 'transform', E.transform),
  invocationOf('image-editing', 'duplicate', E.duplicate),
  invocationOf('image-editing', 'replace', E.replace),
  invocationOf('image-editing', 'add', E.add),
  invocationOf('image-editing', 'restyle', E.restyle),
]);
export type ImageEditing = z.infer<typeof imageEditing>;

export const imageGeneration = invocationOf('image-generation', 'generate', prompted);
export const imageSegmentation = invocationOf('image-segmentation', 'segment', z.strictObject({ target }));
export const videoGeneration = invocationOf('video-generation', 'generate', prompted);
/** The released code's letter E; the paper calls it video segmentation. */
export const videoSegmentation = invocationOf('video-segmentation', 'segment', z.strictObject({ target }));
/** Two instructions in the released form: one for the foreground, one for the background. */
export const videoEditing = invocationOf(
  'video-editing',
  'edit',
  z.strictObject({ foreground: words.optional(), background: words.optional(), seed }),
);
export const imageToVideo = invocationOf('image-to-video', 'animate', prompted);
export const audioGeneration = invocationOf('audio-generation', 'generate', prompted);

export const invocation = z.discriminatedUnion('module', [
  imageGeneration,
  imageSegmentation,
  imageEditing,
  videoGeneration,
  videoSegmentation,
  videoEditing,
  imageToVideo,
  audioGeneration,
]);
export type Invocation = z.infer<typeof invocation>;
export type ModuleName = Invocation['module'];

/** The name in the paper's form and the letter in the released code's form (`null`: it has none). */
export const modules: Record<ModuleName, { title: string; letter: string | null }> = {
  'image-generation': { title: 'Image Generation', letter: 'A' },
  'image-segmentation': { title: 'Image Segmentation', letter: 'B' },
  'image-editing': { title: 'Image Editing', letter: 'C' },
  'video-generation': { title: 'Video Generation', letter: 'D' },
  'video-segmentation': { title: 'Video Segmentation', letter: 'E' },
  'video-editing': { title: 'Video Editing', letter: 'F' },
  'image-to-video': { title: 'Image to Video', letter: 'G' },
  'audio-generation': { title: 'Audio Generation', letter: null },
};

/** What a step works on: the medium in focus, a medium by hash, or the output of an earlier step. */
export const stepInput = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('focus') }),
  z.strictObject({ from: z.literal('media'), hash }),
  z.strictObject({ from: z.literal('step'), step: z.int().min(0) }),
]);
export type StepInput = z.infer<typeof stepInput>;

export const planStep = z.strictObject({ input: stepInput, invocation });
export type PlanStep = z.infer<typeof planStep>;

/** Steps run in order; a step may only read from steps before it. */
export const plan = z
  .strictObject({ steps: z.array(planStep).min(1).max(32) })
  .refine(
    (p) => p.steps.every((s, i) => s.input.from !== 'step' || s.input.step < i),
    'a step can only use the output of an earlier step',
  );
export type Plan = z.infer<typeof plan>;

/** What the studio does to itself when asked in words. */
export const studioAction = z.enum(['undo', 'redo', 'deselect', 'select-all', 'invert-selection']);
export type StudioAction = z.infer<typeof studioAction>;

/** A turn of the assistant: something to say, a plan to run, or an action of the studio. */
export const turn = z.strictObject({
  say: z.string().optional(),
  plan: plan.optional(),
  action: studioAction.optional(),
  /** The plan takes the place of the last one: it runs on what that one was run on. */
  instead: z.literal(true).optional(),
});
export type Turn = z.infer<typeof turn>;
