import { fail, ok } from './result.ts';
/** The largest picture read: a lie about the size must not take all the memory. */
export const MAX_PIXELS = 2 ** 28;
/** Groups of five bits that a count (or a difference) of at most `MAX_PIXELS` needs, sign included. */
const MAX_GROUPS = 6;
const hint = 'Give COCO run lengths: {"size":[height,width],"counts":…}, as pycocotools writes them.';
/** @returns the compressed form. */
export function encodeRle(mask) {
  return { size: [mask.height, mask.width], counts: compress(countRuns(mask)) };
}
/** Lengths of the runs, down the columns, starting with a (maybe empty) run of zeros. */
export function countRuns({ width, height, data }) {
  const counts = [];
  let inside = false;
  let run = 0;
  for (let x = 0; x < width; x++) {
    for (let y = 0, i = x; y < height; y++, i += width) {
      if (data[i] > 127 !== inside) {
        counts.push(run);
        run = 0;
        inside = !inside;
      }
      run++;
    }
  }
  counts.push(run);
  return counts;
}
/** The string form of a list of counts. */
export function compress(counts) {
  let text = '';
  counts.forEach((count, i) => {
    let rest = i > 2 ? count - counts[i - 2] : count;
    for (let more = true; more;) {
      const group = rest & 31;
      rest >>= 5;
      more = group & 16 ? rest !== -1 : rest !== 0;
      text += String.fromCharCode(48 + (more ? group | 32 : group));
    }
  });
  return text;
}
/** The list form of an encoding's counts, checked against its size. */
export function toCounts(rle) {
  const [height, width] = rle.size;
  const pixels = height * width;
  if (pixels > MAX_PIXELS)
    return fail('too-large', `A mask of ${width} × ${height} is too large.`, 'Use a smaller mask.');
  const counts = typeof rle.counts === 'string' ? expand(rle.counts) : ok(rle.counts);
  if (!counts.ok) return counts;
  let sum = 0;
  for (const count of counts.value) {
    if (!Number.isInteger(count) || count < 0)
      return fail('bad-input', `A run of ${count} pixels can't be.`, hint);
    sum += count;
  }
  if (sum !== pixels)
    return fail(
      'bad-input',
      `The runs add up to ${sum} pixels, but ${width} × ${height} is ${pixels}.`,
      hint,
    );
  return counts;
}
/** @returns a plane of 0 and 255 */
export function decodeRle(rle) {
  const counts = toCounts(rle);
  if (!counts.ok) return counts;
  const [height, width] = rle.size;
  const data = new Uint8Array(width * height);
  let at = 0; // counted down the columns
  counts.value.forEach((count, i) => {
    const end = at + count;
    if (i % 2 === 0) at = end;
    for (; at < end; at++) data[(at % height) * width + Math.floor(at / height)] = 255;
  });
  return ok({ width, height, data });
}
function expand(text) {
  const counts = [];
  let at = 0;
  while (at < text.length) {
    let value = 0;
    let groups = 0;
    let code;
    do {
      code = at < text.length ? text.charCodeAt(at++) - 48 : -1;
      if (code < 0 || code > 63 || groups === MAX_GROUPS)
        return fail('bad-input', `The counts can't be read at character ${at}.`, hint);
      value |= (code & 31) << (5 * groups++);
    } while (code & 32);
    if (code & 16) value |= -1 << (5 * groups);
    counts.push(counts.length > 2 ? value + counts[counts.length - 2] : value);
  }
  return ok(counts);
}
