/** Why a file is not taken, in words for the person who chose it. */
import { StudioError } from '../../contract/index.ts';

export const readable =
  'Pictures: PNG, JPEG, WebP, AVIF, TIFF, GIF. Clips: MP4, MOV, WebM. Sounds: WAV, MP3, M4A, FLAC, Ogg.';

export const refuse = (message: string, hint: string): StudioError =>
  new StudioError('bad-input', message, hint);

export const empty = () => refuse('This file is empty.', 'Get it again from where it came from.');

export const unknown = () => refuse('This is not a kind of file that can be opened.', readable);

export const svg = () =>
  refuse('SVG drawings can’t be opened yet.', 'Export it as PNG at the size that you need, and open that.');

export const heic = () =>
  refuse(
    'HEIC photos can’t be read here.',
    'Export it as JPEG; on an iPhone, Settings › Camera › Formats › Most Compatible makes JPEGs.',
  );

export const damaged = () =>
  refuse(
    'This file is damaged or incomplete.',
    'Get it again from where it came from, or open it elsewhere and save it again.',
  );

export const tooManyPixels = (width: number, height: number, limit: number) =>
  new StudioError(
    'too-large',
    `This picture has ${width} × ${height} pixels (${Math.round((width * height) / 1e6)} megapixels); ` +
      `at most ${Math.floor(limit / 1e6)} megapixels and 65 535 pixels a side can be opened.`,
    'Scale it down elsewhere first, then open it again.',
  );
