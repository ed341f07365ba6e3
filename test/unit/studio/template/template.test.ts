import { describe, expect, it } from 'vitest';
import { unwrap, type Plan } from '../../../../src-main/contract/index.ts';
import { formatPlan, looksLikeTemplate, parsePlan } from '../../../../src-main/studio/template/index.ts';

const focus = { from: 'focus' as const };
const invocationsOf = (text: string) => unwrap(parsePlan(text)).plan.steps.map((step) => step.invocation);
const refusal = (text: string) => {
  const result = parsePlan(text);
  if (result.ok) throw new Error(`read: ${JSON.stringify(result.value)}`);
  return `${result.error.code}: ${result.error.message} ${result.error.hint}`;
};
const segment = (target: string) => ({ module: 'image-segmentation', command: 'segment', args: { target } });

describe("the paper's form", () => {
  it('reads its own example and puts its swapped corners in order', () => {
    const { plan, notices } = unwrap(
      parsePlan(
        '<Module> Video Segmentation </Module> <Instruction> segmentation: clock </Instruction> <Region> (0.23, 0.35, 0.11, 0.26) </Region>',
      ),
    );
    expect(plan.steps).toEqual([
      {
        input: focus,
        invocation: {
          module: 'video-segmentation',
          command: 'segment',
          args: { target: 'clock' },
          region: { parts: [{ kind: 'box', x1: 0.11, y1: 0.26, x2: 0.23, y2: 0.35 }] },
        },
      },
    ]);
    expect(notices).toEqual([
      'The corners of the box (0.23, 0.35, 0.11, 0.26) were swapped; they have been put in order.',
    ]);
  });

  it('is written as the paper writes it', () => {
    const plan: Plan = {
      steps: [
        {
          input: focus,
          invocation: {
            module: 'video-segmentation',
            command: 'segment',
            args: { target: 'clock' },
            region: { parts: [{ kind: 'box', x1: 0.11, y1: 0.26, x2: 0.23, y2: 0.35 }] },
          },
        },
      ],
    };
    expect(unwrap(formatPlan(plan, 'template'))).toBe(
      '<Module> Video Segmentation </Module> <Instruction> segmentation: clock </Instruction> <Region> (0.11, 0.26, 0.23, 0.35) </Region>',
    );
  });
});

describe("the released code's form", () => {
  it('is read, with what is said around it', () => {
    const text =
      "Sure, I'll focus on the zebra that is the farthest from us. <module>B</module> <instruction>segmentation: zebra farthest from you</instruction>";
    expect(unwrap(parsePlan(text))).toEqual({
      plan: { steps: [{ input: focus, invocation: segment('zebra farthest from you') }] },
      say: "Sure, I'll focus on the zebra that is the farthest from us.",
      notices: [],
    });
  });

  it('is written in small letters without spaces', () => {
    const plan = unwrap(parsePlan('<module>B</module><instruction>segmentation: zebra</instruction>')).plan;
    expect(unwrap(formatPlan(plan, 'letters'))).toBe(
      '<module>B</module><instruction>segmentation: zebra</instruction>',
    );
  });

  it('has two instructions for video editing', () => {
    const text =
      '<module>F</module><instruction>foreground: a red car</instruction><instruction>background: snow at 12:30</instruction>';
    const [edit] = invocationsOf(text);
    expect(edit).toEqual({
      module: 'video-editing',
      command: 'edit',
      args: { foreground: 'a red car', background: 'snow at 12:30' },
    });
    expect(unwrap(formatPlan(unwrap(parsePlan(text)).plan, 'letters'))).toBe(text);
    expect(
      invocationsOf('<module>F</module><instruction>a red car</instruction><instruction>snow</instruction>'),
    ).toEqual([
      { module: 'video-editing', command: 'edit', args: { foreground: 'a red car', background: 'snow' } },
    ]);
  });

  it('knows every letter', () => {
    const module = (letter: string) =>
      invocationsOf(`<module>${letter}</module><instruction>remove: x</instruction>`)[0]!.module;
    expect([...'ABCDEFG'].map(module)).toEqual([
      'image-generation',
      'image-segmentation',
      'image-editing',
      'video-generation',
      'video-segmentation',
      'video-editing',
      'image-to-video',
    ]);
  });

  it('has no letter for sound, and says so', () => {
    const plan: Plan = {
      steps: [
        {
          input: focus,
          invocation: { module: 'audio-generation', command: 'generate', args: { prompt: 'rain' } },
        },
      ],
    };
    expect(formatPlan(plan, 'letters')).toMatchObject({
      ok: false,
      error: { code: 'wrong-use', hint: expect.stringContaining('paper') },
    });
    expect(unwrap(formatPlan(plan, 'template'))).toContain('Audio Generation');
  });
});

