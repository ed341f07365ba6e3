import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plan as planSchema, unwrap, type RegionInput } from '../../../../src-main/contract/index.ts';
import { phraseOf, planText } from '../../../../src-main/studio/planner/index.ts';
import { formatCommand, looksLikeTemplate, parsePlan } from '../../../../src-main/studio/template/index.ts';
import { plans } from './arbitraries.ts';

const planOf = (...steps: [command: string, args: object, region?: RegionInput][]) =>
  planSchema.parse({
    steps: steps.map(([command, args, region], i) => ({
      input: i === 0 ? { from: 'focus' } : { from: 'step', step: i - 1 },
      invocation: { module: 'image-editing', command, args, ...(region && { region }) },
    })),
  });

const click: RegionInput = { parts: [{ kind: 'point', x: 0.42, y: 0.55 }] };

describe('in words', () => {
  it.each<[ReturnType<typeof planOf>, string]>([
    [planOf(['remove', {}, click]), 'vitrail run photo.jpg "remove this" --point 0.42,0.55 --out out.png'],
    [planOf(['remove', { target: 'dog' }]), 'vitrail run photo.jpg "remove the dog" --out out.png'],
    [
      planOf(['sharpen', { amount: 0.5 }, click], ['adjust', { temperature: 0.3 }, click]),
      'vitrail run photo.jpg "sharpen this, then make this warmer" --point 0.42,0.55 --out out.png',
    ],
    [
      planOf(['remove', {}, click], ['adjust', { temperature: 0.3 }]),
      'vitrail run photo.jpg "remove this, then make it warmer" --point 0.42,0.55 --out out.png',
    ],
    [
      planOf([
        'blur',
        { amount: 0.7 },
        {
          parts: [
            { kind: 'box', x1: 0.1, y1: 0.2, x2: 0.5, y2: 0.6 },
            { kind: 'point', x: 0, y: 1, sign: '-' },
          ],
        },
      ]),
      'vitrail run photo.jpg "blur this by 70 %" --box 0.1,0.2,0.5,0.6 --point 0,1,- --out out.png',
    ],
    [
      planOf(['black-and-white', {}, { parts: [...click.parts!], inverted: true }]),
      'vitrail run photo.jpg "make everything else black and white" --point 0.42,0.55 --out out.png',
    ],
    [planOf(['crop', { aspect: 16 / 9 }]), 'vitrail run photo.jpg "crop to 16:9" --out out.png'],
    [planOf(['rotate', { degrees: -90 }]), 'vitrail run photo.jpg "rotate left" --out out.png'],
    [planOf(['resize', { factor: 0.55 }]), 'vitrail run photo.jpg "resize to 55 %" --out out.png'],
    [planOf(['adjust', { exposure: 0.5 }]), 'vitrail run photo.jpg "make it brighter" --out out.png'],
    [
      planOf(['adjust', { contrast: -0.17 }]),
      'vitrail run photo.jpg "decrease the contrast by 17 %" --out out.png',
    ],
    [
      planOf(['recolour', { target: 'car', colour: '#12ab9f' }]),
      'vitrail run photo.jpg "make the car #12ab9f" --out out.png',
    ],
    [
      planOf(['remove', { source: { parts: [{ kind: 'words', text: 'left half' }] } }, click]),
      'vitrail run photo.jpg "remove this and fill it from the left half" --point 0.42,0.55 --out out.png',
    ],
    [
      planOf(['cut-out', { target: 'mug', shadow: 0.3 }]),
      'vitrail run photo.jpg "cut out the mug with a 30 % shadow" --out out.png',
    ],
    [
      planOf(['blur-background', { amount: 0.7, highlights: 0.5, falloff: 0.4 }]),
      'vitrail run photo.jpg "blur the background by 70 % with bokeh and 40 % depth" --out out.png',
    ],
    [
      planOf(['replace-background', { colour: '#ffff00', shadow: 0.5 }, click]),
      'vitrail run photo.jpg "put this on a #ffff00 background with a shadow" --point 0.42,0.55 --out out.png',
    ],
    [
      planOf(['replace-background', { target: 'mug', colour: '#ffffff', to: '#000000', degrees: -30 }]),
      'vitrail run photo.jpg "put the mug on a gradient from #ffffff to #000000 at -30 degrees" --out out.png',
    ],
    [
      planOf(['adjust', { exposure: 0.7, brightness: -0.2, tint: 0.1 }]),
      'vitrail run photo.jpg "make it brighter by 0.7 stops and less brightness by 20 % and more tint by 10 %" --out out.png',
    ],
    [
      planOf([
        'curves',
        {
          points: [
            [0, 0.1],
            [0.5, 0.65],
            [1, 1],
          ],
          channel: 'red',
        },
      ]),
      'vitrail run photo.jpg "curve the red channel through 0 0.1, 0.5 0.65, 1 1" --out out.png',
    ],
    [planOf(['enhance', { amount: 0.5 }]), 'vitrail run photo.jpg "enhance it" --out out.png'],
    [
      planOf(['clarity', { amount: -0.25 }]),
      'vitrail run photo.jpg "decrease the clarity by 25 %" --out out.png',
    ],
    [
      planOf(['vignette', { target: 'dog', amount: -0.3 }]),
      'vitrail run photo.jpg "add a 30 % white vignette around the dog" --out out.png',
    ],
    [
      planOf(['film-look', { look: 'teal-orange', amount: 0.6 }]),
      'vitrail run photo.jpg "apply a 60 % teal and orange look" --out out.png',
    ],
    [
      planOf(['stylise', { target: 'sky', style: 'watercolour', amount: 0.5 }]),
      'vitrail run photo.jpg "apply a watercolour effect to the sky" --out out.png',
    ],
    [
      planOf(['resize', { width: 1920, height: 1080 }]),
      'vitrail run photo.jpg "resize to 1920 x 1080 pixels" --out out.png',
    ],
    [planOf(['upscale', { factor: 3 }]), 'vitrail run photo.jpg "upscale by 3" --out out.png'],
    [
      planOf(['straighten', { degrees: -1.5 }]),
      'vitrail run photo.jpg "straighten by 1.5 degrees counterclockwise" --out out.png',
    ],
    [
      planOf(['perspective', { vertical: -0.4 }]),
      'vitrail run photo.jpg "widen the bottom by 40 %" --out out.png',
    ],
    [
      planOf(['extend', { left: 0.2, right: 0.2 }]),
      'vitrail run photo.jpg "extend by 20 % on the left and right" --out out.png',
    ],
    [
      planOf([
        'transform',
        { target: 'dog', dx: -0.1, dy: 0.2, scale: 1.3, degrees: 15, mirror: 'horizontal' },
      ]),
      'vitrail run photo.jpg "move the dog to the left by 10 % and down by 20 % and scale it to 130 % and rotate it by 15 degrees and flip it" --out out.png',
    ],
    [
      planOf(['duplicate', { dx: 0.25 }, click], ['flip', { axis: 'vertical' }]),
      'vitrail run photo.jpg "duplicate this to the right by 25 %, then flip the picture vertically" --point 0.42,0.55 --out out.png',
    ],
  ])('%#: %j', (plan, line) => expect(formatCommand(plan)).toBe(line));

  it('names the files', () => {
    expect(
      formatCommand(planOf(['sharpen', { amount: 0.5 }]), { input: "my dog's.png", out: '-x.png' }),
    ).toBe(`vitrail run 'my dog'\\''s.png' "sharpen it" --out ./-x.png`);
  });
});

