import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  region as regionSchema,
  turn as turnSchema,
  type Plan,
} from '../../../../src-main/contract/index.ts';
import { planText, type PlanContext } from '../../../../src-main/studio/planner/index.ts';
import { painters, restylers } from '../../../../src-main/studio/planner/lexicon/advice-models.ts';
import { planTurn } from '../../../../src-main/studio/chat/turn.ts';
import { planOf, type Expected } from './corpus/case.ts';
import { corpus, talks, traps } from './corpus/index.ts';
import { advised } from './corpus/sequences.ts';

const open: PlanContext = { hasSelection: false, kind: 'image' };

function turnOf(text: string, context: Partial<PlanContext> = {}): unknown {
  const result = planText(text, { ...open, ...context });
  if (!result.ok) return result.error.code === 'not-understood' ? 'refused' : result.error;
  // A question may be answered: nothing is planned, either.
  return result.value.action ?? result.value.plan ?? 'refused';
}

const expectedOf = (expected: Expected): unknown =>
  typeof expected === 'string' ? expected : planOf(expected);

for (const [name, cases] of [...Object.entries(corpus), ...Object.entries(traps)])
  describe(name, () => {
    it.each(cases)('%s', (text, expected, context) => {
      const awaited = expectedOf(expected);
      expect(turnOf(text, context)).toEqual(awaited);
    });
  });

/** A part of a region is added where nothing else is said. */
const unsigned = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll(',"sign":"+"', '')) as unknown;

for (const [name, said] of Object.entries(talks))
  describe(`${name}, one message after the other`, () => {
    it.each(
      said.map(({ messages, ...about }) => [messages.map(([text]) => text).join(' / '), messages, about]),
    )('%s', (_, messages, { selection, regions }) => {
      let lastPlan: Plan | undefined;
      for (const [text, expected, instead] of messages) {
        const about = {
          selection: selection ? { region: regionSchema.parse(selection.region) } : null,
          regions,
        };
        const turn = planTurn(text, { ...about, kind: 'image', lastPlan });
        if (expected === 'refused') {
          expect(turn.ok && (turn.value.plan ?? turn.value.action), text).toBeFalsy();
          continue;
        }
        if (!turn.ok) throw new Error(`${text}: ${turn.error.message}`);
        const { plan, action } = turn.value;
        expect(unsigned(action ?? plan), text).toEqual(unsigned(expectedOf(expected)));
        expect(turn.value.instead === true, text).toBe(instead === 'instead');
        lastPlan = plan ?? lastPlan;
      }
    });
  });

describe('a refusal', () => {
  it('says what was not understood and suggests what fits', () => {
    const refusal = planText('frobnicate the dog', open);
    if (refusal.ok) throw new Error('understood');
    expect(refusal.error.message).toContain('frobnicate the dog');
    expect(refusal.error.hint!.match(/“/g)).toHaveLength(3);
  });

  it('only suggests sentences that are understood', () => {
    for (const kind of ['image', 'video', 'audio', null] as const)
      for (const hasSelection of [true, false]) {
        const refusal = planText('xyzzy', { hasSelection, kind });
        if (refusal.ok) throw new Error('understood');
        for (const [, example] of refusal.error.hint!.matchAll(/“([^”]+)”/g))
          expect(planText(example!, { hasSelection, kind }), example).toMatchObject({ ok: true });
      }
  });
});

describe('advice instead of a guess', () => {
  it.each(advised)('%s', (text, part) => {
    for (const hasSelection of [true, false]) {
      const refusal = planText(text, { ...open, hasSelection });
      if (refusal.ok) throw new Error('understood');
      expect(refusal.error.code).toBe('not-understood');
      expect(refusal.error.hint).toContain(part);
    }
  });
});

describe('advice that names packs', () => {
  it('names those that there are, by their names', async () => {
    for (const [id, name] of Object.entries({ ...painters, ...restylers })) {
      const manifest = JSON.parse(
        await readFile(new URL(`../../../../models/${id}.json`, import.meta.url), 'utf8'),
      ) as { name: string };
      expect(manifest.name).toBe(name);
    }
    const refusal = planText('make her smile', open);
    expect(refusal).toMatchObject({ ok: false, error: { packs: Object.keys(painters) } });
  });
});

