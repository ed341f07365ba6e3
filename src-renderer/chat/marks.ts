/** Where words stand in texts that lie in a row of pieces. Pure; offsets are in UTF-16 units, as the DOM counts. */

export interface Spot {
  piece: number;
  offset: number;
}
export interface Mark {
  from: Spot;
  to: Spot;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Every place of the words, in any case, in one line of pieces; a place may begin in one and end in another. */
export function marksIn(pieces: readonly string[], words: string): Mark[] {
  const wanted = words.trim();
  if (!wanted) return [];
  const starts: number[] = [];
  let length = 0;
  for (const piece of pieces) {
    starts.push(length);
    length += piece.length;
  }
  const spot = (at: number, end: boolean): Spot => {
    // A place that ends where a piece does, ends in that piece, not before the next one.
    const piece = starts.filter((start) => (end ? start < at : start <= at)).length - 1;
    return { piece, offset: at - starts[piece]! };
  };
  return [...pieces.join('').matchAll(new RegExp(escaped(wanted), 'giu'))].map(({ index, 0: found }) => ({
    from: spot(index, false),
    to: spot(index + found.length, true),
  }));
}
