import { afterEach, describe, expect, it } from 'vitest';
import { imageEdits, invocation, modules } from '../../../src-main/contract/invocation.ts';
import type { FailureCode } from '../../../src-main/contract/result.ts';
import { chipsOf, lackOf, shapeOf } from '../../../src-renderer/chat/args.ts';
import { readFigure } from '../../../src-renderer/chat/controls/schema.ts';
import { en } from '../../../src-renderer/strings/en/index.ts';
import { de } from '../../../src-renderer/strings/de/index.ts';
import { locale, speak, systemLanguage, t } from '../../../src-renderer/strings/index.ts';
import {
  bytes,
  clock,
  took,
  dateTime,
  figure,
  signed,
  clockSpan,
  percent,
  signedPercent,
} from '../../../src-renderer/strings/format.ts';

function walk(value: unknown, path: string, found: [string, string][]) {
  if (typeof value === 'string') found.push([path, value]);
  else if (typeof value === 'function')
    found.push([path, String((value as (...a: unknown[]) => unknown)('x1', 'y2', 'z3'))]);
  else for (const [key, inner] of Object.entries(value as object)) walk(inner, `${path}.${key}`, found);
}

/** Words without what is put in, units and letters. */
const hasWord = (text: string) => /\p{L}{3}/u.test(text.replace(/x1|y2|z3|\bmin\b/g, ''));

/** Words that are the same in both languages. */
const sharedWords = [
  'actions.tool-text',
  'actions.tool-lasso',
  'actions.tool-polygon',
  'commands.vignette',
  'exports.button',
  'exports.title',
  'canvas.original',
  'text.done',
  'time.video',
  'chat.label',
  'plan.label',
  'layers.blends.normal',
  'sayings.original',
  'sayings.text',
  'activity.kinds.import',
  'activity.kinds.plan',
  'activity.kinds.export',
  'sheet.sorts.name',
  'sheet.colourNames.orange',
];
/** These, names, formats, and what the planner is told: that is English in every language. */
const shared = new RegExp(
  `\\.(?:${sharedWords.map((word) => word.replace('.', '\\.')).join('|')}|appName|titleOf|settings\\.about|settings\\.languages\\.\\w+|chat\\.studio|exports\\.formats\\.\\w+|plan\\.forms\\.json|text\\.families\\.Inter|tools\\.wordsPlaceholder|selection\\.quickText\\.\\w+|chat\\.suggestions\\.\\w+\\.\\d)$`,
);

describe('German', () => {
  afterEach(() => speak('en'));
  const texts = (language: object) => {
    const found: [string, string][] = [];
    walk(language, '', found);
    return new Map(found);
  };
  it('says everything, with everything that English puts in, and says it in German', () => {
    const [english, german] = [texts(en), texts(de)];
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
    const placed = (text: string) => ['x1', 'y2', 'z3'].filter((given) => text.includes(given));
    for (const [path, text] of german) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toMatch(/undefined|\[object/);
      expect(placed(text), path).toEqual(placed(english.get(path)!));
    }
  });
  it('says the same as English only where both languages have the same word', () => {
    const [english, german] = [texts(en), texts(de)];
    const same = [...german].filter(([path, text]) => english.get(path) === text && hasWord(text));
    expect(same.filter(([path]) => !shared.test(path))).toEqual([]);
    // What is allowed is still so: the list doesn't outlive its reasons.
    const paths = same.map(([path]) => path);
    for (const one of sharedWords)
      expect(
        paths.some((path) => path.endsWith(one)),
        one,
      ).toBe(true);
  });
  it('changes every word and the way numbers are written', () => {
    expect(t.actions.undo).toBe('Undo');
    expect(bytes(1_700_000_000)).toBe('1.7 GB');
    speak('de');
    expect(t.actions.undo).toBe('Rückgängig');
    expect(bytes(1_700_000_000)).toBe('1,7 GB');
    expect(took(1_234)).toBe('1,2 s');
    expect(took(185_000)).toBe('3 min 5 s');
    expect(clock(7_450_000)).toBe('0:07,4');
    expect([figure(-0.25), signed(0.5), figure(1200), shapeOf(1.25)]).toEqual([
      '−0,25',
      '+0,5',
      '1200',
      '1,25:1',
    ]);
    expect(readFigure(-1.25, 'stops')).toBe('−1,3');
    expect(dateTime(new Date(2026, 11, 25, 14, 5).getTime())).toMatch(/25\.12\.2026/);
  });
  it('is the language of a system that has it first, and keeps its own way with dates', () => {
    expect(systemLanguage(['fr-FR', 'de-AT', 'en'])).toBe('de');
    expect(systemLanguage(['fr-FR'])).toBe('en');
    speak('de');
    expect(locale(['en-GB', 'de-CH'])).toBe('de-CH');
    expect(locale(['en-GB'])).toBe('de');
  });
});

describe('English', () => {
  it('leaves nothing empty and nothing undefined', () => {
    const found: [string, string][] = [];
    walk(t, 'en', found);
    expect(found.length).toBeGreaterThan(150);
    for (const [path, text] of found) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toMatch(/undefined|\[object|TODO/);
    }
  });
  it('names every module, command and argument', () => {
    for (const module of Object.keys(modules)) expect(t.modules).toHaveProperty(module);
    interface Shape {
      command: { value: string };
      args: { shape: object };
    }
    const commands = invocation.options.flatMap((o): Shape[] =>
      'options' in o ? o.options.map((edit): Shape => edit.shape) : [o.shape],
    );
    for (const shape of commands) {
      expect(t.commands).toHaveProperty([shape.command.value]);
      for (const name of Object.keys(shape.args.shape)) expect(t.args).toHaveProperty(name);
    }
    expect(commands.length).toBeGreaterThanOrEqual(Object.keys(imageEdits).length + 7);
  });
});

