/** Files made for the user: rendered into the store, then saved by whichever shell there is. */
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StudioError, type ImageFormat, type Media, type ServedType } from '../../contract/index.ts';
import * as codecs from '../../systems/codecs/index.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Hosts } from '../processes/hosts.ts';
import type { Session } from './session.ts';

export interface Exported {
  hash: string;
  name: string;
}

const extensions: Record<ServedType, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/tiff': 'tif',
  'image/gif': 'gif',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'video/quicktime': 'mov',
  'audio/wav': 'wav',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/ogg': 'ogg',
  'audio/flac': 'flac',
  'audio/webm': 'weba',
  'application/json': 'json',
};

export class Exports {
  readonly #session: Session;
  readonly #hosts: Hosts;
  readonly #jobs: Jobs;

  constructor(session: Session, hosts: Hosts, jobs: Jobs) {
    this.#session = session;
    this.#hosts = hosts;
    this.#jobs = jobs;
  }

  /** The picture as it is now, upright and with its colour profile. */
  async image(
    canvasId: string,
    format: ImageFormat,
    quality: number,
    signal: AbortSignal,
  ): Promise<Exported> {
    const { canvas, media } = this.#session.focus(canvasId);
    if (media.kind !== 'image')
      throw new StudioError('wrong-use', 'This is not a picture.', 'Save the original file instead.');
    const type: ServedType = `image/${format}`;
    const picture = this.#session.workpiece(media);
    const { result } = this.#jobs.start(
      { kind: 'export', label: `Export ${canvas.name}`, canvas: canvasId },
      async (watch) => {
        const out = join(await this.#session.store.media.staging(), `export.${extensions[type]}`);
        const { path } = await this.#hosts.run(
          codecs.encodeImage,
          { file: picture.file, out, format, quality },
          { signal: watch.signal, onProgress: (done, total) => watch.progress(done / total), lane: 'batch' },
        );
        return this.#keep(path, { kind: 'image', type });
      },
      signal,
    );
    return { hash: await result, name: `${canvas.name}.${extensions[type]}` };
  }

  /** The selection as a picture or as COCO run lengths. */
  async mask(canvasId: string, form: 'png' | 'coco'): Promise<Exported> {
    const { canvas } = this.#session.focus(canvasId);
    const hash = canvas.selection?.mask;
    if (!hash) throw new StudioError('needs-region', 'Nothing is selected.', 'Click on a thing first.');
    const name = `${canvas.name} mask`;
    if (form === 'png') return { hash, name: `${name}.png` };
    const file = { path: this.#session.store.media.path(hash)!, key: hash };
    const rle = await this.#hosts.run(
      codecs.readMask,
      { file },
      { signal: new AbortController().signal, lane: 'interactive' },
    );
    const path = join(await this.#session.store.media.staging(), 'mask.json');
    await writeFile(path, JSON.stringify(rle));
    return { hash: await this.#keep(path, { kind: 'mask', type: 'application/json' }), name: `${name}.json` };
  }

  /** The imported file, byte for byte. */
  original(canvasId: string): Exported {
    const { canvas } = this.#session.focus(canvasId);
    const media = this.#session.store.snapshot().media.find((m) => m.hash === canvas.source);
    if (!media) throw new StudioError('damaged', 'The imported file is missing from this project.');
    return { hash: media.hash, name: `${canvas.name}.${extensions[media.type]}` };
  }

  async #keep(path: string, about: Pick<Media, 'kind' | 'type'>): Promise<string> {
    const { store } = this.#session;
    const { hash, bytes } = await store.media.adopt(path);
    await store.media.dropStaging(dirname(path));
    // An export may have the very bytes of a version; what is known about those stays.
    if (!store.snapshot().media.some((m) => m.hash === hash))
      store.note((doc) => doc.media.put({ hash, bytes, ...about }));
    return hash;
  }
}
