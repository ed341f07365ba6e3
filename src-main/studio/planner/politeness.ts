/** Words around a request that ask for nothing, and questions that aren't requests. */
import { lists } from './lexicon/verbs.ts';
import { norms, sub, type Span } from './text.ts';

const openings = [
  'please',
  'pls',
  'plz',
  'hi',
  'hello',
  'hey',
  'hey there',
  'hi there',
  'ok',
  'okay',
  'so',
  'well',
  'now',
  'just',
  'kindly',
  'also',
  'and',
  'then',
  'next',
  'finally',
  'lastly',
  'first',
  'firstly',
  'second',
  'secondly',
  'afterwards',
  'after that',
  'after this',
  'great',
  'good',
  'nice',
  'thanks',
  'thank you',
  'perfect',
  'yes',
  'and then',
  'vitrail',
  'to start',
  'to begin',
  'but',
  'could you',
  'can you',
  'would you',
  'will you',
  'could we',
  'can we',
  'could u',
  'can u',
  'can i',
  'could i',
  'can i get you to',
  'would it be possible to',
  'would you be able to',
  'are you able to',
  'is there a way you could',
  "i'd like to see",
  "i'd love to see",
  'i want to see',
  'i would like to see',
  'i would love to see',
  'let me see',
  "i'd like you to",
  "i'd like to",
  "i'd love to",
  "i'd love you to",
  'i would like you to',
  'i would like to',
  'i want you to',
  'i want to',
  'i need you to',
  'i need to',
  'i wish you could',
  'i think you should',
  'you should',
  'you can',
  "let's",
  'let us',
  'lets',
  'go ahead and',
  'try to',
  'we should',
  'we need to',
  'help me',
  'help me to',
  'be so kind and',
  'do me a favour and',
  'do me a favor and',
  'quickly',
  'simply',
  'maybe',
  'perhaps',
  'even',
  'no',
  'nope',
  'hmm',
  'oh',
  'oops ,',
  'can i have',
  'could i have',
  'may i have',
  'can we have',
  'can i get',
  'could i get',
  'plus',
  "i don't like it",
  "i don't like that",
  'actually',
  'ideally',
  'instead',
].map((phrase) => phrase.split(' '));

/** After these the verb ends in -ing. */
const gerundOpenings = [
  'would you mind',
  'do you mind',
  'how about',
  'what about',
  'try',
  'consider',
  'start by',
  'begin by',
].map((p) => p.split(' '));

const closings = [
  'please',
  'pls',
  'plz',
  'thanks',
  'thank you',
  'thank you very much',
  'thanks a lot',
  'many thanks',
  'thx',
  'ty',
  'for me',
  'now',
  'would you',
  'could you',
  'can you',
  'will you',
  'if you can',
  'if possible',
  'if you could',
  'ok',
  'okay',
  'too',
  'as well',
  'right now',
  'first',
  'afterwards',
  'then',
  'also',
  'next',
  "if you don't mind",
  'or something',
  'and',
  ',',
  ':',
  'somehow',
  'my friend',
].map((phrase) => phrase.split(' '));

/** Sentences that ask about something, or tell of it, rather than ask for it. */
const questions: ReadonlySet<string> = new Set(
  "how what why who whose where when which is are was were does did has have had should may might am isn't aren't wasn't".split(
    ' ',
  ),
);
const negations: ReadonlySet<string> = new Set([
  "don't",
  'dont',
  'never',
  'not',
  "doesn't",
  'stop',
  'avoid',
  'without',
  'nobody',
  "can't",
  'cannot',
]);

/** "Show me how to …": asks how. */
const wondering =
  /^(?:show|tell|teach|explain|describe|demonstrate|know|learn|understand|wonder|see|i wonder|i wondered|i'm wondering|remind)(?: (?:to )?(?:me|us))? (?:how|what|why|when|where|who|which|if|whether)(?: |$)/;

const startsWith = (words: readonly string[], phrase: readonly string[]): boolean =>
  phrase.every((word, i) => words[i] === word);

const gerundOf = (verb: string): string => {
  if (verb.endsWith('e')) return `${verb.slice(0, -1)}ing`;
  return /[^aeiou][aeiou][bdgmnprt]$/.test(verb) && !/(?:en|er)$/.test(verb)
    ? `${verb}${verb.at(-1)}ing`
    : `${verb}ing`;
};
const gerunds: ReadonlyMap<string, string> = new Map(
  [...Object.values(lists).flat(), 'brighten', 'darken', 'warm', 'cool', 'animate', 'undo']
    .map((phrase: string) => phrase.split(' ')[0]!)
    .map((verb) => [gerundOf(verb), verb]),
);

/** `verb`: what the first word stands for, where it was written as "removing". */
export interface Request {
  span: Span;
  verb?: string;
}

export function stripPoliteness(span: Span): Request {
  let { from, to } = span;
  let verb: string | undefined;
  for (let changed = true; changed && from < to;) {
    changed = false;
    const words = norms(sub(span, from, to));
    const punctuation = /^[.,;!?:\n-]$/;
    if (punctuation.test(words[0]!)) {
      from++;
      changed = true;
      continue;
    }
    const gerund = gerundOpenings.find((p) => startsWith(words, p) && gerunds.has(words[p.length]!));
    if (gerund) {
      from += gerund.length;
      verb = gerunds.get(norms(sub(span, from, to))[0]!);
      changed = true;
      continue;
    }
    const opening = openings.filter((p) => startsWith(words, p)).sort((a, b) => b.length - a.length)[0];
    if (opening) {
      from += opening.length;
      changed = true;
      continue;
    }
    if (punctuation.test(words.at(-1)!)) {
      to--;
      changed = true;
      continue;
    }
    const closing = closings
      .filter((p) => p.length < words.length && startsWith(words.slice(words.length - p.length), p))
      .sort((a, b) => b.length - a.length)[0];
    if (closing) {
      to -= closing.length;
      changed = true;
    }
  }
  return { span: sub(span, from, to), ...(verb && { verb }) };
}

/** Whether a sentence (its politeness stripped) must not be acted upon, however much it looks like a request. */
export function asksForNothing(span: Span): boolean {
  const words = norms(span);
  if (negations.has(words[0]!) || (words[0] === 'do' && words[1] === 'not')) return true;
  return questions.has(words[0]!) || wondering.test(words.join(' '));
}
