/** A bench whose results join a project's media. */
import { StudioError, type Hash, type Media, type Region, type TaskOutput } from '../../contract/index.ts';
import * as codecs from '../../systems/codecs/index.ts';
import type { Hosts } from '../processes/hosts.ts';
import type { ProjectStore } from '../project/store.ts';
import type { Bench, Found, Workpiece } from '../work/picture.ts';

/** Regions looked up so far, by picture and region: a plan finds again what the click has found. */
export class FoundRegions {
  readonly #found = new Map<string, Found>();
  readonly #most = 64;

  get = (picture: Hash | undefined, region: Region): Found | undefined =>
    this.#found.get(key(picture, region));

  set(picture: Hash, region: Region, found: Found): void {
    this.#found.set(key(picture, region), found);
    if (this.#found.size > this.#most) this.#found.delete(this.#found.keys().next().value!);
  }

  forget(mask: Hash): void {
    for (const [key, found] of this.#found) if (found.hash === mask) this.#found.delete(key);
  }

  clear = (): void => this.#found.clear();
}

const key = (picture: Hash | undefined, region: Region) => `${picture} ${JSON.stringify(region)}`;

/** A medium of a project as a task reads it. @throws StudioError 'damaged' when its file is gone */
export function workpieceOf(store: ProjectStore, media: Media): Workpiece {
  const path = store.media.path(media.hash);
  if (!path)
    throw new StudioError(
      'damaged',
      'A file of this project is missing.',
      'Restore the project’s media folder.',
    );
  const { kind, width, height, hash } = media;
  return { file: { path, key: hash }, kind, width, height, hash };
}

export function projectBench(store: ProjectStore, hosts: Hosts, found: FoundRegions): Bench {
  return {
    hosts,
    staging: () => store.media.staging(),
    release: (folder) => store.media.dropStaging(folder),
    keepPicture: async (path, signal) => {
      const out = await store.media.staging();
      try {
        const probed = await hosts.run(codecs.probe, { file: { path }, out }, { signal, lane: 'batch' });
        return workpieceOf(store, await adoptProbed(store, probed, await store.media.adopt(path)));
      } finally {
        await store.media.dropStaging(out);
      }
    },
    keepMask: async (path, size) => {
      const { hash, bytes } = await store.media.adopt(path);
      store.note((doc) => doc.media.put({ hash, bytes, kind: 'mask', type: 'image/png', ...size }));
      return { file: { path: store.media.path(hash)!, key: hash }, hash };
    },
    mediaFile: async (hash) => {
      const media = store.snapshot().media.find((m) => m.hash === hash);
      if (!media)
        throw new StudioError('not-found', 'A mask or picture that this names is not in the project.');
      return workpieceOf(store, media);
    },
    recall: (picture, region) => found.get(picture.hash, region),
    remember: ({ hash }, region, mask) => hash && found.set(hash, region, mask),
  };
}

/** Adds a stored file to the project's media, together with the preview and peaks that its decoder made. */
export async function adoptProbed(
  store: ProjectStore,
  probed: TaskOutput<typeof codecs.probe>,
  source: { hash: Hash; bytes: number },
): Promise<Media> {
  const preview = probed.preview && (await store.media.adopt(probed.preview));
  const peaks = probed.peaks && (await store.media.adopt(probed.peaks));
  const media: Media = {
    ...probed.media,
    ...source,
    ...(preview && { preview: preview.hash }),
    ...(peaks && { peaks: peaks.hash }),
  };
  store.note((doc) => {
    if (preview) doc.media.put({ ...preview, kind: 'image', type: 'image/webp' });
    if (peaks) doc.media.put({ ...peaks, kind: 'audio', type: 'application/json' });
    doc.media.put(media);
  });
  return media;
}
