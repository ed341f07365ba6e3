/** What somebody asks or tells the studio, rather than asks of it: answered in words. */
import { fail, ok, type Result, type Turn } from '../../contract/index.ts';
import { adviceFor } from './advice.ts';
import type { PlanContext } from './context.ts';
import { courtesies, HOW, questions, SIZES } from './lexicon/answers.ts';
import { glossary } from './lexicon/glossary.ts';
import { isForeign } from './lexicon/tongues.ts';
import { lists } from './lexicon/verbs.ts';
import { compile, match, type Pattern } from './pattern.ts';
import { isRemark, stripPoliteness } from './politeness.ts';
import { best } from './reading.ts';
import { lengthOf, norms, rawText, sentences, spanOf, sub, type Source, type Span } from './text.ts';

/** Longer ones tell a story. */
const LONGEST = 24;

const compiled = questions.map(({ forms, answer }) => ({
  patterns: forms.map((form) => compile(form, lists)),
  answer,
}));
const meanings = new Map(
  glossary.flatMap(({ words, answer }) => words.map((word) => [word, answer] as const)),
);
const whatIs = [
  "(what is|what's|what are|what does|what do|explain|define|describe) [the|a|an] {term} [do|mean|for|good for|used for|about|exactly|actually|here] [here|to me|to it|to a photo|to my photo|exactly]",
  '(what is meant by|what do you mean by|tell me about|tell me what|explain to me) [the|a|an] {term} [is|means|does|are|do|mean]',
].map((form) => compile(form, lists));
const howTo = compile(`${HOW} {request}`, lists);
const sizes = SIZES.map((form) => compile(form, lists));

/** The answer to a text that asks for no edit; undefined where it isn't a question that the studio knows of itself. */
export function answerTo(source: Source, context: PlanContext): Result<Turn> | undefined {
  const whole = spanOf(source);
  if (isForeign(norms(whole)))
    return fail(
      'not-understood',
      'So far I only read English.',
      'Say it in English: “remove this”, “make it warmer”, “blur the background”.',
    );
  const asked = sentences(whole).filter((span) => lengthOf(span) > 0 && !isRemark(span));
  if (asked.length === 0) return ok({ say: friendly(norms(whole)) });
  if (asked.length > 1 || lengthOf(asked[0]!) > LONGEST) return undefined;
  const question = bare(asked[0]!);
  const stripped = bare(stripPoliteness(question).span);
  for (const span of [question, stripped]) {
    const answer = known(span) ?? defined(span) ?? howItIsDone(span, context) ?? measured(span, context);
    if (answer !== undefined) return ok({ say: answer });
  }
  return undefined;
}

/** Without the punctuation around it. */
function bare(span: Span): Span {
  const words = norms(span);
  const isWord = (word: string) => /[\p{L}\p{N}]/u.test(word);
  const first = words.findIndex(isWord);
  const last = words.findLastIndex(isWord);
  return first < 0 ? span : sub(span, span.from + first, span.from + last + 1);
}

const wordsOf = ({ source }: Span): string[] => source.tokens.map(({ norm }) => norm);

function known(span: Span): string | undefined {
  return compiled.find(({ patterns }) => patterns.some((pattern) => fits(pattern, span)))?.answer;
}

/** Whether a pattern fits, whatever stands in its slots. */
const fits = (pattern: Pattern, span: Span): boolean =>
  match(
    pattern,
    wordsOf(span),
    span.from,
    span.to,
    () => true,
    () => true,
  ) === true;

/** "What does clarity do?" */
function defined(span: Span): string | undefined {
  const words = wordsOf(span);
  const term = (_: string, from: number, to: number) => meanings.get(words.slice(from, to).join(' '));
  for (const pattern of whatIs) {
    const answer = match<{ term: string }, string>(
      pattern,
      words,
      span.from,
      span.to,
      term,
      (slots) => slots.term,
    );
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** "How do I make it brighter?": by saying so. */
function howItIsDone(span: Span, context: PlanContext): string | undefined {
  const words = wordsOf(span);
  const request = (_: string, from: number, to: number) => sub(span, from, to);
  return match<{ request: Span }, string>(howTo, words, span.from, span.to, request, ({ request }) => {
    const { source, from, to } = request;
    const said = rawText(request);
    const reading = best({ text: source.text, tokens: source.tokens.slice(from, to) }, context);
    const answer = `Say “${said}”.`;
    if (reading.ok) return answer;
    const advice = adviceFor(request);
    return advice && !advice.packs ? `${advice.message}\n${advice.hint}` : undefined;
  });
}

/** "How large is this photo?" */
function measured(span: Span, { size }: PlanContext): string | undefined {
  if (!size || !sizes.some((form) => fits(form, span))) return undefined;
  const { width, height } = size;
  const answer = `It is ${width} × ${height} pixels, ${((width * height) / 1e6).toFixed(1)} megapixels.`;
  return answer;
}

/** To what is only friendly. */
function friendly(words: readonly string[]): string {
  const text = words.join(' ');
  return courtesies.find(({ to }) => to.test(text))!.answer;
}
