/** Angles: "left", "15 degrees", "upside down". */

const turns: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    [
      'left',
      'counterclockwise',
      'counter-clockwise',
      'counter clockwise',
      'anticlockwise',
      'anti-clockwise',
      'anti clockwise',
      'ccw',
    ].map((word) => [word, -1]),
  ),
  ...Object.fromEntries(['right', 'clockwise', 'cw'].map((word) => [word, 1])),
};
const halves: ReadonlySet<string> = new Set([
  'upside down',
  'upside-down',
  'on its head',
  'half a turn',
  'half way around',
]);

/** Degrees clockwise: "left", "15 degrees", "- 45 degrees", "45 degrees to the left", "upside down", "a quarter turn". */
export function readTurn(text: string): number | undefined {
  const bare = text
    .replace(/^(?:by|to|at|on|for|about) (?=.*\d)/, '')
    .replace(/\b(left|right)(?:[ -]hand)? (?:side|direction)$/, '$1')
    .replace(/(?:^|(?<= ))(?:in |to |towards |on )?(?:the )?(?=(?:left|right)$)/, '')
    .replace(/^(?:to|by|the) (?:the )?/, '')
    .trim();
  if (Object.hasOwn(turns, bare)) return turns[bare]! * 90;
  if (halves.has(bare)) return 180;
  const quarter = /^(?:a |one )?quarter(?: of a)? turn(?: (?:to the )?(.+))?$/.exec(bare);
  if (quarter) {
    const [, side] = quarter;
    return side === undefined ? 90 : Object.hasOwn(turns, side) ? turns[side]! * 90 : undefined;
  }
  const [, before, sign, number, unit, after] =
    /^(?:([a-z].*?) (?:by )?)?([+-] ?)?(\d+(?:\.\d+)?)(?: ?(degrees?|deg|°))?(?: (.+))?$/.exec(bare) ?? [];
  if (number === undefined || (before && after)) return undefined;
  const way = before ?? after;
  if (way !== undefined && !Object.hasOwn(turns, way)) return undefined;
  // A number alone may be anything, unless it is one that people turn by.
  if (!unit && Number(number) % 15 !== 0) return undefined;
  const degrees = Number(number) * (way ? turns[way]! : 1) * (sign?.startsWith('-') ? -1 : 1);
  return degrees !== 0 && Math.abs(degrees) <= 360 ? degrees : undefined;
}

export const turnWords: readonly string[] = [...Object.keys(turns), ...halves].flatMap((phrase) =>
  phrase.split(' '),
);
