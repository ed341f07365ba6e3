/**
 * A picture in memory as a plain uncompressed TIFF 6.0, little-endian, with its profile: the one form in which sharp
 * takes raw pixels together with a profile of their own (its raw input has none).
 */
import { open } from 'node:fs/promises';
import type { Raster } from './raster.ts';

const SHORT = 3;
const LONG = 4;
const RATIONAL = 5;
const UNDEFINED = 7;
/** What is written where a picture says nothing: otherwise the encoder makes it 25.4, which prints huge. */
export const usualDensity = 72;

/** The file's bytes; the pixels are copied once. */
export const tiffOf = (raster: Raster): Buffer => Buffer.concat([tiffHeader(raster), bytesOf(raster)]);

/** Writes the file; nothing is copied. */
export async function writeTiff(raster: Raster, path: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writev([tiffHeader(raster), bytesOf(raster)]);
  } finally {
    await file.close();
  }
}

const bytesOf = ({ data }: Raster): Uint8Array =>
  new Uint8Array(data.buffer, data.byteOffset, data.byteLength);

/** What comes before the pixels. */
function tiffHeader(raster: Raster): Buffer {
  const { width, height, channels, data, icc, density = usualDensity } = raster;
  const bits = data instanceof Uint16Array ? 16 : 8;
  const alpha = channels === 4;
  const profile = icc?.length ?? 0;
  const entries = 13 + (alpha ? 1 : 0) + (profile ? 1 : 0);
  const bitsAt = 8 + 2 + entries * 12 + 4;
  const densityAt = bitsAt + channels * 2;
  const iccAt = densityAt + 8;
  const pixelsAt = (iccAt + profile + 15) & ~15;
  const file = Buffer.alloc(pixelsAt);

  file.write('II', 0, 'latin1');
  file.writeUInt16LE(42, 2);
  file.writeUInt32LE(8, 4);
  file.writeUInt16LE(entries, 8);
  let at = 10;
  const entry = (tag: number, type: number, count: number, value: number): void => {
    file.writeUInt16LE(tag, at);
    file.writeUInt16LE(type, at + 2);
    file.writeUInt32LE(count, at + 4);
    file.writeUInt32LE(value, at + 8);
    at += 12;
  };
  entry(256, LONG, 1, width);
  entry(257, LONG, 1, height);
  entry(258, SHORT, channels, bitsAt); // BitsPerSample
  entry(259, SHORT, 1, 1); // no compression
  entry(262, SHORT, 1, 2); // RGB
  entry(273, LONG, 1, pixelsAt); // StripOffsets
  entry(277, SHORT, 1, channels); // SamplesPerPixel
  entry(278, LONG, 1, height); // RowsPerStrip
  entry(279, LONG, 1, data.byteLength); // StripByteCounts
  entry(282, RATIONAL, 1, densityAt); // XResolution
  entry(283, RATIONAL, 1, densityAt); // YResolution
  entry(284, SHORT, 1, 1); // interleaved
  entry(296, SHORT, 1, 2); // per inch
  if (alpha) entry(338, SHORT, 1, 2); // straight alpha
  if (profile) entry(34675, UNDEFINED, profile, iccAt);
  for (let c = 0; c < channels; c++) file.writeUInt16LE(bits, bitsAt + c * 2);
  file.writeUInt32LE(Math.round(density * 1000), densityAt);
  file.writeUInt32LE(1000, densityAt + 4);
  if (icc) file.set(icc, iccAt);
  return file;
}
