/** Other ways to read a text, for when it isn't understood as it is written. */
import { qualities } from './lexicon/tones.ts';
import { phrasebook } from './lexicon/phrasebook.ts';
import { readAmount } from './lexicon/amounts.ts';
import { fillers } from './politeness.ts';
import { correct } from './spelling.ts';
import type { Source, Token } from './text.ts';

/** As it is; with slips put right; in the grammar's own words; both. */
export function* variantsOf(source: Source): Generator<Source> {
  yield source;
  const corrected = inTokens(source, (tokens) =>
    tokens.map((token) => ({ ...token, norm: correct(token.norm) })),
  );
  yield corrected;
  yield inTokens(source, rephrase);
  yield inTokens(corrected, rephrase);
}

const inTokens = ({ text, tokens }: Source, change: (tokens: readonly Token[]) => Token[]): Source => ({
  text,
  tokens: change(tokens),
});

/** "…, but only slightly": what joins an amount at the end to what is dosed. */
function isAfterthought(tokens: readonly Token[], at: number): boolean {
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

/** Fillers are left out, phrases of the phrasebook replaced; what stands for them keeps their place in the text. */
function rephrase(tokens: readonly Token[]): Token[] {
  const told = tokens.filter(
    ({ norm }, i) => !fillers.has(norm) || (norm === 'too' && /^not/.test(tokens[i - 1]?.norm ?? '')),
  );
  const kept = told.filter((token, i) => !isAfterthought(told, i) && !(i === 1 && token.norm === ':'));
  return inOurWords(parted(kept));
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
