/** Dragging a file out of the window, into a folder or another program. */
import { nativeImage, type WebContents } from 'electron';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { unwrap } from '../contract/index.ts';
import { safeFileName } from '../studio/library/names.ts';
import type { EngineHandle } from '../studio/processes/engine.ts';

/**
 * Copies a file of the store to `temporary` under the name it should have, then lets the system drag it. The copy
 * stays until the app ends: nobody says when the other program has read it.
 */
export async function dragOut(
  engine: EngineHandle,
  contents: WebContents,
  file: { hash: string; name: string },
  options: { temporary: string; icon: string },
): Promise<void> {
  const path = join(await mkdtemp(join(options.temporary, 'drag-')), safeFileName(file.name));
  unwrap(await engine.client.engine.copyTo({ hash: file.hash, path }));
  contents.startDrag({ file: path, icon: nativeImage.createFromPath(options.icon).resize({ width: 64 }) });
}
