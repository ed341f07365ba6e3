import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrap, type Invocation } from '../../../../src-main/contract/index.ts';
import { formatPlan, looksLikeTemplate, parsePlan } from '../../../../src-main/studio/template/index.ts';
import { anyText, invocations, plans } from './arbitraries.ts';

const planOf = (invocation: Invocation) => ({ steps: [{ input: { from: 'focus' as const }, invocation }] });

describe('writing and reading back', () => {
  it("is the identity for every invocation in the paper's form", () => {
    fc.assert(
      fc.property(invocations, (invocation) => {
        const plan = planOf(invocation);
        const text = unwrap(formatPlan(plan, 'template'));
        expect(looksLikeTemplate(text)).toBe(true);
        expect(text).not.toContain('\n');
        expect(unwrap(parsePlan(text))).toStrictEqual({ plan, say: '', notices: [] });
      }),
      { numRuns: 2000 },
    );
  });

  it('is the identity for every invocation that has a letter', () => {
    fc.assert(
      fc.property(invocations, (invocation) => {
        const plan = planOf(invocation);
        const text = formatPlan(plan, 'letters');
        if (invocation.module === 'audio-generation') {
          expect(text).toMatchObject({ ok: false, error: { code: 'wrong-use' } });
          return;
        }
        expect(unwrap(parsePlan(unwrap(text)))).toStrictEqual({ plan, say: '', notices: [] });
      }),
      { numRuns: 1000 },
    );
  });

  it('is the identity for plans of several steps, whatever each reads', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(unwrap(parsePlan(unwrap(formatPlan(plan, 'template')))).plan).toStrictEqual(plan);
      }),
      { numRuns: 300 },
    );
  });

  it('survives other capitals and free text around the tags', () => {
    fc.assert(
      fc.property(invocations, fc.boolean(), (invocation, upper) => {
        const plan = planOf(invocation);
        const text = unwrap(formatPlan(plan, 'template')).replace(/<\/?[a-z]+>/gi, (tag) =>
          upper ? tag.toUpperCase() : tag.toLowerCase(),
        );
        const parsed = unwrap(parsePlan(`Sure, here it is.\n${text}\nAnything else?`));
        expect(parsed).toStrictEqual({ plan, say: 'Sure, here it is. Anything else?', notices: [] });
      }),
      { numRuns: 300 },
    );
  });
});

describe('on any text', () => {
  const pieces = fc.oneof(
    anyText,
    fc.constantFrom(
      ...['<module>', '</module>', '<Instruction>', '</Instruction>', '<region>', '</region>', '<input>'],
    ),
    fc.constantFrom(
      ...[
        '</input>',
        'B',
        'c',
        'Image Editing',
        'remove',
        '(0.1, 0.2',
        ', 0.3, 0.4)',
        '[',
        ']',
        'time ',
        '| 3',
      ],
    ),
  );
  const soup = fc.array(pieces, { maxLength: 14 }).map((p) => p.join(''));
  const group = fc
    .tuple(fc.constantFrom('A', 'B', 'C', 'F', 'Image Editing'), soup, soup, anyText)
    .map(
      ([m, i, r, n]) =>
        `<module>${m}</module><instruction>${i}</instruction><region>${r}</region><input>${n}</input>`,
    );

  it('never throws, and what it reads is a valid plan that reads back', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), soup, group), (text) => {
        const parsed = parsePlan(text);
        if (!parsed.ok) {
          expect(parsed.error.message).toBeTruthy();
          expect(parsed.error.hint).toBeTruthy();
          return;
        }
        const { plan } = parsed.value;
        expect(unwrap(parsePlan(unwrap(formatPlan(plan, 'template')))).plan).toStrictEqual(plan);
      }),
      { numRuns: 3000 },
    );
  });
});
