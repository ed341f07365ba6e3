/** Picture files to pixels in memory. */
import type { Metadata, Sharp } from 'sharp';
import { StudioError } from '../../contract/index.ts';
import type { Mask, Raster } from './raster.ts';
import sharp from './sharp.ts';

export interface DecodeOptions {
  /** Looked at between steps: the decoder itself can't be stopped half-way. */
  signal?: AbortSignal;
}

/** Colour models whose numbers are kept as they are, with the profile that explains them. */
const rgbSpaces = new Set(['srgb', 'rgb', 'rgb16']);

/** Warnings (an odd tag, a wrong checksum in metadata) are forgiven; a file that ends too early is not. */
const reading = { failOn: 'error' } as const;

/**
 * Reads a picture: upright (EXIF orientation applied), RGB or RGBA with straight alpha, 8 or 16 bits as in the file.
 * RGB pixels are untouched and their embedded profile is in `icc`; grey, CMYK, Lab and the like become sRGB.
 * The first page of a file with several.
 * @throws StudioError `bad-input` (not a picture, damaged), `too-large`; an `AbortError` once `signal` aborts
 */
export async function decodeImage(path: string, { signal }: DecodeOptions = {}): Promise<Raster> {
  signal?.throwIfAborted();
  try {
    const metadata = await sharp(path, reading).metadata();
    signal?.throwIfAborted();
    const icc = rgbProfile(metadata);
    // `keepIccProfile` makes sharp leave the pixels alone; without it they are converted to sRGB.
    const picture = rgbSpaces.has(metadata.space)
      ? sharp(path, { ...reading, ignoreIcc: true }).keepIccProfile()
      : sharp(path, reading);
    const sixteen = metadata.depth === 'ushort' || metadata.depth === 'float';
    const raster = await pixelsOf(picture.autoOrient(), sixteen ? 16 : 8);
    signal?.throwIfAborted();
    const { density } = metadata;
    return { ...raster, ...(icc && { icc }), ...(density && { density }) };
  } catch (error) {
    throw readable(error, signal);
  }
}

/**
 * Reads a mask: the luma of any picture, 0..255, upright. What is transparent is outside.
 * @throws as `decodeImage`
 */
export async function decodeMask(path: string, { signal }: DecodeOptions = {}): Promise<Mask> {
  signal?.throwIfAborted();
  try {
    // A mask's numbers mean coverage, not light: no profile applies.
    const { data, info } = await sharp(path, { ...reading, ignoreIcc: true })
      .autoOrient()
      .flatten({ background: '#000' })
      .toColourspace('b-w')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    signal?.throwIfAborted();
    const plane = info.channels === 1 ? data : data.filter((_, i) => i % info.channels === 0);
    return { width: info.width, height: info.height, data: asBytes(plane) };
  } catch (error) {
    throw readable(error, signal);
  }
}

/** Runs a sharp pipeline to straight RGB(A) pixels of 8 or 16 bits. */
export async function pixelsOf(pipeline: Sharp, depth: 8 | 16): Promise<Raster> {
  const { data, info } = await pipeline
    .toColourspace(depth === 16 ? 'rgb16' : 'srgb')
    .raw({ depth: depth === 16 ? 'ushort' : 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const values = depth === 16 ? asWords(data) : asBytes(data);
  const size = { width: info.width, height: info.height };
  const bands: number = info.channels;
  if (bands === 3 || bands === 4) return { ...size, channels: bands, data: values };
  return { ...size, ...repack(values, bands) };
}

/** One or two bands (grey, alpha) or more than four (a TIFF with extra planes) as RGB or RGBA. */
function repack(values: Uint8Array | Uint16Array, bands: number): Pick<Raster, 'channels' | 'data'> {
  const channels = bands === 1 ? 3 : 4;
  const pixels = values.length / bands;
  const length = pixels * channels;
  const data = values instanceof Uint16Array ? new Uint16Array(length) : new Uint8Array(length);
  const from = bands < 3 ? [0, 0, 0, 1] : [0, 1, 2, 3];
  for (let i = 0; i < pixels; i++)
    for (let c = 0; c < channels; c++) data[i * channels + c] = values[i * bands + from[c]!]!;
  return { channels, data };
}

/** The embedded profile when it is one for RGB (the colour space signature at byte 16 of an ICC header). */
function rgbProfile({ icc, space }: Metadata): Uint8Array | undefined {
  if (!icc || icc.length < 128 || !rgbSpaces.has(space)) return undefined;
  return icc.toString('latin1', 16, 20) === 'RGB ' ? new Uint8Array(icc) : undefined;
}

const asBytes = (buffer: Uint8Array): Uint8Array =>
  new Uint8Array(buffer.buffer as ArrayBuffer, buffer.byteOffset, buffer.byteLength);

function asWords(buffer: Uint8Array): Uint16Array {
  // A view needs an even offset, which a buffer from a pool may not have.
  const even = buffer.byteOffset % 2 === 0 ? buffer : Uint8Array.from(buffer);
  return new Uint16Array(even.buffer as ArrayBuffer, even.byteOffset, even.byteLength / 2);
}

function readable(error: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted || error instanceof StudioError) return error;
  const text = error instanceof Error ? error.message : String(error);
  if (/pixel limit|too large|exceeds/i.test(text))
    return new StudioError(
      'too-large',
      'This picture has too many pixels.',
      'Scale it down first, then open it again.',
    );
  if (/missing|no such file/i.test(text))
    return new StudioError(
      'bad-input',
      'The picture is not there any more.',
      'Check where it lies, then open it again.',
    );
  if (/unsupported image format|not a known/i.test(text))
    return new StudioError(
      'bad-input',
      'This file is not a picture that can be read.',
      'Use a PNG, JPEG, WebP, AVIF, TIFF or GIF file.',
    );
  return new StudioError(
    'bad-input',
    'This picture is damaged or incomplete.',
    'Get a fresh copy of the file, or open it elsewhere and save it again.',
  );
}
