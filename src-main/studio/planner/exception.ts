/** "… but not the sky", "… except for this", "… but keep the dog in colour": the clause before it, everywhere else. */
import type { Region } from '../../contract/index.ts';
import type { Draft, RuleContext } from './rules/rule.ts';
import { norms, sub, type Span } from './text.ts';
import { isColourWord } from './lexicon/colours.ts';
import { readThing, type Thing } from './thing.ts';

const starts = [
  'but not on',
  'but not for',
  'but not in',
  'but not at',
  'but not over',
  'not in',
  'but not',
  'but leave',
  'but keep',
  'and keep',
  'and leave',
  'while keeping',
  'except for',
  'except on',
  'except in',
  'everywhere except on',
  'everywhere except in',
  'everywhere but on',
  'except',
  'apart from',
  'other than',
  'bar the',
  'bar my',
  'bar her',
  'bar his',
  'bar this',
  'save for',
  'aside from',
  'with the exception of',
  'excluding',
  'but for',
  'everywhere but',
  'everywhere except',
  'everywhere except for',
  'everywhere apart from',
  'not on',
  'but spare',
  'without touching',
  'without changing',
  'but without touching',
  'but do not touch',
  "but don't touch",
  "but don't change",
]
  .map((phrase) => phrase.split(' '))
  .sort((a, b) => b.length - a.length);

const ends = [
  'in colour',
  'warm',
  'cool',
  'cold',
  'vivid',
  'soft',
  'normal',
  'natural',
  'as before',
  'like before',
  'how it is',
  'in focus',
  'crisp',
  'clear',
  'bright',
  'dark',
  'sharp',
  'visible',
  'coloured',
  'colourful',
  'as it is',
  'as they are',
  'as he is',
  'as she is',
  'alone',
  'untouched',
  'unchanged',
  'the same',
  'the way it is',
  'out of it',
  'out',
].map((phrase) => phrase.split(' '));

/** After "keep" or "leave", only these say that nothing is done there. */
const needsEnd = /keep|leave/;

/** "Without blowing out the sky": whatever it is that isn't to be done there. */
const withoutDoing = (words: readonly string[], at: number): string[] | undefined => {
  const doing = words[at] === 'but' ? at + 1 : at;
  if (words[doing] !== 'without' || !/ing$/.test(words[doing + 1] ?? '')) return undefined;
  // "Without losing quality" says how.
  if (/^(?:quality|details?|resolution|sharpness)$/.test(words.at(-1)!)) return undefined;
  const particle = /^(?:out|up|down|off|away|over|with)$/.test(words[doing + 2] ?? '') ? 1 : 0;
  return words.slice(at, doing + 2 + particle);
};

/** "Without blowing out the sky" asks for care; only "touching" and the like leave a thing as it is. */
export const isSideEffect = (how: string): boolean =>
  /without \w+ing/.test(how) && !starts.some((phrase) => phrase.join(' ') === how);

export function exceptionIn(span: Span): { clause: Span; thing: Thing; how: string } | undefined {
  const words = norms(span);
  for (let i = 1; i < words.length - 1; i++) {
    const start =
      starts.find((phrase) => phrase.every((word, j) => words[i + j] === word)) ?? withoutDoing(words, i);
    if (!start && !(words[i] === 'but' && /\b(?:everything|all)\b/.test(words.slice(0, i).join(' '))))
      continue;
    const kept =
      needsEnd.test((start ?? []).join(' ')) && words.length - i > 3 && isColourWord(words.at(-1)!);
    const end = kept
      ? [words.at(-1)!]
      : ends.find((phrase) => phrase.every((word, j) => words[words.length - phrase.length + j] === word));
    const opening = start ?? ['but'];
    if (needsEnd.test(opening.join(' ')) && opening[0] !== 'while' && !end) return undefined;
    const clauseEnd = words[i - 1] === ',' ? i - 1 : i;
    const from = span.from + i + opening.length;
    const to = span.to - (end?.length ?? 0);
    const thing = from < to ? readThing(sub(span, from, to), true) : undefined;
    return thing && clauseEnd > 0
      ? { clause: sub(span, span.from, span.from + clauseEnd), thing, how: opening.join(' ') }
      : undefined;
  }
  return undefined;
}

