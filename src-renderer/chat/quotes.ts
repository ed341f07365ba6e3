/** What can be said to the studio stands in its own texts in quotes: “make it warmer”. */
export interface Piece {
  text: string;
  /** Whether it is something to say; its quotes are in the pieces beside it. */
  sayable: boolean;
}

const QUOTED = /(?<=[“„])\p{Ll}[^“”„]*(?=[”“])/gu;
const FILE = /^\S+\.\w{2,4}$/;

/** Splits a text at what can be said. Names of buttons (“Export”) and files (“beach.jpg”) can't. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { 0: quoted, index } of text.matchAll(QUOTED)) {
    if (FILE.test(quoted)) continue;
    pieces.push({ text: text.slice(at, index), sayable: false }, { text: quoted, sayable: true });
    at = index + quoted.length;
  }
  pieces.push({ text: text.slice(at), sayable: false });
  return pieces;
}
