/** Under which type a clip or a sound is served to the page. */
import {
  FLAC,
  MATROSKA,
  MP3,
  MP4,
  OGG,
  QTFF,
  WAVE,
  WEBM,
  type Input,
  type InputAudioTrack,
  type InputVideoTrack,
} from 'mediabunny';
import type { ServedType } from '../../contract/index.ts';
import { readable, refuse } from './refuse.ts';

/** What WebM may hold; the same codecs in a Matroska file play the same. */
const webm = new Set<string | null>(['vp8', 'vp9', 'av1', 'opus', 'vorbis']);

/** @throws StudioError `bad-input` for a container that no browser plays */
export async function servedAs(
  input: Input,
  video: InputVideoTrack | null,
  audio: InputAudioTrack | null,
): Promise<ServedType> {
  switch (await input.getFormat()) {
    case MP4:
      return video ? 'video/mp4' : 'audio/mp4';
    case QTFF:
      return video ? 'video/quicktime' : 'audio/mp4';
    case WEBM:
      return video ? 'video/webm' : 'audio/webm';
    case MATROSKA: {
      const codecs = await Promise.all([video, audio].map((track) => track?.getCodec()));
      if (codecs.every((codec) => codec === undefined || webm.has(codec)))
        return video ? 'video/webm' : 'audio/webm';
      throw refuse(
        'Matroska files like this one don’t play in a browser.',
        'Convert it to MP4, then open it again.',
      );
    }
    case WAVE:
      return 'audio/wav';
    case MP3:
      return 'audio/mpeg';
    case FLAC:
      return 'audio/flac';
    case OGG:
      if (!video) return 'audio/ogg';
  }
  throw refuse('This kind of clip can’t be opened.', readable);
}