/** Every argument at values that people would choose; each of these can be said. */
const hundredths = (min: number, max: number) => fc.integer({ min, max }).map((n) => n / 100);
const away = (from: fc.Arbitrary<number>) => from.filter((n) => n !== 0);
const something = fc.constantFrom(
  {},
  { target: 'dog' },
  { target: 'left half' },
  { target: 'man in the red coat' },
);
const toned = fc.constantFrom('#ffff00', '#12ab9f', '#000000');
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const sayable = fc.oneof(
  ...(['enhance', 'sharpen', 'denoise', 'blur', 'pixelate'] as const).map((command) =>
    fc.tuple(fc.constant(command), something, fc.record({ amount: hundredths(1, 100) })),
  ),
  ...(['clarity', 'vignette'] as const).map((command) =>
    fc.tuple(fc.constant(command), something, fc.record({ amount: away(hundredths(-100, 100)) })),
  ),
  fc.tuple(
    fc.constant('film-look'),
    something,
    fc.record({
      look: fc.constantFrom(
        'classic',
        'vivid',
        'faded',
        'sepia',
        'noir',
        'cool',
        'golden',
        'cross',
        'teal-orange',
      ),
      amount: hundredths(1, 100),
    }),
  ),
  fc.tuple(
    fc.constant('stylise'),
    something,
    fc.record({
      style: fc.constantFrom('sketch', 'watercolour', 'oil', 'comic', 'smooth', 'detail'),
      amount: hundredths(1, 100),
    }),
  ),
  fc.tuple(
    fc.constant('adjust'),
    something,
    fc
      .record(
        {
          exposure: away(hundredths(-300, 300)),
          brightness: away(hundredths(-100, 100)),
          contrast: away(hundredths(-100, 100)),
          highlights: away(hundredths(-100, 100)),
          shadows: away(hundredths(-100, 100)),
          saturation: away(hundredths(-100, 100)),
          vibrance: away(hundredths(-100, 100)),
          temperature: away(hundredths(-100, 100)),
          tint: away(hundredths(-100, 100)),
        },
        { requiredKeys: [] },
      )
      .filter((args) => Object.keys(args).length > 0),
  ),
  fc.tuple(fc.constant('cut-out'), something, fc.record({ shadow: maybe(hundredths(0, 100)) })),
  fc.tuple(
    fc.constant('blur-background'),
    something,
    fc.record({
      amount: hundredths(0, 100),
      highlights: maybe(hundredths(0, 100)),
      falloff: maybe(hundredths(0, 100)),
    }),
  ),
  fc.tuple(
    fc.constant('replace-background'),
    something,
    fc.record({ colour: toned, shadow: maybe(hundredths(0, 100)) }),
  ),
  fc.tuple(
    fc.constant('replace-background'),
    something,
    fc.record({ colour: toned, to: toned, degrees: maybe(fc.integer({ min: -360, max: 360 })) }),
  ),
  fc.tuple(
    fc.constant('curves'),
    something,
    fc.record({
      points: fc
        .uniqueArray(fc.tuple(hundredths(0, 100), hundredths(0, 100)), {
          minLength: 2,
          maxLength: 6,
          selector: ([x]) => x,
        })
        .map((points) => points.toSorted(([a], [b]) => a - b)),
      channel: fc.constantFrom('all', 'red', 'green', 'blue'),
    }),
  ),
  ...(['transform', 'duplicate'] as const).map((command) =>
    fc.tuple(
      fc.constant(command),
      fc.constantFrom({ target: 'dog' }, { target: 'red balloon' }),
      fc.record({
        dx: away(hundredths(-100, 100)),
        dy: maybe(away(hundredths(-100, 100))),
        scale: maybe(hundredths(10, 800)),
        degrees: maybe(away(fc.integer({ min: -360, max: 360 }))),
        mirror: maybe(fc.constantFrom('horizontal', 'vertical')),
      }),
    ),
  ),
  ...(
    [
      ['upscale', fc.record({ factor: fc.integer({ min: 2, max: 8 }) })],
      ['straighten', fc.record({ degrees: maybe(away(hundredths(-4500, 4500))) })],
      ['perspective', fc.record({ vertical: away(hundredths(-100, 100)) })],
      ['perspective', fc.record({ horizontal: away(hundredths(-100, 100)) })],
      ['extend', fc.record({ aspect: fc.constantFrom(1, 16 / 9, 0.8) })],
      [
        'extend',
        fc
          .tuple(fc.subarray(['left', 'right', 'top', 'bottom'], { minLength: 1 }), hundredths(1, 200))
          .map(([sides, by]) => Object.fromEntries(sides.map((side) => [side, by]))),
      ],
      ['rotate', fc.record({ degrees: away(fc.integer({ min: -360, max: 360 })) })],
      ['flip', fc.record({ axis: fc.constantFrom('horizontal', 'vertical') })],
      ['resize', fc.record({ factor: hundredths(1, 800) })],
      ['resize', fc.record({ width: fc.integer({ min: 10, max: 20_000 }) })],
      ['resize', fc.record({ height: fc.integer({ min: 10, max: 20_000 }) })],
    ] as const
  ).map(([command, args]) => fc.tuple(fc.constant(command), fc.constant({}), args as fc.Arbitrary<object>)),
);

