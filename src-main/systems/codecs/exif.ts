/** When a photo was taken, as its camera wrote it (EXIF 2.32, CIPA DC-008: 4.5 the TIFF structure, 4.6.5 the dates). */

const exifIfd = 0x8769;
const dateTimeOriginal = 0x9003;
const offsetTimeOriginal = 0x9011;
const ascii = 2;
const long = 4;

/**
 * @param block a picture's EXIF block, with or without the mark “Exif” before it
 * @returns milliseconds since the epoch; a time without its offset is meant as the clock here shows it. `null`: the
 * block doesn't say, or is damaged
 */
export function takenAt(block: Buffer): number | null {
  try {
    const tiff = block.toString('latin1', 0, 6) === 'Exif\0\0' ? block.subarray(6) : block;
    const order = tiff.toString('latin1', 0, 2);
    if (order !== 'II' && order !== 'MM') return null;
    const read = readerOf(tiff, order === 'II');
    const pointer = read.entry(read.u32(4), exifIfd);
    if (!pointer || pointer.type !== long) return null;
    const ifd = read.u32(pointer.value);
    const date = read.text(read.entry(ifd, dateTimeOriginal));
    return date === null ? null : timeOf(date, read.text(read.entry(ifd, offsetTimeOriginal)));
  } catch (error) {
    if (error instanceof RangeError) return null; // it points outside of itself
    throw error;
  }
}

interface Entry {
  type: number;
  count: number;
  /** Where its value, or the pointer to it, lies. */
  value: number;
}

function readerOf(tiff: Buffer, little: boolean) {
  const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const u32 = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const entry = (ifd: number, tag: number): Entry | undefined => {
    const count = u16(ifd);
    for (let i = 0; i < count; i++) {
      const at = ifd + 2 + 12 * i;
      if (u16(at) === tag) return { type: u16(at + 2), count: u32(at + 4), value: at + 8 };
    }
    return undefined;
  };
  const text = (found: Entry | undefined): string | null => {
    if (found?.type !== ascii) return null;
    const at = found.count <= 4 ? found.value : u32(found.value);
    return tiff.toString('latin1', at, at + found.count).replace(/\0.*$/s, '');
  };
  return { u32, entry, text };
}

/** `2019:07:04 18:30:05` and `+02:00`. */
function timeOf(date: string, offset: string | null): number | null {
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/.exec(date)?.slice(1).map(Number);
  if (!parts) return null;
  const [year, month, day, hour, minute, second] = parts as [number, number, number, number, number, number];
  // Cameras that don't know write zeros.
  if (year < 1800 || month < 1 || month > 12 || day < 1 || day > 31 || hour > 23) return null;
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)/.exec(offset ?? '') ?? [];
  if (sign === undefined) return new Date(year, month - 1, day, hour, minute, second).getTime();
  const east = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return Date.UTC(year, month - 1, day, hour, minute, second) - east * 60_000;
}
