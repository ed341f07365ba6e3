/** What a phrase points at. */
import type { Region } from '../../contract/index.ts';
import { clauseVerbs, foreignVerbs } from './lexicon/verbs.ts';
import * as lexicon from './lexicon/things.ts';
import { readAmount } from './lexicon/amounts.ts';
import { editDistance } from '../template/nearest.ts';
import { partOfThing } from '../work/names.ts';
import { isColourWord, readColour } from './lexicon/colours.ts';
import { adjectives, comparatives } from './lexicon/tones.ts';
import { onlyMentions } from './mentions.ts';
import { fillers } from './politeness.ts';
import { norms, rawText, sub, type Span } from './text.ts';

export type Thing =
  /** `named`: called “the selection”, which may mean the marking rather than what is marked. */
  | { kind: 'selection'; named?: true }
  /** "It": what was just spoken of, else what is selected, else the picture. */
  | { kind: 'it'; far?: true }
  | { kind: 'whole' }
  /** Everything but what is selected. `said`: whether it was called the background. */
  | { kind: 'rest'; said: 'background' | 'rest' }
  /** `among`: “everyone but …” means the others of its kind, which can't simply be taken out. */
  | { kind: 'except'; text: string; among?: true }
  | { kind: 'words'; text: string };

/** In words. */
export const LONGEST_THING = 40;

export function readThing(span: Span, hasSelection: boolean): Thing | undefined {
  const text = norms(span).map(spelled).join(' ').replace(lexicon.inThePicture, '');
  if (text === '') return undefined;
  if (/^(?:only|just) /.test(text)) return readThing(sub(span, span.from + 1), hasSelection);
  if (/^(?:(?:the|my|this) )?(?:current )?selection$/.test(text)) return { kind: 'selection', named: true };
  if (lexicon.selected.has(text) || lexicon.selectedPattern.test(text)) return { kind: 'selection' };
  if (lexicon.pronouns.has(text))
    return /^th(?:at|ose)$/.test(text) ? { kind: 'it', far: true } : { kind: 'it' };
  if (lexicon.whole.has(text) || lexicon.pictureNames.test(text)) return { kind: 'whole' };
  if (lexicon.background.has(text) || lexicon.describedBackground.test(text))
    return { kind: 'rest', said: 'background' };
  if (lexicon.rest.has(text)) return { kind: 'rest', said: 'rest' };
  const except = lexicon.exceptPattern.exec(text);
  if (except) {
    const rest = sub(span, span.from + except[0].trim().split(' ').length);
    // Who speaks of themselves is one of those who can be seen.
    if (/^every(?:one|body) /.test(text) && /^(?:me|us)$/.test(norms(rest).join(' ')))
      return { kind: 'except', text: rawText(rest), among: true };
    const inner = readThing(rest, hasSelection);
    if (inner?.kind === 'selection' || inner?.kind === 'it') return { kind: 'rest', said: 'rest' };
    const among = /^(?:every(?:one|body)|all (?:the )?others)/.test(text) && { among: true as const };
    return inner?.kind === 'words' ? { kind: 'except', text: inner.text, ...among } : undefined;
  }
  const words = readWords(span, text);
  // "This person" is what is selected, if anything is.
  if (words && hasSelection && /^(?:this|these) /.test(text)) return { kind: 'selection' };
  return words;
}