describe('what the released parser gets wrong', () => {
  it.each([
    '<MODULE>b</MODULE><INSTRUCTION>Segmentation: zebra</INSTRUCTION>',
    '< Module > image segmentation </ Module ><instruction>SEGMENT: zebra</instruction>',
  ])('capitals: %s', (text) => expect(invocationsOf(text)).toEqual([segment('zebra')]));

  it('a colon inside the instruction', () => {
    expect(
      invocationsOf('<module>B</module><instruction>segmentation: the clock at 12:30</instruction>'),
    ).toEqual([segment('the clock at 12:30')]);
    const prompt = { prompt: 'a red car at 12:30' };
    for (const text of [
      'a red car at 12:30',
      'image generation: a red car at 12:30',
      'generation: a red car at 12:30',
    ])
      expect(invocationsOf(`<module>A</module><instruction>${text}</instruction>`)).toEqual([
        { module: 'image-generation', command: 'generate', args: prompt },
      ]);
  });

  it('several groups are several steps, each on the result of the one before', () => {
    const { plan } = unwrap(
      parsePlan(
        '<module>C</module><instruction>remove: dog</instruction> and <module>C</module><instruction>sharpen</instruction>',
      ),
    );
    expect(plan.steps.map((step) => step.input)).toEqual([focus, { from: 'step', step: 0 }]);
    expect(plan.steps.map((step) => step.invocation.command)).toEqual(['remove', 'sharpen']);
  });

  it.each([
    ['(0.1, 0.2, 0.1, 0.6)', 'no area'],
    ['(10, 20, 300, 400)', 'outside 0 to 1'],
    ['(-0.1, 0.2, 0.3, 0.4)', 'outside 0 to 1'],
    ['(0.1, 0.2, 0.3)', 'four numbers'],
    ['(a, b, c, d)', 'not a number'],
    ['point (0.1, 0.2, 0.3)', 'two numbers'],
    ['somewhere', 'not understood'],
    ['time (5, 3)', 'start < end'],
    ['mask 12', 'SHA-256'],
  ])('a region that makes no sense: %s', (region, why) => {
    const text = refusal(`<module>C</module><instruction>remove</instruction><region>${region}</region>`);
    expect(text).toContain(why);
    expect(text).toContain('bad-input');
    expect(text).toContain('for example');
  });
});

describe('regions', () => {
  const region = (text: string) =>
    invocationsOf(`<module>C</module><instruction>remove</instruction><region>${text}</region>`)[0]!.region;

  it.each<[string, unknown]>([
    [
      'dog: (0.1, 0.2, 0.3, 0.4 | 3, 40)',
      {
        parts: [
          { kind: 'box', x1: 0.1, y1: 0.2, x2: 0.3, y2: 0.4, object: 'dog', frames: { first: 3, last: 40 } },
        ],
      },
    ],
    [
      'the red car : [0.1 0.2 0.3 0.4]',
      { parts: [{ kind: 'box', x1: 0.1, y1: 0.2, x2: 0.3, y2: 0.4, object: 'the red car' }] },
    ],
    ['0.1, 0.2, 0.3, 0.4', { parts: [{ kind: 'box', x1: 0.1, y1: 0.2, x2: 0.3, y2: 0.4 }] }],
    [
      'point (0.5, .25); not point (0, 1)',
      {
        parts: [
          { kind: 'point', x: 0.5, y: 0.25, sign: '+' },
          { kind: 'point', x: 0, y: 1, sign: '-' },
        ],
      },
    ],
    [
      'not polygon (0,0, 1,0, 1,1)',
      {
        parts: [
          {
            kind: 'polygon',
            points: [
              [0, 0],
              [1, 0],
              [1, 1],
            ],
            sign: '-',
          },
        ],
      },
    ],
    [
      'stroke (0.1, 0.1, 0.2, 0.2 | 0.05)',
      {
        parts: [
          {
            kind: 'stroke',
            points: [
              [0.1, 0.1],
              [0.2, 0.2],
            ],
            radius: 0.05,
            sign: '+',
          },
        ],
      },
    ],
    [
      'not scribble (0.1, 0.1, 0.2, 0.2 | 0.05)',
      {
        parts: [
          {
            kind: 'stroke',
            points: [
              [0.1, 0.1],
              [0.2, 0.2],
            ],
            radius: 0.05,
            sign: '-',
            hint: true,
          },
        ],
      },
    ],
    [
      'words "the dog on the left"; inverted',
      { parts: [{ kind: 'words', text: 'the dog on the left' }], inverted: true },
    ],
    [
      'time (1000000, 2500000); band (200, 4000.5)',
      { parts: [], time: { start: 1_000_000, end: 2_500_000 }, band: { low: 200, high: 4000.5 } },
    ],
    ['all', { parts: [] }],
    ['', undefined],
  ])('%s', (text, expected) => expect(region(text)).toEqual(expected));
});

