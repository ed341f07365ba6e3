/** Why something is asked for, and what for: said along with it, and changing nothing. */
import { isColourWord } from './lexicon/colours.ts';
import { purpose } from './lexicon/courtesies.ts';
import { joins } from './thing.ts';
import type { Token } from './text.ts';

/** No reason is longer, in words. */
const LONGEST = 14;

const starts: readonly RegExp[] = [
  /^(?:instead of|rather than) /,
  /^so (?:that )?(?:i|you|it|that|they|he|she|the|my|our|people|nobody|no|everyone|everybody|one|there|this|only) /,
  /^(?:because|cause|cuz|cos|since|as) (?:i|you|it|it's|they|they're|he|she|the|my|our|there|there's|this|that|people|nobody|of) /,
  /^(?:because|cuz|cos) /,
  /^in order to /,
  /^to (?:protect|match|print|post|share|use|upload|avoid|draw|help|emphasise|emphasize|give|create|get|show off|suit|bring|add|make (?:it|him|her|them|us|me|the (?:subject|picture|photo|image|scene)) (?:stand|pop|look|feel|clear|easier)) /,
  /^(?:,|-|–|\() (?:like|as) (?:in|on|at|from|they|for) /,
  /^(?:,|-|–|\() (?:if|when|though|although|otherwise|or else) /,
  new RegExp(`^(?:,|-|–|\\()? ?${purpose} `, 'u'),
];

/** "So that her hat is not cut off": what a larger picture or a wider crop is for. */
const uncut =
  /^so (?:that )?.*\b(?:not|isn't|aren't|doesn't|don't|won't|never) (?:be |get )?(?:cut|cropped|chopped|clipped|missing|squeezed|cramped|touch)\b/;

/** A reason that says what is not to be done is one to listen to. */
const telling =
  /\b(?:not|don't|never|except|without|only|keep|keeps|stay|stays|remains?|unchanged|alone|untouched)\b/;

/** "Crop it", "fix this": how is only said by what it is for. */
const bare =
  /(?:^|and |then |, )(?:please |can you |could you )*(?:crop|trim|reframe|resize|scale|cut|fix|change|move|extend|adjust|edit|format|size|turn|make|rotate)(?: (?:it|this|that|the|my|picture|photo|image|shot|pic))*$/;

/** "Flip her so she looks left" */
const turned =
  /(?:^|and |then |, |you |please )(?:flip|mirror|turn|rotate|spin|move|shift|crop|trim) (?:(?!and |then |, ).)*$/;

/** Of the picture itself: any edit is meant to leave these be. */
const quality =
  /^(?:, |- |\( )?(?:but |and |while )?(?:keeping|keep|preserving|preserve|maintaining|maintain|retaining|without (?:changing|losing|affecting|altering|touching|ruining|damaging|hurting)) (?:(?:the|its|my|all|any|original|natural|overall) )*(?:colou?rs?|quality|composition|identity|proportions|aspect ratio|look|texture|textures|lighting|exposure|brightness|everything else|anything else|realism|natural look|vibe|mood|details?)(?: (?:unchanged|intact|the same|as (?:it|they) (?:is|are)|natural|realistic|consistent|untouched|alone|of the (?:picture|photo|image)))? $/;

/** "…, not white" */
const notThat = (words: readonly string[]): boolean =>
  /^, (?:and )?not (?:in )?(?:an? )?\w+(?: \w+)?$/.test(words.join(' ')) && isColourWord(words.at(-1)!);

/** The tokens without reasons at the ends of clauses, and at the very beginning. */
export function withoutReasons(tokens: readonly Token[]): Token[] {
  const words = tokens.map(({ norm }) => norm);
  const out: Token[] = [];
  for (let i = 0; i < words.length;) {
    const end = endOf(words, i);
    const said = `${words.slice(i, end).join(' ')} `;
    const reason =
      end - i <= LONGEST &&
      (notThat(words.slice(i, end)) ||
        quality.test(said) ||
        ((!telling.test(said) || uncut.test(said)) && starts.some((start) => start.test(said))));
    const before = out.map(({ norm }) => norm).join(' ');
    const needed = bare.test(before) || (said.startsWith('so ') && turned.test(before));
    const leads = i === 0 && end < words.length && /^[,:;]$/.test(words[end]!);
    if (!reason || needed || (i === 0 && !leads)) out.push(tokens[i++]!);
    else i = leads ? end + 1 : end;
  }
  return out;
}

/** Where what is said from here on ends: at a sign, or where another clause is joined. */
function endOf(words: readonly string[], from: number): number {
  const first = /^[,–(-]$/.test(words[from]!) ? from + 1 : from;
  const found = words.findIndex(
    (word, i) =>
      i > first && (/^[.;:!?,\n)]$/.test(word) || (i > first + 2 && joins(word) && word !== 'but')),
  );
  if (found < 0) return words.length;
  return words[found] === ')' ? found + 1 : found;
}