/** A description, without its article: "the dog on the left" is "dog on the left". */
function readWords(span: Span, text: string): Thing | undefined {
  const words = norms(span);
  const article = lexicon.articles
    .filter((a) => text.startsWith(`${a} `))
    .sort((a, b) => b.length - a.length)[0];
  const skip = article ? article.split(' ').length : 0;
  const kept = text.split(' ').length; // without "from the photo"
  const own = words.slice(skip, kept);
  if (onlyMentions(own))
    return { kind: 'words', text: rawText(sub(span, span.from + skip, span.from + kept)) };
  const part = partOfThing(rawText(span));
  if (part && (onlyMentions(part.whole.split(' ')) || ofIt.test(part.whole)))
    return { kind: 'words', text: rawText(sub(span, span.from + skip)) };
  const [first] = own;
  if (first === undefined || words.length > LONGEST_THING || readAmount(text)) return undefined;
  if (/^(?:show|tell|give|let) (?:me|us)\b/.test(own.join(' '))) return undefined;
  if (
    lexicon.notAThing.has(first) ||
    (!article && (clauseVerbs.has(first) || /^(?:leave|let|save)$/.test(first)))
  )
    return undefined;
  if (
    lexicon.articles.includes(text) ||
    lexicon.notInPictures.has(own.at(-1)!) ||
    own.some((w) => lexicon.notInPictures.has(w))
  )
    return undefined;
  if (
    /^(?:half|a half|quarter|two|three|zero|nothing|none|max|maximum|minimum|min|full)$/.test(own.join(' '))
  )
    return undefined;
  if (
    /^(?:half|part|parts|some|most|a third|a quarter|one half) of (?:it|this|that|them|everything)$/.test(
      text,
    )
  )
    return undefined;
  if (/^(?:times?|twice)$/.test(own.at(-1)!) || own.some((word) => word.startsWith('@'))) return undefined;
  if (own.some((word, i) => joins(word) && endsChange(own, i))) return undefined;
  if (
    lexicon.ownMedia.test(text) ||
    /^(?:my |the )?(?:(?:hard|disk|usb|flash|google|user|bank) )*(?:drive|accounts?)$/.test(text)
  )
    return undefined;
  if (
    own.some((word, i) => /^[:→=+]$/.test(word) && !/^\d/.test(own[i + 1] ?? '')) ||
    /^(?:be|been|become|it'?s|that'?s|there'?s|he'?s|she'?s|they're)$/.test(own.at(-1)!)
  )
    return undefined;
  // A single letter, "the bag from brown"
  if (own.some((word, i) => i > 0 && /^(?:%|percent)$/.test(word))) return undefined;
  if (own.join('').length === 1 || (own.at(-2) === 'from' && isColourWord(own.at(-1)!))) return undefined;
  if (!isList(own)) return undefined;
  if (!/[\p{L}\p{N}]/u.test(first) || /^half (?:the|of the|my) /.test(text)) return undefined;
  if (/^(?:even|very|much|really|only|just|too|quite|way|super|rather|pretty|so)$/.test(own.at(-1)!))
    return undefined;
  if (fillers.has(own.at(-1)!) || (/ly$/.test(own.at(-1)!) && readAmount(own.at(-1)!))) return undefined;
  if (isSentence(own) || determined.test(own.at(-1)!)) return undefined;
  // "The door in dark": half of "in dark green".
  if (
    /^(?:dark|light|pale|deep|bright|soft|pastel|neon)$/.test(own.at(-1)!) &&
    /^(?:in|to|into|as|with)$/.test(own.at(-2) ?? '')
  )
    return undefined;
  // "Remove cat keep dog", "the dog or the cat": more than a thing, or less than a clear one.
  if (own.some((word, i) => i > 0 && /^(?:keep|remove|erase|delete|or|nor)$/.test(word))) return undefined;
  if (/^(?:nothing|none|nobody|no|noone)\b/.test(own.join(' '))) return undefined;
  if (
    comparatives.has(own.at(-1)!) ||
    /^(?:bigger|larger|smaller|wider|taller|narrower|sharper|blurrier)$/.test(own.at(-1)!)
  )
    return undefined;
  if (/\b(?:and|,|or) (?:everything|all|everyone|everybody|anything)$/.test(own.join(' '))) return undefined;
  if (
    !(article === 'the' && isSpokenList(own)) &&
    own.some((word, i) => i > 0 && determiners.test(word) && !mayPrecede.test(own[i - 1]!))
  )
    return undefined;
  if (
    own.some(
      (word, i) =>
        /^(?:so|because|since|than|anymore|please)$/.test(word) || (i > 0 && /^(?:more|less)$/.test(word)),
    ) ||
    (/^\d/.test(first) && own[1] === '%')
  )
    return undefined;
  // "Her dress into navy" is half a sentence, "the path into the woods" a thing.
  if (
    own.some(
      (word, i) => word === 'into' && !/ing$/.test(own[i - 1] ?? '') && !determined.test(own[i + 1] ?? ''),
    )
  )
    return undefined;
  if (!own.some((word) => /\p{L}/u.test(word)) || runsOn(own) || endsOpen(own)) return undefined;
  return { kind: 'words', text: rawText(sub(span, span.from + skip, span.from + kept)) };
}

