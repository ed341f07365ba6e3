/** Files made for the user: rendered into the store, then saved by whichever shell there is. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  StudioError,
  say,
  type Canvas,
  type Hash,
  type ImageFormat,
  type Media,
  type ServedType,
} from '../../contract/index.ts';
import * as codecs from '../../systems/codecs/index.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Composer } from '../layers/composer.ts';
import type { Hosts } from '../processes/hosts.ts';
import { between, type Watch } from '../work/picture.ts';
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
  readonly #composer: Composer;

  constructor(session: Session, hosts: Hosts, jobs: Jobs, composer: Composer) {
    this.#session = session;
    this.#hosts = hosts;
    this.#jobs = jobs;
    this.#composer = composer;
  }

  /** What the canvas shows now: all its layers, at full resolution, upright and with their colour profile. */
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
    const hash = await this.#make(canvas, { kind: 'image', type }, signal, async (folder, watch) => {
      const shown = await this.#composer.shown(canvasId, between(watch, 0, 0.6));
      const { file } = this.#session.workpiece(shown);
      const encoding = between(watch, 0.6, 1);
      const { path } = await this.#hosts.run(
        codecs.encodeImage,
        { file, out: join(folder, `export.${extensions[type]}`), format, quality },
        { signal: watch.signal, onProgress: (done, total) => encoding.progress(done / total), lane: 'batch' },
      );
      return path;
    });
    return { hash, name: `${canvas.name}.${extensions[type]}` };
  }

  /** The selection as a picture or as COCO run lengths. */
  async mask(canvasId: string, form: 'png' | 'coco', signal: AbortSignal): Promise<Exported> {
    const { canvas } = this.#session.focus(canvasId);
    const mask = canvas.selection?.mask;
    if (!mask) throw new StudioError('needs-region', 'Nothing is selected.', 'Click on a thing first.');
    const name = `${canvas.name} mask`;
    if (form === 'png') return { hash: mask, name: `${name}.png` };
    const { file } = await this.#session.bench().mediaFile(mask);
    const about = { kind: 'mask', type: 'application/json' } as const;
    const hash = await this.#make(canvas, about, signal, async (folder, watch) => {
      const rle = await this.#hosts.run(
        codecs.readMask,
        { file },
        { signal: watch.signal, lane: 'interactive' },
      );
      const path = join(folder, 'mask.json');
      await writeFile(path, JSON.stringify(rle));
      return path;
    });
    return { hash, name: `${name}.json` };
  }

  /** The imported file, byte for byte. */
  original(canvasId: string): Exported {
    const { canvas } = this.#session.focus(canvasId);
    const media = this.#session.store.snapshot().media.find((m) => m.hash === canvas.source);
    if (!media) throw new StudioError('damaged', 'The imported file is missing from this project.');
    return { hash: media.hash, name: `${canvas.name}.${extensions[media.type]}` };
  }

  /** One export as a job: made in a folder of its own, then kept in the store it was made from. */
  #make(
    canvas: Canvas,
    about: Pick<Media, 'kind' | 'type'>,
    signal: AbortSignal,
    work: (folder: string, watch: Watch) => Promise<string>,
  ): Promise<Hash> {
    const { store } = this.#session; // the open project may be another one when the work is done
    const job = { kind: 'export', label: say('export', canvas.name), canvas: canvas.id } as const;
    const make = async (watch: Watch) => {
      const folder = await store.media.staging();
      try {
        const { hash, bytes } = await store.media.adopt(await work(folder, watch));
        // An export may have the very bytes of a version; what is known about those stays.
        if (!store.snapshot().media.some((m) => m.hash === hash))
          store.note((doc) => doc.media.put({ hash, bytes, ...about }));
        return hash;
      } finally {
        await store.media.dropStaging(folder);
      }
    };
    return this.#jobs.start(job, make, signal).result;
  }
}
