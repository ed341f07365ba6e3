import { digest } from '../../../src-main/studio/media/disk.ts';
import type { MediaStore } from '../../../src-main/studio/media/store.ts';

/** Whether a medium is there and still holds what its name says. */
export async function isSound(media: MediaStore, hash: string): Promise<boolean> {
  const path = media.path(hash);
  return path !== null && (await digest(path)).hash === hash;
}