/** After these, what is named is left alone, rather than taken out of what is edited. */
export const leavesAlone =
  /^(?:while keeping|and keep|and leave|but keep|but leave|without|but without|but do not|but don't)/;

/** Commands that can be done to a part of the picture. */
const partial: ReadonlySet<string> = new Set([
  'adjust',
  'black-and-white',
  'blur',
  'sharpen',
  'denoise',
  'pixelate',
  'recolour',
  'curves',
  'enhance',
  'clarity',
  'film-look',
  'stylise',
]);

/** To blur everything but a thing is to blur what is behind it. */
function placed(draft: Draft, thing: Thing, region: Region): Draft {
  if (draft.command !== 'blur') return { ...draft, region };
  const others = { ...draft };
  delete others.region;
  const target = thing.kind === 'words' ? { target: thing.text } : {};
  return { ...others, command: 'blur-background', args: { ...target, ...draft.args } };
}

/**
 * Everything that is asked for, except at what is to stay as it is.
 * @returns undefined where an edit can't spare it: a crop, or one of that very thing
 */
export function spared(
  drafts: readonly Draft[],
  context: Pick<RuleContext, 'hasSelection'>,
): Draft[] | undefined {
  let edits = drafts.map((draft, at) => ({ draft, at })).filter(({ draft }) => draft.command !== 'remark');
  for (const [at, { spares, left }] of drafts.entries()) {
    if (!spares) continue;
    const found = edits.map((edit) => {
      const { draft } = edit;
      const aimed = isAimed(draft) || draft.pointed === true;
      // "Brighten this and leave the rest as it is"
      if (aimed && spares.kind === 'rest' && spares.said === 'rest') return [edit];
      const kept = aimed
        ? apart(draft, spares, at > edit.at, left === true)
        : exceptAt([draft], spares, context);
      return kept?.map((made) => ({ draft: made, at: edit.at }));
    });
    if (found.includes(undefined)) return undefined;
    edits = found.flatMap((made) => made!);
  }
  return edits.map(({ draft }) => draft);
}

const isAimed = ({ args, region }: Draft): boolean =>
  'target' in args || (region !== undefined && (region.parts.length > 0 || region.inverted === true));

/**
 * An edit of something else leaves a thing alone by itself. What is excepted afterwards may be a part of what is
 * edited ("brighten the room but not the windows"), which no region says.
 */
function apart(draft: Draft, thing: Thing, afterwards: boolean, left: boolean): Draft[] | undefined {
  // What is behind it leaves it alone.
  if (draft.command === 'blur-background' && thing.kind === 'words' && draft.args['target'] === thing.text)
    return [draft];
  const same = thing.kind === 'words' && draft.args['target'] === thing.text;
  if (!same && afterwards && left && thing.kind === 'words' && partial.has(draft.command)) {
    const { target, ...args } = draft.args;
    if (typeof target !== 'string') return onTheRest.has(draft.command) ? undefined : [draft];
    const parts = [
      { kind: 'words' as const, text: target },
      { kind: 'words' as const, text: thing.text, sign: '-' as const },
    ];
    return [{ ...draft, args, region: { parts } }];
  }
  const part = afterwards && thing.kind === 'words' && partial.has(draft.command) && 'target' in draft.args;
  return same || part || onTheRest.has(draft.command) ? undefined : [draft];
}

/** These do something to all but what they name. */
const onTheRest: ReadonlySet<string> = new Set(['cut-out', 'crop', 'replace-background', 'blur-background']);

/** What was meant for the picture, for all of it but a thing; undefined where the two don't go together. */
export function exceptAt(
  drafts: readonly Draft[],
  thing: Thing,
  { hasSelection }: Pick<RuleContext, 'hasSelection'>,
): Draft[] | undefined {
  const [only] = drafts;
  // What is behind the selection leaves it alone anyway.
  const behind = ['blur-background', 'cut-out', 'replace-background'].includes(only?.command ?? '');
  if (drafts.length === 1 && behind && thing.kind === 'selection' && hasSelection && !isAimed(only!))
    return [only!];
  if (drafts.length === 1 && only!.command === 'blur-background' && thing.kind === 'words' && !isAimed(only!))
    return [{ ...only!, args: { target: thing.text, ...only!.args } }];
  const region =
    thing.kind === 'words'
      ? { parts: [{ kind: 'words' as const, text: thing.text }], inverted: true }
      : hasSelection && (thing.kind === 'selection' || thing.kind === 'it')
        ? { parts: [], inverted: true }
        : thing.kind === 'rest' && thing.said === 'background'
          ? { parts: [{ kind: 'words' as const, text: 'background' }], inverted: true }
          : undefined;
  const everywhere = drafts.every((draft) => partial.has(draft.command) && !isAimed(draft));
  return region && everywhere ? drafts.map((draft) => placed(draft, thing, region)) : undefined;
}
