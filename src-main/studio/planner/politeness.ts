/** Words around a request that ask for nothing, and questions that aren't requests. */
import { clauseVerbs, lists } from './lexicon/verbs.ts';
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
  'no ,',
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
  'please to',
  'um',
  'uh',
  'no wait',
  'wait',
  'first of all',
  'can someone',
  'can someone please',
  'could someone',
  'can anyone',
  'could anyone',
  'can anybody',
  'could anybody',
  'would someone',
  'someone',
  'somebody',
  'would love to',
  'would like to',
  'you could',
  'is there any way to',
  'is there a way to',
  'any chance you could',
  'any chance to',
  'feel free to',
  'time to',
  'remember to',
  'make sure to',
  'be sure to',
  'i think',
  'i guess',
  'i believe',
  'i was wondering if you could',
  'i was wondering whether you could',
  'i wonder if you could',
  'would it be possible that you',
  'is it possible that you',
  'it would be nice to',
  'it would be great to',
  'it would be nice if you could',
  'it would be great if you could',
  'it would look better',
  'it would look nicer',
  'it would be better',
  'it would be nice',
  'this would look better',
  'i have to',
  'i must',
  'i may want to',
  'gotta',
  'want to',
  'need to',
  'i suggest to',
  'for this one',
  'in this photo',
  'in this picture',
  'in the picture',
  'in the photo',
  'on this photo',
  'oh and',
  'same time',
  'while you are at it',
  "while you're at it",
  'when you are done',
  'once done',
  'as a first step',
  'as a last step',
  "i don't like it",
  "i don't like that",
  'actually',
  'ideally',
  'instead',
].map((phrase) => phrase.split(' '));

/** Openings only where a verb follows: "I want delete this", but "I want this deleted". */
const wishes = [
  'i want',
  'i need',
  'i would like',
  "i'd like",
  'i wish',
  'i will',
  "i'll",
  'no',
  'why not',
  'better',
].map((p) => p.split(' '));

/** Said of what was done, and asking for nothing. */
const remarks =
  /^(?:(?:ok|okay|oh|wow|yes|yeah|hm+|ah|well|so|and) )*(?:(?:i (?:really )?(?:love|like) (?:it|this|that)|love (?:it|this|that)|like it|looks? (?:good|great|nice|amazing|better|perfect)|(?:that|this|it)(?:'s| is| looks| was)(?: really| very| so| much| pretty)? (?:great|good|nice|perfect|better|amazing|fine|cool|beautiful|lovely|awesome|it)|(?:great|good|nice|perfect|awesome|lovely|cool|excellent|brilliant|super|fantastic)(?: (?:job|work|one|stuff|start|so far))?|(?:good |great )?(?:morning|evening|afternoon)|hello|hi|hey|thanks|thank you|almost there|almost|getting there|not bad)(?: (?:so far|now|already|thanks|there|again|much|everyone|vitrail))*)?$/;

/** A sentence that is only friendly. */
export const isRemark = (span: Span): boolean =>
  remarks.test(
    norms(span)
      .filter((word) => /\p{L}/u.test(word))
      .join(' '),
  );

/** Words that may stand anywhere and mean nothing. */
export const fillers: ReadonlySet<string> = new Set(
  'please pls plz kindly just simply maybe perhaps somehow actually basically literally really quickly also too nicely properly immediately automatically honestly um uh uhm erm er hmm wait actually only yeah hey'.split(
    ' ',
  ),
);

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
  'thank you so much',
  'thanks so much',
  'many thanks in advance',
  'thanks in advance',
  'for a passport',
  'for my passport',
  'for instance',
  'as possible',
  'at once',
  'asap',
  'this time',
  'in this photo',
  'in this one',
  'for her',
  'for him',
  'for them',
  'for us',
  'for my mum',
  'for my mom',
  'for my blog',
  'for my shop',
  'for our shop',
  'for ebay',
  'for etsy',
  'for amazon',
  'for linkedin',
  'for my cv',
  'for a poster',
  'for the poster',
  'for a flyer',
  'for a presentation',
  'for my presentation',
  'thank you in advance',
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
  'for web',
  'for the web',
  'for social',
  'for social media',
  'for print',
  'for printing',
  'for copy',
  'for the copy',
  'for text',
  'for my website',
  'for the website',
  'for our website',
  'for the shop',
  'for my shop',
  'if you would',
  'if that is ok',
  'cheers',
  'lol',
  'haha',
  'yeah',
  'instead',
  'at the end',
  'in the end',
  'at last',
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
    const wish = wishes.find((p) => startsWith(words, p) && clauseVerbs.has(words[p.length] ?? ''));
    if (wish) {
      from += wish.length;
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
