/** A canvas as it was at an earlier or later state of the history. */
import { layersOn, type PastCanvas } from '../../contract/index.ts';
import { Edit } from './edit.ts';
import type { Change, RowOf, Rows } from './rows.ts';

export const reversed = (changes: readonly Change[]): Change[] =>
  changes.map(({ table, id, before, after }) => ({ table, id, before: after, after: before }));

/** The canvas that an action is about: that of the last thing it changed. */
function canvasOf(changes: readonly Change[], rows: Rows): string | undefined {
  for (const { table, id, before, after } of [...changes].reverse()) {
    if (table === 'canvases') return id;
    const row = after ?? before;
    if (table === 'layers' || table === 'regions') return (row as RowOf<'layers' | 'regions'>).canvas;
    if (table === 'versions') {
      const layer = rows.get('layers', (row as RowOf<'versions'>).layer);
      if (layer) return layer.canvas;
    }
  }
  return undefined;
}

/** What the canvas that `changes` are about shows in `rows`; `null`: it is not there. */
export function pastCanvasOf(rows: Rows, changes: readonly Change[]): PastCanvas | null {
  const then = new Edit(rows);
  const canvas = then.canvases.get(canvasOf(changes, rows) ?? '');
  if (!canvas) return null;
  const documents = { layers: then.layers.all(), versions: [], media: [] };
  const layers = layersOn(documents, canvas.id);
  const versions = layers.flatMap((layer) => then.versions.get(layer.version) ?? []);
  const hashes = new Set([canvas.source, ...versions.map((version) => version.media)]);
  return { canvas, layers, versions, media: [...hashes].flatMap((hash) => then.media.get(hash) ?? []) };
}