describe('a photo as a background', () => {
  const photos = ['beach.jpg', 'forest.jpg'].map((name, i) => ({ name, hash: String(i).repeat(64) }));

  it('is asked for by name where there are several', () => {
    const refusal = planText('replace the background with that photo', { ...open, photos });
    if (refusal.ok) throw new Error('understood');
    expect(refusal.error.message).toBe('Which photo: “beach.jpg” or “forest.jpg”?');
    expect(planText('replace the background with forest.jpg', { ...open, photos })).toMatchObject({
      ok: true,
    });
  });

  it('is the other one where there are two', () => {
    const made = planText('replace the background with that photo', { ...open, photos: photos.slice(1) });
    expect(made).toEqual({
      ok: true,
      value: { plan: planOf([['replace-background', { photo: '1'.repeat(64) }]]) },
    });
  });
});

describe('what is only spoken of', () => {
  const takesAway =
    /^(?:remove|erase|delete|get rid of|take|cut|crop|wipe|replace|pixelate|hide|clear|lose|keep|isolate) /i;
  const requests = Object.values(corpus)
    .flat()
    .filter(
      ([text, expected]) =>
        Array.isArray(expected) && takesAway.test(text) && text.length < 70 && !/[.;!?\n]./.test(text),
    )
    .filter((_, i) => i % 7 === 0);

  it.each([
    "don't …",
    'please do not …',
    'never …',
    'did you …?',
    'should I …?',
    "I won't …",
    'he told me to …',
    'it says “…”',
    "there's no need to …",
    'what happens if I …',
    'I was told to …',
    'I refuse to …',
    'how do I …',
    'we decided not to …',
    'it is impossible to …',
    'you forgot to …',
    '“…”, she said',
  ])('is never done: %s', (frame) => {
    expect(requests.length).toBeGreaterThan(50);
    for (const [text, , context] of requests) {
      const said = frame.replace('…', () => text.replace(/[.!?]+$/, ''));
      expect(turnOf(said, context), said).toBe('refused');
    }
  });
});

describe('again, more, less', () => {
  const last = planOf([['adjust', { exposure: 0.5 }]]);
  it.each<[string, number]>([
    ['more', 0.75],
    ['a bit more', 0.63],
    ['less', 0.25],
    ['half of that', 0.25],
    ['20 % less', 0.4],
  ])('%s: in place of the last plan', (text, exposure) => {
    expect(planText(text, { ...open, lastPlan: last })).toEqual({
      ok: true,
      value: { plan: planOf([['adjust', { exposure }]]), instead: true },
    });
  });

  it('do it once more, on top', () => {
    for (const text of ['again', 'do it again please'])
      expect(planText(text, { ...open, lastPlan: last })).toEqual({ ok: true, value: { plan: last } });
  });

  it('change the last step only, and leave it where it was, whatever is selected by now', () => {
    const both = planOf([
      ['remove', { target: 'dog' }],
      ['sharpen', { amount: 0.4 }],
    ]);
    expect(turnOf('twice as much', { lastPlan: both, hasSelection: true })).toEqual(
      planOf([
        ['remove', { target: 'dog' }],
        ['sharpen', { amount: 0.8 }, { parts: [] }],
      ]),
    );
  });

  it('stop at the strongest', () => {
    expect(turnOf('more', { lastPlan: planOf([['blur', { amount: 0.9 }]]) })).toEqual(
      planOf([['blur', { amount: 1 }]]),
    );
    expect(turnOf('more', { lastPlan: planOf([['blur', { amount: 1 }]]) })).toBe('refused');
  });

  it('mean nothing before anything was done', () => {
    expect(turnOf('again')).toBe('refused');
    expect(turnOf('more')).toBe('refused');
  });

  it('never dose what can only be done', () => {
    expect(turnOf('more', { lastPlan: planOf([['remove', { target: 'dog' }]]) })).toBe('refused');
  });
});

describe('on any text', () => {
  const words = Object.values(corpus).flatMap((cases) => cases.flatMap(([text]) => text.split(' ')));
  const soup = fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((w) => w.join(' '));
  const contexts = fc.record({
    hasSelection: fc.boolean(),
    kind: fc.constantFrom('image' as const, 'video' as const, 'audio' as const, null),
  });

  it('never throws; what it answers is valid, and the same each time', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), soup), contexts, (text, context) => {
        const result = planText(text, context);
        expect(planText(text, context)).toEqual(result);
        if (result.ok) expect(turnSchema.safeParse(result.value).success).toBe(true);
        else expect(result.error.hint).toContain('“');
      }),
      { numRuns: 400 },
    );
  });

  it('does not hang on long ones', () => {
    expect(turnOf(`remove the dog${' and the cat, then the mouse'.repeat(40)}`)).toBeDefined();
    expect(turnOf('make it '.repeat(80))).toBe('refused');
    expect(turnOf('and '.repeat(900))).toBe('refused');
    expect(turnOf('x'.repeat(20_000))).toBe('refused');
  });
});
