/** What a file is by its first bytes. Its name says nothing: people rename files, and so do programs. */

export type Sniffed =
  | 'png'
  | 'jpeg'
  | 'webp'
  | 'avif'
  | 'heic'
  | 'tiff'
  | 'gif'
  | 'svg'
  /** A container that may hold pictures in motion or sound. */
  | 'clip'
  | 'unknown';

/** How many bytes from the start `sniff` wants to see. */
export const sniffLength = 4_096;

/** Brands of ISO base media files that hold a still picture. */
const stills: Record<string, 'avif' | 'heic'> = {
  avif: 'avif',
  avis: 'avif',
  heic: 'heic',
  heix: 'heic',
  heim: 'heic',
  heis: 'heic',
  hevc: 'heic',
  hevx: 'heic',
};

export function sniff(head: Uint8Array): Sniffed {
  const text = (from: number, to: number) => String.fromCharCode(...head.subarray(from, to));
  const starts = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (starts(0xff, 0xd8, 0xff)) return 'jpeg';
  if (/^GIF8[79]a$/.test(text(0, 6))) return 'gif';
  // Little and big endian, classic and BigTIFF.
  if (['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].includes(text(0, 4))) return 'tiff';
  if (text(0, 4) === 'RIFF')
    return text(8, 12) === 'WEBP' ? 'webp' : text(8, 12) === 'WAVE' ? 'clip' : 'unknown';
  if (text(0, 4) === 'RF64' && text(8, 12) === 'WAVE') return 'clip';
  if (text(4, 8) === 'ftyp') return stillOf(head) ?? 'clip';
  if (['moov', 'mdat', 'wide', 'free', 'skip'].includes(text(4, 8))) return 'clip'; // old QuickTime
  if (starts(0x1a, 0x45, 0xdf, 0xa3)) return 'clip'; // Matroska, WebM
  if (['OggS', 'fLaC'].includes(text(0, 4)) || text(0, 3) === 'ID3') return 'clip';
  // An MPEG audio frame: eleven bits set, then a version and a layer that exist.
  if (head[0] === 0xff && (head[1]! & 0xe0) === 0xe0 && (head[1]! & 0x18) !== 0x08 && (head[1]! & 0x06) !== 0)
    return 'clip';
  const start = new TextDecoder('utf-8').decode(head).trimStart();
  if (/^<(\?xml|!--|!doctype|svg)/i.test(start) && /<svg[\s>]/i.test(start)) return 'svg';
  return 'unknown';
}

/** `mif1` and `msf1` say "some still"; which, the compatible brands of the `ftyp` box say. */
function stillOf(head: Uint8Array): 'avif' | 'heic' | undefined {
  const size = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(0);
  const brand = (at: number) => String.fromCharCode(...head.subarray(at, at + 4));
  const major = brand(8);
  if (stills[major]) return stills[major];
  if (major !== 'mif1' && major !== 'msf1') return undefined;
  for (let at = 16; at + 4 <= Math.min(size, head.length); at += 4) {
    const known = stills[brand(at)];
    if (known) return known;
  }
  return 'heic';
}