/** "Skin looks orange here, could someone": more than a name. */
const isSentence = (own: readonly string[]): boolean =>
  own.some((word, i) => {
    const [before, next] = [own[i - 1] ?? '', own[i + 1] ?? ''];
    if (/^(?:if|unless|whether|until|although|because)$/.test(word)) return true;
    if (i > 0 && /^(?:it's|that's|they're|he's|she's|there's)$/.test(word)) return true;
    if (word === 'by') return /ing$/.test(next);
    // "The ketchup off his chin"
    if (word === 'off') return i > 0 && !/ing$/.test(before) && determined.test(next);
    if (word === ',') return /^(?:can|could|would|please|it|they|i|you|so|if|when|because)$/.test(next);
    return (
      i > 0 &&
      /^(?:is|are|was|were|looks|came|turned|seems|seem|has|have|had|gets|got)$/.test(word) &&
      !/^(?:who|that|which|what|whatever|where|it|he|she|they|i|you|we|there|and)$/.test(before) &&
      !own.slice(0, i).some((one) => /^(?:who|that|which|what|whatever|where)$/.test(one))
    );
  });

/** Whether what stands between commas and "and" can be things: not "noise, moderate" or "the picture and this". */
function isList(words: readonly string[]): boolean {
  const items = words
    .join(' ')
    .split(/ ?(?:, and|,|\band\b) ?/)
    .slice(1);
  return items.every(
    (item) =>
      item !== '' &&
      !/^(?:this|that|it|these|those|them|everything|all|not|just|only|but|no|wait|actually|sorry|i|or|rather|the rest|rest|here)\b(?! \w+ing\b)/.test(
        item,
      ) &&
      readAmount(item) === undefined &&
      !readColour(item.replace(/^an? /, '')) &&
      !comparatives.has(item) &&
      !adjectives.has(item),
  );
}

/** "The man wearing a hat" is a thing, "bit the background" and "image a warm" aren't. */
const determiners = /^(?:an?|the|this|my)$/;
const determined = /^(?:an?|the|this|that|these|those|my|his|her|its|our|their|your)$/;
const mayPrecede =
  /ing$|ed$|^(?:of|in|on|at|by|to|from|with|without|near|behind|under|over|above|below|beneath|beside|besides|between|before|around|against|across|along|through|inside|outside|into|onto|off|up|down|for|like|and|or|,|but|not|next|after|than|all|both|half|has|have|had|holds|wears|is|are|was|that|who|which|where|what|reads|says|eats|beyond|towards?|per|as|about|under|underneath|past|upon|within|amongst?|one)$/;

/** "The power lines the antenna and the dish", as a list is dictated. */
const isSpokenList = (own: readonly string[]): boolean =>
  /^(?:[\p{L}-]+ ){1,3}(?:the (?:[\p{L}-]+ ){1,3})+and the [\p{L}-]+(?: [\p{L}-]+){0,2}$/u.test(
    own.join(' '),
  ) &&
  !own.some(
    (word) => clauseVerbs.has(word) || comparatives.has(word) || adjectives.has(word) || isColourWord(word),
  );

/** "The man in the back" ends well, "the man in" doesn't. */
const endsOpen = (words: readonly string[]): boolean =>
  lexicon.notAThing.has(words.at(-1)!) &&
  !(words.at(-1) === 'back' && words.at(-2) === 'the') &&
  // "The people walking by"
  !(
    /^(?:by|past|around|up|down|off|away|over|out|in|through|along)$/.test(words.at(-1)!) &&
    /ing$/.test(words.at(-2) ?? '')
  ) &&
  // "From below", "the grass below"
  !(
    /^(?:below|above|behind|around|beside|beneath)$/.test(words.at(-1)!) &&
    (words.at(-2) === 'from' || !lexicon.notAThing.has(words.at(-2) ?? 'the'))
  ) &&
  // "The trash can"
  !(words.at(-1) === 'can' && words.length > 1) &&
  !(
    /^(?:us|me|him|her|it|them|you)$/.test(words.at(-1)!) &&
    /^(?:of|in|on|at|to|near|behind|beside|above|below|around|with|by|over|under|from)$/.test(
      words.at(-2) ?? '',
    )
  );

/** "The car red and …": what stands before the "and" is a change of its own, not part of the thing. */
function endsChange(words: readonly string[], at: number): boolean {
  const [before, next] = [words[at - 1] ?? '', words[at + 1] ?? ''];
  return (isColourWord(before) && !isColourWord(next)) || comparatives.has(before);
}

const references = ['background', 'everything', 'selection', 'picture', 'surroundings'];

