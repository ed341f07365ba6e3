import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plan as planSchema, unwrap, type RegionInput } from '../../../../src-main/contract/index.ts';
import { planText } from '../../../../src-main/studio/planner/index.ts';
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
  ])('%#: %j', (plan, line) => expect(formatCommand(plan)).toBe(line));

  it('names the files', () => {
    expect(
      formatCommand(planOf(['sharpen', { amount: 0.5 }]), { input: "my dog's.png", out: '-x.png' }),
    ).toBe(`vitrail run 'my dog'\\''s.png' "sharpen it" --out ./-x.png`);
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
    // Lone surrogates don't survive any pipe.
    const sound = plans.filter(
      (plan) => JSON.stringify(plan).isWellFormed() && !/\\ud[89a-f]/.test(JSON.stringify(plan)),
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
