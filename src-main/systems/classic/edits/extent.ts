/** How large a picture is to the eye, for edits whose reach is a share of it. */

/**
 * The longer side, in pixels; of a panorama less, for it is looked at part by part: twice the shorter side, but at
 * least a third of the longer one.
 */
export function extentOf({ width, height }: { width: number; height: number }): number {
  const longer = Math.max(width, height);
  return Math.max(Math.min(longer, 2 * Math.min(width, height)), longer / 3);
}