describe('plain instructions for image editing', () => {
  it.each<[string, string, object]>([
    ['remove the dog', 'remove', { target: 'the dog' }],
    ['Remove: the dog', 'remove', { target: 'the dog' }],
    ['replace the dog with a cat at 12:30', 'replace', { target: 'the dog', prompt: 'a cat at 12:30' }],
    ['change the table into a boat', 'replace', { target: 'the table', prompt: 'a boat' }],
    ['add a hat to the man', 'add', { prompt: 'a hat to the man' }],
    ['remove the background', 'cut-out', {}],
    ['blur the background', 'blur-background', { amount: 0.5 }],
    ['black-and-white', 'black-and-white', {}],
    [
      'adjust: the sky | exposure = -0.5 | contrast = .2',
      'adjust',
      { target: 'the sky', exposure: -0.5, contrast: 0.2 },
    ],
    ['remove: salt & pepper | shakers', 'remove', { target: 'salt & pepper | shakers' }],
  ])('%s', (text, command, args) =>
    expect(invocationsOf(`<module>C</module><instruction>${text}</instruction>`)).toEqual([
      { module: 'image-editing', command, args },
    ]),
  );
});

describe('what is refused, with a hint', () => {
  it.each([
    ['no tags at all', 'remove the dog', '<Module>'],
    ['an unknown letter', '<module>Z</module><instruction>x</instruction>', 'A Image Generation'],
    [
      'an unknown module',
      '<module>Vido Segmentation</module><instruction>x</instruction>',
      'Video Segmentation',
    ],
    ['an unknown command', '<module>C</module><instruction>remov: dog</instruction>', 'remove'],
    [
      'a misspelt command of a module that has one',
      '<module>B</module><instruction>segmentaton: dog</instruction>',
      'segmentation',
    ],
    ['an unknown argument', '<module>C</module><instruction>blur: dog | amout = 1</instruction>', 'amount'],
    [
      'an argument of the wrong type',
      '<module>C</module><instruction>blur | amount = lots</instruction>',
      'number',
    ],
    ['an argument out of range', '<module>C</module><instruction>blur | amount = 7</instruction>', 'amount'],
    ['a missing argument', '<module>C</module><instruction>recolour: car</instruction>', 'colour'],
    ['a missing instruction', '<module>C</module>', 'remove'],
    ['a missing prompt', '<module>A</module>', 'prompt'],
    ['a tag left open', '<module>C</module><instruction>remove: dog', '</instruction>'],
    ['a closing tag alone', '</module>', '<Module>'],
    ['an instruction before its module', '<instruction>remove</instruction><module>C</module>', '<Module>'],
    [
      'two instructions where one belongs',
      '<module>B</module><instruction>dog</instruction><instruction>cat</instruction>',
      'second step',
    ],
    [
      'three instructions for video editing',
      '<module>F</module><instruction>a</instruction><instruction>b</instruction><instruction>c</instruction>',
      'background',
    ],
    [
      'a step that reads a later one',
      '<module>C</module><instruction>sharpen</instruction><input>step 2</input>',
      'earlier step',
    ],
  ])('%s', (_, text, part) => {
    expect(refusal(text)).toContain(part);
    expect(refusal(text)).not.toContain('undefined');
  });
});

it('tells a template from a sentence', () => {
  expect(looksLikeTemplate('Sure. <module>B</module>')).toBe(true);
  expect(looksLikeTemplate('remove the <b>dog</b>')).toBe(false);
});
