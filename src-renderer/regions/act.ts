/** What a person does with regions. */
import { changeSelection, settled, spoken } from '../canvas/selecting.ts';
import { insertText } from '../chat/insert.ts';
import { act } from '../state/ask.ts';
import { activeCanvas } from '../state/select.ts';
import { announce, useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { studio } from '../transport/studio.ts';
import { acceptedMasks, pickFiles } from '../transport/upload.ts';
import type { ShownRegion } from './shown.ts';

const active = () => activeCanvas(useStore.getState().project);

/** The selection becomes a region, once it has been looked up. */
export async function keepSelection(): Promise<void> {
  await settled();
  const canvas = active();
  const made = canvas && (await act(studio().regions.add({ canvas: canvas.id, noun: t.regions.noun })));
  if (!made) return;
  useStore.setState({ panel: 'regions' });
  announce(t.regions.kept(made.number, made.name));
}

/** The region becomes the selection. */
export async function selectRegion({ shape }: ShownRegion): Promise<void> {
  const mask = shape?.mask;
  if (mask) await changeSelection(() => ({ parts: [{ kind: 'mask', hash: mask, sign: '+' }] }));
}

/** Puts `@1` into the message that is being written. */
export const mention = ({ number }: ShownRegion): void => insertText(`@${number}`);

/** Files as masks for a canvas; the last one stays selected. */
export async function loadMasks(files: readonly File[], maskFor = active()?.id): Promise<void> {
  if (!maskFor || !files.length) return;
  if (!(await act(studio().importFiles(files, { maskFor })))) return;
  announce(spoken(active()?.selection ?? null));
}

export async function chooseMask(): Promise<void> {
  await loadMasks(await pickFiles(acceptedMasks, false));
}

export async function saveMask(form: 'png' | 'coco'): Promise<void> {
  const canvas = active();
  const file = canvas && (await act(studio().exports.mask({ canvas: canvas.id, form })));
  const saved = file && (await act(studio().shell.save(file)));
  if (file && saved?.saved) announce(t.exports.saved(file.name));
}
