/** Regions in what is written: `@1`, `@dog`. */
import { mentionOf } from '../../src-main/contract/frame.ts';
import { isMeant, type ShownRegion } from './shown.ts';

/** An `@` that is being typed right before the caret, and what follows it so far. */
export function typedMention(text: string, caret: number): { from: number; said: string } | null {
  const found = /(?:^|[\s(“"])@([\p{L}\p{N}_-]*)$/u.exec(text.slice(0, caret));
  return found && { from: caret - found[1]!.length - 1, said: found[1]!.toLowerCase() };
}

/** What could be meant: all at first, then those whose number or name begins so, or whose name has a word that does. */
export const completionsOf = (regions: readonly ShownRegion[], said: string): ShownRegion[] =>
  regions.filter(
    ({ number, name }) => String(number).startsWith(said) || `-${mentionOf(name)}`.includes(`-${said}`),
  );

export type Piece = string | { region: ShownRegion; text: string };

/** A text in pieces: words as they are, and mentions of regions that there are. */
export function piecesOf(text: string, regions: readonly ShownRegion[]): Piece[] {
  return text.split(/(@[\p{L}\p{N}_-]+)/u).flatMap((piece): Piece[] => {
    const region = piece.startsWith('@') && regions.find((one) => isMeant(one, piece.slice(1)));
    if (region) return [{ region, text: piece }];
    return piece ? [piece] : [];
  });
}

/**
 * Which of the pieces of a message are mentions of regions that are gone by now. `gone`: how many regions it spoke of
 * that are; a word after an `@` that named none when it was said can't be told from them where there are any.
 */
export const goneIn = (pieces: readonly Piece[], gone: number): ReadonlySet<number> =>
  new Set(
    pieces.flatMap((piece, i) => {
      const before = pieces[i - 1] ?? ' ';
      const begins = typeof before !== 'string' || /[\s(“"„]$/.test(before);
      return gone && typeof piece === 'string' && piece.startsWith('@') && begins ? [i] : [];
    }),
  );

/** The regions that a text mentions, each once. */
export const mentionedIn = (text: string, regions: readonly ShownRegion[]): ShownRegion[] => [
  ...new Set(piecesOf(text, regions).flatMap((piece) => (typeof piece === 'string' ? [] : [piece.region]))),
];
