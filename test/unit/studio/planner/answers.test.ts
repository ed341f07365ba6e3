import { describe, expect, it } from 'vitest';
import { planText, type PlanContext } from '../../../../src-main/studio/planner/index.ts';
import { courtesies, questions } from '../../../../src-main/studio/planner/lexicon/answers.ts';
import { glossary } from '../../../../src-main/studio/planner/lexicon/glossary.ts';
import { planOf } from './corpus/case.ts';
import { corpus } from './corpus/index.ts';

const open: PlanContext = { hasSelection: true, kind: 'image', size: { width: 4000, height: 3000 } };

function said(text: string): string {
  const turn = planText(text, open);
  if (!turn.ok) return `refused: ${turn.error.message}`;
  expect(turn.value.plan ?? turn.value.action, text).toBeUndefined();
  return turn.value.say!;
}

describe('a question about the studio', () => {
  it.each([
    ['what can you do?', 'Type / for every command'],
    ['help', 'Type / for every command'],
    ['Can you help me please?', 'Type / for every command'],
    ['How does this work?', 'Type / for every command'],
    ['who are you?', 'I’m Vitrail'],
    ['are you ChatGPT', 'I’m Vitrail'],
    ['Is my photo uploaded somewhere?', 'Nothing leaves this machine'],
    ['do you train AI on my photos?', 'Nothing leaves this machine'],
    ['do I need an internet connection', 'Nothing leaves this machine'],
    ['where are my projects saved?', 'Every step is kept'],
    ['does it change my original', 'Every step is kept'],
    ['how do I export this?', 'Export'],
    ['thanks, now how do I save it?', 'Export'],
    ['which format should I use for printing?', 'TIFF or PNG'],
    ['can this be undone?', 'the arrow at the top'],
    ['how do I select the dog?', 'Click on the thing'],
    ['how can I add some text to my photo', 'Press T'],
    ['zoom in', 'wheel'],
    ['show me the before and after', 'two halves'],
    ['how do I open another photo', 'Drop it'],
    ['do you speak German?', 'English so far'],
    ['is this free?', 'no account'],
    ['what are the keyboard shortcuts', 'Press ?'],
    ['what happens if I delete this?', '“undo” takes it back'],
    ['what is in this photo?', 'only a model could tell'],
    ['who is this?', 'only a model could tell'],
    ['how big is this photo?', 'It is 4000 × 3000 pixels, 12.0 megapixels.'],
    ['What does clarity do?', 'between neighbours'],
    ['what is a vignette', 'corners'],
    ['explain vibrance to me', 'spares skin'],
    ['how do I make it brighter?', 'Say “make it brighter”.'],
    ['How can I cut this out?', 'Say “cut this out”.'],
    ['show me how to blur the background', 'Say “blur the background”.'],
    ['is there a way to start over?', 'The original is kept as the first version.'],
    ['hello', 'Hello!'],
    ['thank you so much!', 'You’re welcome.'],
    ['that looks great', 'Good. What should happen next?'],
    ['sorry', 'No harm done'],
  ])('%s', (text, part) => expect(said(text)).toContain(part));

  it.each(['what time is it', 'tell me a joke', 'why is the sky blue', 'how do I bake bread'])(
    'about something else is none: %s',
    (text) => expect(said(text)).toContain('refused'),
  );

  it('has a size only where a picture is open', () =>
    expect(planText('how big is this photo', { hasSelection: false, kind: null }).ok).toBe(false));
});

describe('an answer', () => {
  const answers = [...questions, ...courtesies, ...glossary].map(({ answer }) => answer);

  it('only tells to say what is understood', () => {
    const examples = answers.flatMap((text) =>
      [...text.matchAll(/“(\p{Ll}[^”]*)”/gu)].map((found) => found[1]!),
    );
    expect(examples.length).toBeGreaterThan(40);
    const lastPlan = planOf([['adjust', { exposure: 0.5 }]]);
    const regions = [{ number: 1, name: 'dog', region: { parts: [], inverted: true } }];
    for (const example of examples)
      expect(planText(example, { ...open, lastPlan, regions }), example).toMatchObject({ ok: true });
  });

  it.each(glossary.flatMap(({ words }) => words))('explains “%s”', (word) => {
    const answer = glossary.find(({ words }) => words.includes(word))!.answer;
    expect(said(`what is ${word}?`)).toBe(answer);
  });

  it('to how something is done is how to say it, in the person’s own words', () => {
    const requests = Object.values(corpus)
      .flat()
      .filter(
        ([text, expected]) =>
          Array.isArray(expected) && /^(?:make|blur|remove|crop|turn) [^.,;!?\n]+$/.test(text),
      )
      .filter((_, i) => i % 11 === 0);
    expect(requests.length).toBeGreaterThan(30);
    for (const [text, , context] of requests) {
      const turn = planText(`how do I ${text}?`, { ...open, hasSelection: false, ...context });
      if (!turn.ok || !turn.value.say) throw new Error(text);
      if (turn.value.say.startsWith('Say “')) expect(turn.value.say).toBe(`Say “${text}”.`);
    }
  });
});

describe('another language', () => {
  it.each([
    'Entferne den Hintergrund',
    'mach das Bild heller',
    'Bitte schneide die Frau aus und mach den Himmel wärmer',
    'supprime le fond',
    'rends le ciel plus bleu',
    'quita el fondo',
    'rendi il cielo più blu',
    'maak de lucht met het strand lichter',
  ])('is named instead of taken for nonsense: %s', (text) =>
    expect(planText(text, open)).toMatchObject({
      ok: false,
      error: { message: 'So far I only read English.' },
    }),
  );

  it('is not seen in English', () => {
    for (const [text, expected] of Object.values(corpus).flat()) {
      const turn = planText(text, open);
      if (expected === 'refused' && !turn.ok)
        expect(turn.error.message, text).not.toContain('only read English');
    }
  });
});
