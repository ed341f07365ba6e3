/** How often something has crashed lately, to know when restarting it is no help any more. */

export interface CrashTracker {
  record(): void;
  /** Whether a (re)start is worth it: fewer than `limit` crashes in the window. */
  allowed(): boolean;
  /** The user asked to try again. */
  reset(): void;
}

/** By default: fewer than 3 in 5 minutes, as VS Code does. */
export function createCrashTracker(
  options: { limit?: number; windowMs?: number; now?: () => number } = {},
): CrashTracker {
  const { limit = 3, windowMs = 5 * 60_000, now = Date.now } = options;
  let times: number[] = [];
  return {
    record: () => void times.push(now()),
    allowed: () => {
      times = times.filter((time) => now() - time < windowMs);
      return times.length < limit;
    },
    reset: () => void (times = []),
  };
}
