/** Other ways to read a text, for when it isn't understood as it is written. */
import { phrasebook } from './lexicon/phrasebook.ts';
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

/** Fillers are left out, phrases of the phrasebook replaced; what stands for them keeps their place in the text. */
function rephrase(tokens: readonly Token[]): Token[] {
  const kept = tokens.filter((token) => !fillers.has(token.norm));
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
