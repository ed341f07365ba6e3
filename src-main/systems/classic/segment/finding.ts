/** What a name may mean on a photo, and how sure that is. */

/** Below it, it is said that something else may be meant. */
export const SURE = 0.5;

export interface Finding {
  /** 1 inside, at the working size. */
  mask: Uint8Array;
  /** 0..1: how many of those found as surely as this are right. */
  sure: number;
  /** What else may be meant, the likeliest first. */
  others: Uint8Array[];
}

/** What there is no doubt about. */
export const certain = (mask: Uint8Array): Finding => ({ mask, sure: 1, others: [] });
