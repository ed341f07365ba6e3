/** Sizes in pixels: "1920x1080", "800 pixels wide", "4k", "the longest side 2048". */
import type { Size } from './distance.ts';

const PX = '(?: ?(?:px|pixels?))?';
const both = new RegExp(`^(\\d{2,5})${PX} ?(?:x|×|by|\\*) ?(\\d{2,5})${PX}(?: in size)?$`);
const numberFirst = new RegExp(
  `^(\\d{2,5})${PX}(?: in)? (wide|width|across|tall|high|height|in width|in height)$`,
);
const axisFirst = new RegExp(`^(width|height)(?: of| to| at| =| :| is| should be| be)? (\\d{2,5})${PX}$`);
const SIDE = '(long(?:est|er)?|short(?:est|er)?) (?:side|edge)';
const sideFirst = new RegExp(`^${SIDE}(?: (?:of|to|at|be|is))? (\\d{2,5})${PX}$`);
const sideLast = new RegExp(`^(\\d{2,5})${PX} (?:on|at|for|along) the ${SIDE}$`);

/** More than any picture has. */
const LARGEST = 65_535;

/** A width, a height or both. @param size of the open picture: which of its sides is the longer one */
export function readPixels(
  text: string,
  size: Size | undefined,
): { width?: number; height?: number } | undefined {
  if (!/\d/.test(text)) return undefined;
  const name = text
    .replace(/^(?:to|at|into) /, '')
    .replace(/^(?:an?|the|its) /, '')
    .replace(/ (?:resolution|format|size)$/, '');
  const [, w, h] = both.exec(name) ?? [];
  if (w && h) return valid({ width: Number(w), height: Number(h) });
  const [n, axis] = pair(numberFirst.exec(name)) ?? pair(axisFirst.exec(name))?.reverse() ?? [];
  if (n && axis) return valid(/wid|across/.test(axis) ? { width: Number(n) } : { height: Number(n) });
  if (/^(?:4 ?k|uhd)$/.test(name)) return { width: 3840 };
  const [, lines] = /^(720|1080|1440|2160) ?p$/.exec(name) ?? [];
  if (lines) return { height: Number(lines) };
  const [side, length] = pair(sideFirst.exec(name)) ?? pair(sideLast.exec(name))?.reverse() ?? [];
  if (!side || !length || !size) return undefined;
  const width = size.width >= size.height === side.startsWith('long');
  return valid(width ? { width: Number(length) } : { height: Number(length) });
}

const pair = (found: RegExpExecArray | null): [string, string] | undefined =>
  found ? [found[1]!, found[2]!] : undefined;

const valid = <S extends { width?: number; height?: number }>(size: S): S | undefined =>
  Math.max(size.width ?? 0, size.height ?? 0) <= LARGEST ? size : undefined;