/** Reference words are worth getting right even where anything could stand: "delete the backgroud". */
function spelled(word: string): string {
  if (word.length < 6) return word;
  return references.find((r) => word[0] === r[0] && editDistance(word, r) <= (r.length > 8 ? 2 : 1)) ?? word;
}

/** Whether words hold the start of another clause, or something that turns their meaning around. */
export function runsOn(words: readonly string[]): boolean {
  return words.some((word, i) => {
    if (
      /^[.;!?\n]$/.test(word) ||
      ["don't", 'not', 'never', 'except', 'unless', 'without', 'while'].includes(word)
    )
      return true;
    if (i === words.length - 1) return /^(?:and|or|but|then|,)$/.test(word);
    return joins(word) && startsClause(words, i + 1);
  });
}

export const joins = (word: string): boolean => /^(?:and|then|,|but)$/.test(word);

/** Whether a clause that we know, or know not to do, begins here. */
export function startsClause(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  if (word === 'same' || (word === 'the' && words[at + 1] === 'same') || word === 'likewise') return true;
  // "The faces, they came out blurry": a sentence of its own.
  if (/^(?:they|he|she|i|you|that's|there's|it's|there)$/.test(word)) return true;
  if (['then', 'after', 'also', 'finally', 'next', 'afterwards'].includes(word)) return true;
  if (joins(word)) return startsClause(words, at + 1);
  if (!clauseVerbs.has(word) && !foreignVerbs.has(word)) return false;
  // "the red mask and trim" names a thing; "and trim it" doesn't.
  return true;
}

/** Whether somebody is told to do something from here on: "can you …", "brighten it". */
export const startsOrder = (words: readonly string[], at: number): boolean =>
  (/^(?:can|could|would|will)$/.test(words[at]!) && /^(?:you|u|we|someone|it)$/.test(words[at + 1] ?? '')) ||
  /^(?:please|pls|plz|then)$/.test(words[at]!) ||
  // "Turn the hat green the scarf yellow"
  (/^(?:the|my|her|his)$/.test(words[at]!) &&
    (isColourWord(words[at - 1]!) || comparatives.has(words[at - 1]!))) ||
  // "It's all blurry"
  /^(?:it's|they're|that's)$/.test(words[at]!) ||
  // "Sky darker grass greener"
  (comparatives.has(words[at - 1]!) &&
    !joins(words[at]!) &&
    words.slice(at + 1, at + 5).some((word) => comparatives.has(word))) ||
  (clauseVerbs.has(words[at]!) &&
    !/^(?:the|a|an|my|his|her|their|this|that|to|of|in|on|and)$/.test(words[at - 1]!));

/** Where an edit applies: its region, its target, or neither (what is selected, or the picture). */
export interface Place {
  target?: string;
  region?: Region;
}

const ofIt = /^(?:it|this|that|them|him|her|these|those|the selection|selection)$/i;

/** "The left half of it": of what was spoken of or selected, else of the picture. */
function wordsAt(text: string, hasSelection: boolean, antecedent: Thing | undefined): Place {
  const split = partOfThing(text);
  if (!split || !ofIt.test(split.whole)) return { target: text };
  const area = split.part.replace(/ of it$/, '');
  if (antecedent?.kind === 'words' && !/^th(?:is|ese)$/i.test(split.whole))
    return { target: `${area} of ${antecedent.text}` };
  return hasSelection
    ? { region: { parts: [{ kind: 'words', text: split.part, sign: '&' }] } }
    : { target: area };
}

export function placeOf(
  thing: Thing | undefined,
  hasSelection: boolean,
  antecedent: Thing | undefined,
): Place {
  switch (thing?.kind) {
    case undefined:
    case 'selection':
      return {};
    case 'it':
      return antecedent ? placeOf(antecedent, hasSelection, undefined) : {};
    case 'whole':
      return hasSelection ? { region: { parts: [] } } : {};
    case 'rest':
      // "The dog … and everything else": all but the dog.
      if (thing.said === 'rest' && antecedent?.kind === 'words')
        return { region: { parts: [{ kind: 'words', text: antecedent.text }], inverted: true } };
      return hasSelection ? { region: { parts: [], inverted: true } } : { target: 'background' };
    case 'except':
      return { region: { parts: [{ kind: 'words', text: thing.text }], inverted: true } };
    case 'words':
      return wordsAt(thing.text, hasSelection, antecedent);
  }
}
