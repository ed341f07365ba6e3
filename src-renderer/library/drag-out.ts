/** A picture as a file, dragged from the window into a folder or another program. */
import type { Canvas } from '../../src-main/contract/document.ts';
import type { Studio } from '../../src-main/contract/studio.ts';
import { ask } from '../state/ask.ts';

/** Photos leave as they look now, in a lossless format; clips and sounds as they came. */
export async function dragOut(studio: Studio, canvas: Canvas): Promise<void> {
  const file = await ask(
    canvas.kind === 'image'
      ? studio.exports.image({ canvas: canvas.id, format: 'png' })
      : studio.exports.original({ canvas: canvas.id }),
  );
  if (file) await ask(studio.shell.dragOut(file));
}
