/** Other ways to read a text, for when it isn't understood as it is written. */
import { qualities } from './lexicon/tones.ts';
import { phrasebook } from './lexicon/phrasebook.ts';
import { readAmount } from './lexicon/amounts.ts';
import { clauseVerbs } from './lexicon/verbs.ts';
import { fillers } from './politeness.ts';
import { withoutReasons } from './reasons.ts';
import { correct, unswapped } from './spelling.ts';
import type { Source, Token } from './text.ts';

/** As it is; with slips put right; in the grammar's own words; without what it is for. Each only once. */
export function* variantsOf(source: Source): Generator<Source> {
  const seen = new Set<string>();
  for (const variant of ways(source)) {
    const said = variant.tokens.map(({ norm }) => norm).join(' ');
    if (!seen.has(said)) yield variant;
    seen.add(said);
  }
}

function* ways(source: Source): Generator<Source> {
  const corrected = inTokens(source, (tokens) =>
    tokens.map((token) => ({ ...token, norm: correct(token.norm) })),
  );
  yield inTokens(source, (tokens) => tokens.map((token) => ({ ...token, norm: unswapped(token.norm) })));
  yield corrected;
  yield inTokens(source, rephrase);
  yield inTokens(corrected, rephrase);
  yield inTokens(corrected, withoutReasons);
  yield inTokens(corrected, (tokens) => rephrase(withoutReasons(tokens)));
}

const inTokens = ({ text, tokens }: Source, change: (tokens: readonly Token[]) => Token[]): Source => ({
  text,
  tokens: change(tokens),
});

const clauseEnd = /^(?:[.;!?,\n]|and|then)$/;

/** "A little warmer, not too much": the same once more. */
function isRestated(tokens: readonly Token[], at: number): boolean {
  const words = tokens.map(({ norm }) => norm);
  for (let from = at; from > 0 && from > at - 5; from--) {
    const end = words.findIndex((word, i) => i >= from && clauseEnd.test(word));
    const said = words.slice(from, end < 0 ? words.length : end).join(' ');
    if (
      !/^(?:but )?(?:not|nothing) (?:too|so|that|very) (?:much|strong|strongly|heavy|crazy|hard|extreme)$/.test(
        said,
      )
    )
      continue;
    const start = words.slice(0, from).findLastIndex((word) => /^(?:[.;!?\n]|and|then)$/.test(word)) + 1;
    return (
      (end < 0 ? words.length : end) > at &&
      /\b(?:bit|little|slightly|touch|tad|gently|subtly|lightly|smidge|hint|softly|somewhat)\b/.test(
        words.slice(start, from).join(' '),
      )
    );
  }
  return false;
}

/** "…, but only slightly": what joins an amount at the end to what is dosed. */
function isAfterthought(tokens: readonly Token[], at: number): boolean {
  if (isRestated(tokens, at)) return true;
  if (at === 0 || !/^(?:,|but|only|just|though|-|–|—)$/.test(tokens[at]!.norm)) return false;
  let from = at;
  while (/^(?:,|but|only|just|though|-|–|—)$/.test(tokens[from]?.norm ?? '')) from++;
  const end = tokens.findIndex(({ norm }, i) => i >= from && /^(?:[.;!?,\n]|and|then)$/.test(norm));
  const words = tokens.slice(from, end < 0 ? tokens.length : end).map(({ norm }) => norm);
  return (
    words.length <= 5 &&
    words[0] !== 'more' &&
    readAmount(words.filter((word) => word !== 'please').join(' ')) !== undefined
  );
}

/** "Too" at the end of a clause is "as well"; elsewhere it is too much of something. */
const endsWith = (tokens: readonly Token[], at: number): boolean =>
  /^(?:[.;!?,\n]|and|then|please)$/.test(tokens[at + 1]?.norm ?? '.');

/** "Can you, like, cut it out": not "I'd like". */
const isHesitation = (tokens: readonly Token[], at: number): boolean =>
  /^(?:,|you|can|could|just|to|and|then|um|uh|so|maybe|please|it)$/.test(tokens[at - 1]?.norm ?? ',') &&
  (clauseVerbs.has(tokens[at + 1]?.norm ?? '') || tokens[at + 1]?.norm === ',');

/** "Delete me the cables": for me. */
const isForMe = (tokens: readonly Token[], at: number): boolean =>
  clauseVerbs.has(tokens[at - 1]?.norm ?? '') &&
  !/^(?:give|show|paint|draw|make|create|generate|build|design|imagine|write|get|tell|let|put|take|find|grab|pick|choose|help|add|do)$/.test(
    tokens[at - 1]!.norm,
  ) &&
  /^(?:the|that|this|these|those|a|an|my|all|his|her)$/.test(tokens[at + 1]?.norm ?? '');