describe('any edit of a usual size', () => {
  it('is said in words that are read back to it', () => {
    fc.assert(
      fc.property(sayable, fc.boolean(), ([command, place, args], pointed) => {
        const whole = ['upscale', 'straighten', 'perspective', 'extend', 'rotate', 'flip', 'resize'].includes(
          command,
        );
        const region = pointed && !whole && !('target' in place) ? click : undefined;
        const plan = planOf([command, { ...place, ...args }, ...(region ? [region] : [])] as [
          string,
          object,
        ]);
        const { invocation } = plan.steps[0]!;
        const words = phraseOf(invocation);
        expect(words, JSON.stringify(invocation)).toBeDefined();
        const read = unwrap(planText(words!, { hasSelection: region !== undefined, kind: 'image' })).plan!;
        expect(
          read.steps.map((step) => step.invocation.command),
          words,
        ).toEqual([command]);
        expect(read.steps[0]!.invocation.args, words).toEqual(invocation.args);
      }),
      { numRuns: 600 },
    );
  });
});

/** What a shell makes of the line. */
const inShell = (line: string): string[] =>
  execFileSync('sh', ['-c', `vitrail() { for a in "$@"; do printf '%s\\0' "$a"; done; }; ${line}`], {
    encoding: 'utf8',
  })
    .split('\0')
    .slice(0, -1);

describe('any plan', () => {
  it('is read back from what a shell passes on', () => {
    // Lone surrogates don't survive any pipe, and no argument holds a NUL.
    const sound = plans.filter(
      (plan) => JSON.stringify(plan).isWellFormed() && !/\\u(d[89a-f]|0000)/.test(JSON.stringify(plan)),
    );
    fc.assert(
      fc.property(sound, (plan) => {
        const [run, input, text, ...flags] = inShell(formatCommand(plan));
        expect([run, input]).toEqual(['run', 'photo.jpg']);
        expect(flags.slice(-2)).toEqual(['--out', 'out.png']);
        if (looksLikeTemplate(text!)) {
          expect(flags).toHaveLength(2);
          expect(unwrap(parsePlan(text!)).plan).toEqual(plan);
        } else {
          const read = unwrap(planText(text!, { hasSelection: flags.length > 2, kind: 'image' })).plan!;
          expect(read.steps.map((s) => s.invocation.args)).toEqual(plan.steps.map((s) => s.invocation.args));
        }
      }),
      { numRuns: 40 },
    );
  });
});
