/** Pictures made from layers: what a canvas shows, and what a click on it looks at. */
import {
  bundlesOf,
  plainPicture,
  type Affine,
  type Bundle,
  type Extent,
  type Hash,
  type Media,
  type Sheet,
} from '../../contract/index.ts';
import * as compose from '../../systems/compose/index.ts';
import type { Hosts } from '../processes/hosts.ts';
import type { Session } from '../session/session.ts';
import type { Found, Watch, Workpiece } from '../work/picture.ts';

/** Pictures that are found again instead of being composed again. */
const remembered = 32;

export class Composer {
  readonly #session: Session;
  readonly #hosts: Hosts;
  readonly #made = new Map<string, Hash>();

  constructor(session: Session, hosts: Hosts) {
    this.#session = session;
    this.#hosts = hosts;
  }

  /** What a canvas shows, at full resolution: a layer's own picture where nothing has to be composed. */
  async shown(canvasId: string, watch: Watch): Promise<Media> {
    const { canvas, frame } = this.#session.focus(canvasId);
    const bundles = bundlesOf(this.#session.store.snapshot(), canvas);
    return plainPicture(bundles) ?? this.flatten(bundles, frame, watch);
  }

  /** A layer as it lies on its canvas, by itself: what a click looks at. Masked and faint parts can be clicked too. */
  async look(canvasId: string, signal: AbortSignal, layerId?: string): Promise<Workpiece> {
    const { layer, version, media, size, map, still, frame } = this.#session.focus(canvasId, {
      layer: layerId,
    });
    if (still || media.kind !== 'image') return this.#session.workpiece(media);
    const bare = { ...layer, opacity: 1, blend: 'normal' as const, mask: null };
    const sheet: Sheet = { layer: bare, version, media, size, map, still };
    const picture = await this.flatten([{ group: null, sheets: [sheet] }], frame, {
      signal,
      progress: () => undefined,
    });
    return this.#session.workpiece(picture);
  }

  /** Layers as one picture, kept in the project's media. */
  async flatten(bundles: readonly Bundle[], frame: Extent, watch: Watch): Promise<Media> {
    const { store } = this.#session;
    const key = JSON.stringify([store.id, frame, bundles.map(seenOf)]);
    const known = this.#made.get(key);
    const found = known && store.snapshot().media.find((m) => m.hash === known);
    if (found && store.media.path(found.hash)) return found;
    const bench = this.#session.bench();
    const fileOf = async (hash: Hash) => (await bench.mediaFile(hash)).file;
    const out = await bench.staging();
    try {
      const input = await Promise.all(
        bundles.map(async ({ group, sheets }) => ({
          opacity: group?.opacity ?? 1,
          blend: group?.blend ?? ('pass-through' as const),
          layers: await Promise.all(
            sheets.map(async ({ layer, media, map }) => ({
              file: await fileOf(media.hash),
              mask: layer.mask?.on ? await fileOf(layer.mask.hash) : null,
              opacity: layer.opacity,
              blend: layer.blend,
              map: layer.placement && map,
            })),
          ),
        })),
      );
      const { path } = await this.#hosts.run(
        compose.flatten,
        { size: frame, bundles: input, out },
        {
          signal: watch.signal,
          onProgress: (done, total) => watch.progress((0.9 * done) / total),
          lane: 'batch',
        },
      );
      const { hash } = await bench.keepPicture(path, watch.signal);
      this.#made.set(key, hash!);
      if (this.#made.size > remembered) this.#made.delete(this.#made.keys().next().value!);
      return store.snapshot().media.find((m) => m.hash === hash)!;
    } finally {
      await bench.release(out);
    }
  }

  /** A mask of one plane as it lies on another; `map` leads from the other plane's pixels to the mask's. */
  async onto(mask: Found | Workpiece, map: Affine, size: Extent, signal: AbortSignal): Promise<Found> {
    const bench = this.#session.bench();
    const out = await bench.staging();
    try {
      const { path, ...found } = await this.#hosts.run(
        compose.ontoLayer,
        { mask: mask.file, map, size, out },
        { signal, lane: 'interactive' },
      );
      return { ...found, ...(await bench.keepMask(path, size)) };
    } finally {
      await bench.release(out);
    }
  }
}

/** What decides how a bundle looks. */
const seenOf = ({ group, sheets }: Bundle) => [
  group?.opacity ?? 1,
  group?.blend ?? 'pass-through',
  sheets.map(({ media, layer }) => [media.hash, layer.opacity, layer.blend, layer.placement, layer.mask]),
];
