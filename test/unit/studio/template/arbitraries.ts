/** Every valid invocation, region and plan, without signals. */
import fc from 'fast-check';
import type { imageEdits } from '../../../../src-main/contract/index.ts';
import {
  adjustment,
  invocation as schema,
  plan as planSchema,
  type Invocation,
  type Plan,
  type Region,
  type RegionPart,
} from '../../../../src-main/contract/index.ts';

const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const unit = number(0, 1);
const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
const sign = fc.constantFrom('+' as const, '-' as const);
const combine = fc.constantFrom('+' as const, '-' as const, '&' as const);

/** Text with everything that could be taken for something else. */
const awkward = fc.constantFrom(
  ...[
    '<',
    '>',
    '&',
    '"',
    "'",
    '|',
    ':',
    ';',
    '(',
    ')',
    ',',
    '=',
    '\n',
    '\r',
    '\t',
    ' ',
    '  ',
    '\u0000',
    '\u00a0',
    '&amp;',
    '&#60;',
  ],
  ...[
    '</Instruction>',
    '<module>',
    'segmentation:',
    'at 12:30',
    ' | seed = 5',
    'not ',
    'point',
    'é',
    '時計',
    '🦊',
    '\ud800',
  ],
);
export const anyText = fc
  .array(fc.oneof(awkward, fc.string({ maxLength: 8 }), fc.lorem({ maxCount: 2 })), { maxLength: 8 })
  .map((pieces) => pieces.join(''));
/** As the contract's `words`: trimmed, not empty. */
export const words = anyText.map((text) => text.trim().slice(0, 300).trim()).filter((text) => text !== '');

const optionalFields = <T extends Record<string, fc.Arbitrary<unknown>>>(fields: T) =>
  fc.record(fields, { requiredKeys: [] }) as fc.Arbitrary<
    Partial<{ [K in keyof T]: T[K] extends fc.Arbitrary<infer V> ? V : never }>
  >;

const seed = fc.nat(2 ** 31 - 1);
const target = optionalFields({ target: words });
const withTarget = <T extends object>(more: fc.Arbitrary<T>) =>
  fc.tuple(target, more).map(([a, b]) => ({ ...a, ...b }));
const withAmount = withTarget(fc.record({ amount: unit }));
const prompted = fc
  .tuple(fc.record({ prompt: words }), optionalFields({ negative: anyText, seed }))
  .map(([a, b]) => ({ ...a, ...b }));
const seeded = <T extends object>(of: fc.Arbitrary<T>) =>
  fc.tuple(of, optionalFields({ seed })).map(([a, b]) => ({ ...a, ...b }));
const tones = Object.keys(adjustment.shape).filter((name) => name !== 'target');

const ordered = <T>(of: fc.Arbitrary<T>, less: (a: T, b: T) => boolean) =>
  fc
    .tuple(of, of)
    .filter(([a, b]) => less(a, b) || less(b, a))
    .map(([a, b]) => (less(a, b) ? ([a, b] as const) : ([b, a] as const)));
const below = (a: number, b: number) => a < b;
const xy = fc.tuple(unit, unit);

const part: fc.Arbitrary<RegionPart> = fc.oneof(
  fc.record({ kind: fc.constant('point' as const), x: unit, y: unit, sign }),
  fc
    .tuple(
      ordered(unit, below),
      ordered(unit, below),
      optional(anyText),
      optional(fc.tuple(fc.nat(), fc.nat())),
    )
    .map(([[x1, x2], [y1, y2], object, frames]) => ({
      kind: 'box' as const,
      ...{ x1, y1, x2, y2 },
      ...(object !== undefined && { object: object.slice(0, 200) }),
      ...(frames && { frames: { first: Math.min(...frames), last: Math.max(...frames) } }),
    })),
  fc.record({
    kind: fc.constant('polygon' as const),
    points: fc.array(xy, { minLength: 3, maxLength: 9 }),
    sign: combine,
  }),
  fc.record(
    {
      kind: fc.constant('stroke' as const),
      points: fc.array(xy, { minLength: 1, maxLength: 9 }),
      radius: number(1e-9, 1),
      sign,
      hint: fc.constant(true as const),
      hardness: unit,
    },
    { requiredKeys: ['kind', 'points', 'radius', 'sign'] },
  ),
  fc
    .record({ points: fc.array(fc.tuple(xy, unit), { minLength: 1, maxLength: 9 }), radius: number(1e-9, 1) })
    .chain(({ points, radius }) =>
      fc.record(
        {
          kind: fc.constant('stroke' as const),
          points: fc.constant(points.map(([at]) => at)),
          pressures: fc.constant(points.map(([, pressure]) => pressure)),
          radius: fc.constant(radius),
          sign: combine,
          hardness: unit,
        },
        { requiredKeys: ['kind', 'points', 'pressures', 'radius', 'sign'] },
      ),
    ),
  fc.record({ kind: fc.constant('mask' as const), hash, sign: combine }),
  fc
    .tuple(
      anyText.filter((t) => t !== ''),
      fc.constantFrom(undefined, '-' as const, '&' as const),
    )
    .map(([text, how]) => ({ kind: 'words' as const, text, ...(how && { sign: how }) })),
  fc.record({ kind: fc.constant('reference' as const), hash }),
);

export const regions: fc.Arbitrary<Region> = fc
  .record({
    parts: fc.array(part, { maxLength: 4 }),
    inverted: optional(fc.boolean()),
    refine: optional(
      optionalFields({
        fillHoles: fc.constant(true as const),
        smooth: number(1e-9, 0.1),
        grow: number(-0.5, 0.5).filter((g) => g !== 0),
        feather: number(1e-9, 0.25),
      }).filter((refine) => Object.keys(refine).length > 0),
    ),
    time: optional(ordered(fc.maxSafeNat(), below)),
    band: optional(ordered(number(0, 200_000), below)),
  })
  .map(({ parts, inverted, refine, time, band }) => ({
    parts,
    ...(refine && { refine }),
    ...(inverted !== undefined && { inverted }),
    ...(time && { time: { start: time[0], end: time[1] } }),
    ...(band && { band: { low: band[0], high: band[1] } }),
  }));

