/** Numbers in the words that the grammar reads. */

/** What an invocation is said of: `at` is empty where that is the picture, or left to be understood. */
export interface Say {
  thing: string;
  at: string;
  pointed: boolean;
}

/** Takes the last digits off that floating point puts on. */
export const round = (value: number): number => Number(value.toPrecision(12));

export const percent = (share: number): string => `${round(Math.abs(share) * 100)} %`;

/** " by 30 %", or nothing for the usual half. */
export const by = (amount: number | undefined, usual = 0.5): string =>
  amount === undefined || amount === usual ? '' : ` by ${percent(amount)}`;

/** "By 15 degrees counterclockwise". */
export const degrees = (angle: number): string =>
  `by ${Math.abs(angle)} degrees${angle < 0 ? ' counterclockwise' : ''}`;

export function ratio(aspect: number): string {
  for (let h = 1; h <= 16; h++) {
    const w = Math.round(aspect * h);
    if (w > 0 && w / h === aspect) return `${w}:${h}`;
  }
  return `${aspect}:1`;
}