/** Fillers are left out, phrases of the phrasebook replaced; what stands for them keeps their place in the text. */
function rephrase(tokens: readonly Token[]): Token[] {
  const told = tokens.filter(
    ({ norm }, i) =>
      !(norm === 'like' && isHesitation(tokens, i)) &&
      !(norm === 'me' && isForMe(tokens, i)) &&
      (!fillers.has(norm) || (norm === 'too' && !endsWith(tokens, i))),
  );
  const ordered = verbFirst(ownWish(litterOut(withoutLabel(told))));
  const kept = ordered.filter((token, i) => !isAfterthought(ordered, i) && !(i === 1 && token.norm === ':'));
  return parted(inOurWords(kept)).map(joined);
}

/** "Black and white + vignette": what isn't the sign of a number joins. */
const joined = (token: Token, i: number, all: readonly Token[]): Token =>
  token.norm === '+' &&
  i > 0 &&
  !/^(?:ctrl|cmd|strg|control)$/.test(all[i - 1]!.norm) &&
  !/^[\d.]/.test(all[i + 1]?.norm ?? '')
    ? { ...token, norm: 'and' }
    : token;

/** "Put out the garbage", as it is put out of a house; a fire that is put out is another matter. */
function litterOut(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    ({ norm }, i) =>
      norm === 'out' && tokens[i - 1]?.norm === 'put' && litter.test(tokens[i + 2]?.norm ?? ''),
  );
  if (at < 1) return tokens;
  const put = { norm: 'remove', start: tokens[at - 1]!.start, end: tokens[at]!.end };
  return [...tokens.slice(0, at - 1), put, ...tokens.slice(at + 1)];
}
const litter = /^(?:garbage|trash|rubbish|litter)$/;

/** "My boss wants …": so do I. */
function ownWish(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ norm }) => /^(?:wants|wanted|needs|prefers|likes|wishes)$/.test(norm));
  if (at < 1) return tokens;
  const who = tokens
    .slice(0, at)
    .map(({ norm }) => norm)
    .join(' ');
  if (
    !/^(?:my|our|the|his|her|a) (?:\w+ )?(?:boss|client|customer|editor|wife|husband|mum|mom|dad|teacher|friend|sister|brother|daughter|son|agency|designer|manager|printer|company|team|school|bride|couple|buyer|seller|he|she)$|^(?:he|she|they)$/.test(
      who,
    )
  )
    return tokens;
  const { start, end } = tokens[at]!;
  return [...['i', 'want'].map((norm) => ({ norm, start, end })), ...tokens.slice(at + 1)];
}

/** "Product photo: …", "next step: …": what it is called doesn't matter. */
function withoutLabel(tokens: readonly Token[]): readonly Token[] {
  const colon = tokens.findIndex(({ norm }) => norm === ':');
  const label = tokens
    .slice(0, colon)
    .map(({ norm }) => norm)
    .join(' ');
  return colon > 0 && colon <= 5 && labels.test(label) ? tokens.slice(colon + 1) : tokens;
}
const labels =
  /^(?!.*\b(?:not|don't|no|never|except)\b).*\b(?:photo|picture|image|shot|pic|portrait|request|edits?|tasks?|todo|step \d+|next|first|second|then|finally|also|question|idea|note|ps|perspective|colours?|light|lighting)(?: of \w+)?$/;

/** "Faces → blur, sky: darken a bit": what is done comes first. */
function verbFirst(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let start = 0; start < tokens.length;) {
    const found = tokens.findIndex(({ norm }, i) => i >= start && /^[,.;!?\n]$/.test(norm));
    const end = found < 0 ? tokens.length : found;
    const clause = tokens.slice(start, end);
    const mark = clause.findIndex(({ norm }) => /^[→:=]$/.test(norm));
    const told =
      mark > 0 && !clauseVerbs.has(clause[0]!.norm) && clauseVerbs.has(clause[mark + 1]?.norm ?? '');
    out.push(...(told ? [clause[mark + 1]!, ...clause.slice(0, mark), ...clause.slice(mark + 2)] : clause));
    out.push(...tokens.slice(end, end + 1));
    start = end + 1;
  }
  return out;
}

/** "Contrast -10 saturation +15": a comma between two that are dosed. */
function parted(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token, i) => {
    const dose = /^\d/.test(tokens[i - 1]?.norm ?? '') ? i - 2 : tokens[i - 1]?.norm === '%' ? i - 3 : -1;
    const follows = dose >= 0 && /^[+-]$/.test(tokens[dose]!.norm) && qualities.has(token.norm);
    return follows ? [{ norm: ',', start: token.start, end: token.start }, token] : [token];
  });
}

function inOurWords(kept: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let i = 0; i < kept.length;) {
    const entry = phrasebook.find(([from]) => from.every((word, j) => kept[i + j]?.norm === word));
    if (!entry) {
      out.push(kept[i++]!);
      continue;
    }
    const [from, to] = entry;
    const { start } = kept[i]!;
    const { end } = kept[i + from.length - 1]!;
    out.push(...to.map((norm) => ({ norm, start, end })));
    i += from.length;
  }
  return out;
}