const colour = fc.stringMatching(/^#[0-9a-fA-F]{6}$/);
const placement = seeded(
  withTarget(
    optionalFields({
      dx: number(-1, 1),
      dy: number(-1, 1),
      scale: number(0.05, 20),
      degrees: number(-360, 360),
      mirror: fc.constantFrom('horizontal', 'vertical'),
    }),
  ),
);

const editArgs: Record<keyof typeof imageEdits, fc.Arbitrary<object>> = {
  remove: fc
    .tuple(seeded(target), optional(regions))
    .map(([args, source]) => ({ ...args, ...(source && { source }) })),
  'cut-out': withTarget(optionalFields({ shadow: unit })),
  'blur-background': fc
    .tuple(withAmount, optionalFields({ highlights: unit, falloff: unit }))
    .map(([a, b]) => ({ ...a, ...b })),
  'replace-background': withTarget(
    fc.oneof(
      fc
        .tuple(
          fc.record({ colour }),
          optionalFields({ to: colour, degrees: number(-360, 360), shadow: unit }),
        )
        .map(([a, b]) => ({ ...a, ...b })),
      fc.record({ photo: hash }),
      optionalFields({ shadow: unit }),
    ),
  ),
  curves: withTarget(
    fc.record({
      points: fc
        .uniqueArray(xy, { minLength: 2, maxLength: 9, selector: ([x]) => (Object.is(x, -0) ? 0 : x) })
        .map((points) => points.toSorted(([a], [b]) => a - b)),
      channel: fc.constantFrom('all', 'red', 'green', 'blue'),
    }),
  ),
  enhance: withAmount,
  clarity: withTarget(fc.record({ amount: number(-1, 1) })),
  vignette: withTarget(fc.record({ amount: number(-1, 1) })),
  'film-look': withTarget(
    fc.record({ look: fc.constantFrom('classic', 'noir', 'teal-orange'), amount: unit }),
  ),
  stylise: withTarget(fc.record({ style: fc.constantFrom('sketch', 'oil', 'detail'), amount: unit })),
  blur: withAmount,
  pixelate: withAmount,
  adjust: withTarget(
    optionalFields(
      Object.fromEntries(tones.map((name) => [name, name === 'exposure' ? number(-5, 5) : number(-1, 1)])),
    ),
  ),
  'black-and-white': target,
  recolour: withTarget(fc.record({ colour })),
  sharpen: withAmount,
  denoise: withAmount,
  crop: withTarget(optionalFields({ aspect: number(0.05, 20) })),
  rotate: fc.record({ degrees: number(-360, 360) }),
  flip: fc.record({ axis: fc.constantFrom('horizontal', 'vertical') }),
  resize: fc.oneof(
    fc.record({ factor: number(0.01, 8) }),
    fc.record({ width: fc.integer({ min: 1, max: 65_535 }) }),
    fc.record({ width: fc.integer({ min: 1, max: 99 }), height: fc.integer({ min: 1, max: 99 }) }),
  ),
  upscale: fc.record({ factor: number(1, 8) }),
  straighten: optionalFields({ degrees: number(-45, 45) }),
  perspective: optionalFields({
    corners: fc.tuple(xy, xy, xy, xy),
    upright: fc.constant('auto' as const),
    vertical: number(-1, 1),
    horizontal: number(-1, 1),
  }),
  extend: fc
    .tuple(
      seeded(fc.record({ left: number(0.01, 2) })),
      optionalFields({ right: number(0, 2), top: number(0, 2), aspect: number(0.05, 20) }),
    )
    .map(([a, b]) => ({ ...a, ...b })),
  transform: placement,
  duplicate: placement,
  replace: seeded(withTarget(fc.record({ prompt: words }))),
  add: seeded(fc.record({ prompt: words })),
  restyle: seeded(fc.record({ prompt: words })),
};

const of = (module: string, command: string, args: fc.Arbitrary<object>) =>
  fc
    .tuple(args, optional(regions))
    .map(([a, region]) => ({ module, command, args: a, ...(region && { region }) }));

/** Checked against the contract, so that what is generated is what is valid. */
export const invocations: fc.Arbitrary<Invocation> = fc
  .oneof(
    {
      arbitrary: fc.oneof(...Object.entries(editArgs).map(([name, args]) => of('image-editing', name, args))),
      weight: 4,
    },
    of('image-generation', 'generate', prompted),
    of('video-generation', 'generate', prompted),
    of('audio-generation', 'generate', prompted),
    of('image-to-video', 'animate', prompted),
    of('image-segmentation', 'segment', target),
    of('video-segmentation', 'segment', target),
    of('video-editing', 'edit', optionalFields({ foreground: words, background: words, seed })),
  )
  .map((value) => schema.parse(value));

const stepInput = (i: number) =>
  fc.oneof(
    fc.constant({ from: 'focus' as const }),
    hash.map((h) => ({ from: 'media' as const, hash: h })),
    ...(i > 0 ? [fc.nat(i - 1).map((step) => ({ from: 'step' as const, step }))] : []),
  );

export const plans: fc.Arbitrary<Plan> = fc
  .integer({ min: 1, max: 4 })
  .chain((length) =>
    fc.tuple(
      ...Array.from({ length }, (_, i) => fc.record({ input: stepInput(i), invocation: invocations })),
    ),
  )
  .map((steps) => planSchema.parse({ steps }));
