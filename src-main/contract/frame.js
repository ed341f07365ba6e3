/** Commands that change where things are: a mask that is to fit their result has to be carried along. */
export const movers = new Set([
  'crop',
  'rotate',
  'flip',
  'resize',
  'upscale',
  'straighten',
  'perspective',
  'extend',
  'transform',
]);
/** Whether a version's own command moved things. */
const moves = ({ invocation }) => invocation?.module === 'image-editing' && movers.has(invocation.command);
/** The nearest version, from this one back, since which nothing has moved; its id names the frame. */
export function frameOf(versions, id) {
  const byId = new Map(versions.map((version) => [version.id, version]));
  let at = byId.get(id);
  while (at && !moves(at)) {
    const before = at.parent === null ? undefined : byId.get(at.parent);
    if (!before) break;
    at = before;
  }
  return at?.id ?? id;
}
/** What a region is in a frame; undefined where it is asleep. */
export const shapeIn = (region, frame) => region.shapes.find((shape) => shape.frame === frame);
/** A name as it is written after an `@`: `red car` is `@red-car`. */
export const mentionOf = (name) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