describe('figures', () => {
  it('reads shares', () => {
    expect([0, 0.004, 0.119, 1].map(percent)).toEqual(['0 %', '< 1 %', '12 %', '100 %']);
    expect([0.3, -0.25, 0].map(signedPercent)).toEqual(['+30 %', '−25 %', '0 %']);
  });
  it('reads bytes', () => {
    expect([0, 999, 1_500, 44_000_000, 6_300_000_000, 999_900].map(bytes)).toEqual([
      '0 B',
      '999 B',
      '2 kB',
      '44 MB',
      '6.3 GB',
      '1.0 MB',
    ]);
  });
  it('reads times', () => {
    expect([0, 7_450_000, 62_000_000, 3_723_900_000].map((t) => clock(t))).toEqual([
      '0:00.0',
      '0:07.4',
      '1:02.0',
      '1:02:03.9',
    ]);
  });
});

it('reads what is shorter than a second to the hundredth', () => {
  expect(clock(250_000, 480_000)).toBe('0:00.25');
  expect(clock(480_000, 480_000)).toBe('0:00.48');
  expect(clock(59_000, 480_000)).toBe('0:00.05');
  expect(clockSpan({ start: 61_050_000, end: 61_500_000 })).toEqual(['1:01.05', '1:01.50']);
  expect(clockSpan({ start: 0, end: 2_500_000 })).toEqual(['0:00.0', '0:02.5']);
});

describe('chips', () => {
  it('say what an invocation says', () => {
    expect(
      chipsOf({ module: 'image-editing', command: 'adjust', args: { temperature: 0.3, exposure: -0.5 } }),
    ).toEqual([
      { label: 'warmth', value: '+30 %' },
      { label: 'exposure', value: '−0.5 stops' },
    ]);
    expect(
      chipsOf({
        module: 'image-editing',
        command: 'recolour',
        args: { target: 'the cup', colour: '#FF0000' },
      }),
    ).toEqual([
      { label: 'what', value: '“the cup”' },
      { label: 'colour', value: '#FF0000', colour: '#FF0000' },
    ]);
    expect(chipsOf({ module: 'image-editing', command: 'blur', args: { amount: 0.5 } })).toEqual([
      { label: 'amount', value: '50 %' },
    ]);
    expect(chipsOf({ module: 'image-editing', command: 'remove', args: { target: undefined } })).toEqual([]);
  });
  it('name what is chosen from a list, and show both colours of a gradient', () => {
    const values = (command: string, args: object) =>
      chipsOf(invocation.parse({ module: 'image-editing', command, args })).map((chip) => chip.value);
    expect(values('film-look', { look: 'teal-orange', amount: 0.6 })).toEqual(['teal and orange', '60 %']);
    expect(values('clarity', { amount: -0.25 })).toEqual(['−25 %']);
    expect(values('vignette', { amount: 0.3 })).toEqual(['+30 %']);
    expect(values('adjust', { highlights: -0.3 })).toEqual(['−30 %']);
    expect(values('extend', { left: 0.25 })).toEqual(['25 %']);
    expect(values('resize', { width: 1200 })).toEqual(['1200 px']);
    expect(values('transform', { dx: -0.15, scale: 1.3, degrees: -15, mirror: 'horizontal' })).toEqual([
      '−15 %',
      '130 %',
      '−15°',
      'left to right',
    ]);
    expect(
      values('curves', {
        points: [
          [0, 0],
          [0.5, 0.6],
          [1, 1],
        ],
      }),
    ).toEqual(['0 → 0, 50 → 60, 100 → 100', 'all colours']);
    expect(values('remove', { source: { parts: [{ kind: 'words', text: 'left half' }] } })).toEqual([
      '“left half”',
    ]);
    expect(values('remove', { source: { parts: [{ kind: 'point', x: 0, y: 0 }] } })).toEqual(['a region']);
    expect(values('replace-background', { photo: 'ab'.repeat(32), shadow: 0.5 })).toEqual([
      'another photo',
      '50 %',
    ]);
    const gradient = invocation.parse({
      module: 'image-editing',
      command: 'replace-background',
      args: { colour: '#0000ff', to: '#ffffff', degrees: 90 },
    });
    expect(chipsOf(gradient).map(({ label, colour }) => [label, colour])).toEqual([
      ['colour', '#0000ff'],
      ['to', '#ffffff'],
      ['angle', undefined],
    ]);
    const lens = invocation.parse({
      module: 'image-editing',
      command: 'blur-background',
      args: { amount: 0.5, highlights: 0.8 },
    });
    expect(chipsOf(lens)[1]).toEqual({ label: 'bokeh', value: '80 %' });
  });
  it('has a name for every value', () => {
    const named = [
      imageEdits['film-look'].shape.look,
      imageEdits.stylise.shape.style,
      imageEdits.flip.shape.axis,
    ];
    for (const { options } of named) for (const value of options) expect(t.values).toHaveProperty([value]);
  });
  it('name shapes', () => {
    expect([1, 16 / 9, 1.25].map(shapeOf)).toEqual(['1:1', '16:9', '1.25:1']);
  });
});

it('a step that lacked a model or a place is told from one that broke', () => {
  const failed = (code: FailureCode) => lackOf({ state: 'failed', error: { code, message: 'x' } });
  expect([failed('needs-pack'), failed('needs-region'), failed('crashed')]).toEqual([
    'needs-pack',
    'needs-region',
    null,
  ]);
  expect(lackOf({ state: 'done' })).toBeNull();
});
