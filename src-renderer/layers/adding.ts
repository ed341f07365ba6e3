/** Photos that become layers. */
import { act } from '../state/ask.ts';
import { studio } from '../transport/studio.ts';
import { pickFiles } from '../transport/upload.ts';

const endingOf = (name: string): string => /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
const stemOf = (name: string): string => name.slice(0, name.length - endingOf(name).length).slice(0, 120);

/** Files as layers of a canvas, one after the other: each is one step in the history. */
export async function addFiles(canvas: string, files: readonly File[]): Promise<void> {
  for (const file of files) {
    const name = stemOf(file.name).trim() || 'Layer';
    const expected = await act(studio().layers.expect({ canvas, name }));
    if (!expected) return;
    const named = new File([file], `${expected.ticket}${endingOf(file.name)}`, { type: file.type });
    await act(studio().importFiles([named]));
  }
}

export async function pickLayers(canvas: string): Promise<void> {
  await addFiles(canvas, await pickFiles());
}
