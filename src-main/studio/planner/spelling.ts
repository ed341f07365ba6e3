/** Puts mistyped words of the grammar right, and leaves every other word alone. */
import { editDistance } from '../template/nearest.ts';
import { colourWords, isColourWord } from './lexicon/colours.ts';
import { background } from './lexicon/things.ts';
import { clauseVerbs } from './lexicon/verbs.ts';
import { ruleWords } from './rules/index.ts';
import { slotWords } from './slots.ts';

/** Words worth correcting to: long enough that a slip is told from another word. */
const SHORTEST = 4;

/** Real words that are one slip from a word of ours and mean something else. */
const ordinary: ReadonlySet<string> = new Set(
  (
    'product products photos pictures images videos clips colours edges faces ease phrase erased remote removed deleted cart card chair clip slip flop ship slap flap blue blow blurt crown drop chop prop creep ' +
    'mark task musk mast ask word move moved mover hide hid side ride rid bed beard bird ball bell wall tall hall ham hat cat cap map ' +
    'rat rate rates rotor shape shade shades sharp share shared scare scared sale sail stale seal small smile warn warm worm farm arm war ' +
    'cold cool pool tool fool wool cook book look took good god gold told bold bald tree three there their then than them they this that ' +
    'place plate plane planes plant plants lace face faces fence pace race track truck trick trunk back black block slack pack light right ' +
    'night sight bright brick picture pitcher photo photon image images red read bread grey green greet queen bean clean clear deer dear ' +
    'door floor flower tower power lower lover cover over river line lines lion lime like lake bike make maker take taken cake wake male ' +
    'sky skin skirt shirt short sort port part park dark bark mark mask desk disk duck dock dog fog frog from front font point paint paints ' +
    'plain train rain brain sand hand band land stand sign sing ring king wing wind window water waiter wafer letter better butter button ' +
    'woman women man men car care core corn horn horse house mouse nose rose hose boat boot goat coat road roof room moon soon spoon world cloud clouds tanks plank planks shank mould shoulder'
  ).split(' '),
);

const vocabulary: ReadonlySet<string> = new Set(
  [
    ...ruleWords,
    ...slotWords,
    ...colourWords,
    ...[...background].flatMap((p) => p.split(' ')),
    'picture',
    'photo',
    'image',
    'please',
    'could',
    'would',
    'should',
    'thanks',
    'thank',
    'everything',
    'transparent',
  ].filter((word) => /^[a-z]+$/.test(word)),
);
const byFirst = new Map<string, string[]>();
for (const word of vocabulary)
  if (word.length >= SHORTEST) byFirst.set(word[0]!, [...(byFirst.get(word[0]!) ?? []), word]);

/** Words of the grammar that a mistyped word stands for, or the word itself. */
export function correct(word: string): string {
  if (word.length < SHORTEST || word.length > 20 || !/^[a-z]+$/.test(word)) return word;
  if (vocabulary.has(word) || ordinary.has(word)) return word;
  // First letters are rarely mistyped, except in a swap of the first two.
  const near = [
    ...(byFirst.get(word[0]!) ?? []),
    ...(byFirst.get(word[1]!) ?? []).filter((w) => w[1] === word[0]),
  ]
    .map((candidate) => ({ candidate, distance: editDistance(word, candidate) }))
    .filter(
      ({ candidate, distance }) => distance <= (candidate.length >= 8 ? 2 : 1) && plausible(word, candidate),
    )
    .sort((a, b) => a.distance - b.distance);
  const best = near
    .filter(({ distance }) => distance === near[0]!.distance)
    .map(({ candidate }) => candidate);
  if (best.length === 1) return best[0]!;
  // "Horizontally" and "horizontal" say the same.
  if (best.length && best.every((candidate) => candidate.slice(0, 6) === best[0]!.slice(0, 6)))
    return best[0]!;
  // A letter is left out within a word rather than put at its end: "darkr" is "darker".
  const endsAlike = best.filter((candidate) => candidate.at(-1) === word.at(-1));
  if (endsAlike.length === 1) return endsAlike[0]!;
  const colours = best.filter(isColourWord);
  if (colours.length === 1) return colours[0]!;
  const ours = best.filter((candidate) => !ordinary.has(candidate));
  if (ours.length === 1) return ours[0]!;
  // Of two equally near words the one that is something to do; else there is no telling.
  const verbs = best.filter((candidate) => clauseVerbs.has(candidate));
  return verbs.length === 1 ? verbs[0]! : word;
}

/** "Sqaure": two letters swapped in a long word are a slip, whatever else it could be. */
export function unswapped(word: string): string {
  if (word.length <= SHORTEST) return word;
  const meant = correct(word);
  if (meant.length !== word.length || meant === word) return word;
  const at = [...word].findIndex((letter, i) => letter !== meant[i]);
  return word[at] === meant[at + 1] &&
    word[at + 1] === meant[at] &&
    word.slice(at + 2) === meant.slice(at + 2)
    ? meant
    : word;
}

/** In a word of four letters, only a letter too many or two swapped are slips; another letter is another word. */
function plausible(word: string, candidate: string): boolean {
  if (candidate.length > SHORTEST) return true;
  return word.length > candidate.length || [...word].sort().join('') === [...candidate].sort().join('');
}
