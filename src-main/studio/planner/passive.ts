/** "The dog should be removed", "I want the sky darkened a bit": as the request that they are. */
import { clauseVerbs, lists } from './lexicon/verbs.ts';
import { verbs } from './lexicon/tones.ts';
import { norms, sub, type Span, type Token } from './text.ts';

/** Regular past participles; "cut", "put" and the like are their own. */
function participle(verb: string): string {
  if (/e$/.test(verb)) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return /[^aeiou][aeiou][bdgmnprt]$/.test(verb) && !/(?:en|er|or|it)$/.test(verb)
    ? `${verb}${verb.at(-1)}ed`
    : `${verb}ed`;
}

const irregular: Readonly<Record<string, string>> = {
  taken: 'take',
  made: 'make',
  got: 'get',
  cut: 'cut',
  put: 'put',
  turned: 'turn',
  wiped: 'wipe',
  rid: 'get rid',
};
const single = [...clauseVerbs, ...Object.values(lists).flat(), ...verbs.keys()].filter((verb) =>
  /^[a-z]+$/.test(verb),
);
/** What a past participle is one of. */
export const verbOf: ReadonlyMap<string, string> = new Map([
  ...single.map((verb) => [participle(verb), verb] as const),
  ...single.filter((verb) => verb.endsWith('el')).map((verb) => [`${verb}led`, verb] as const),
  ...single.map((verb) => [`${participle(verb).replace(/ed$/, '')}ing`, verb] as const),
  ...Object.entries(irregular),
]);

const wishes =
  /^(?:i want|i need|i would like|i'd like|i'd love|want|need|have|get|i want to have|i would like to have) /;
const modals =
  /^(?:should|must|has to|have to|needs to|need to|can|could|ought to|may|might|is to|are to)(?: be)? /;

/** With the verb in front; undefined where there is no passive in it. */
export function active(span: Span): Span | undefined {
  const words = norms(span);
  const text = `${words.join(' ')} `;
  const wish = wishes.exec(text);
  const start = wish ? wish[0].trim().split(' ').length : 0;
  for (let i = start + 1; i < words.length; i++) {
    const verb = verbOf.get(words[i]!);
    if (!verb) continue;
    const end = wish
      ? i - (/^(?:to be|be)$/.test(words.slice(i - 2, i).join(' ')) ? 2 : 0)
      : beforeModal(words, i);
    if (end === undefined || end <= start) continue;
    return reordered(span, verb, start, end, i + 1);
  }
  return undefined;
}

/** Where the thing ends: before "should be" or "needs". */
function beforeModal(words: readonly string[], at: number): number | undefined {
  for (let i = at - 1; i > 0 && i >= at - 4; i--) {
    const between = `${words.slice(i, at).join(' ')} `;
    if (modals.exec(between)?.[0] === between || between === 'needs ' || between === 'need ') return i;
  }
  return undefined;
}

function reordered(span: Span, verb: string, from: number, to: number, after: number): Span {
  const { source } = span;
  const tokens = source.tokens.slice(span.from, span.to);
  const first = tokens[after - 1]!;
  const moved: Token[] = [
    ...verb.split(' ').map((norm) => ({ norm, start: first.start, end: first.end })),
    ...tokens.slice(from, to),
    ...tokens.slice(after),
  ];
  return sub({ source: { text: source.text, tokens: moved }, from: 0, to: moved.length }, 0);
}
