/** What rows refer to: files of the media store, and each other. */
import type { Hash } from '../../contract/index.ts';
import type { Rows } from './rows.ts';

/** The properties of the contract's documents that hold a content hash; a test compares them with the schemas. */
export const hashProperties: ReadonlySet<string> = new Set([
  'hash',
  'mask',
  'media',
  'source',
  'photo',
  'preview',
  'peaks',
]);

/** Adds every content hash in a row, at any depth, to `found`. Texts that only look like one don't count. */
export function collectHashes(value: unknown, found: Set<Hash>): Set<Hash> {
  if (Array.isArray(value)) for (const part of value) collectHashes(part, found);
  else if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) {
      if (typeof part !== 'string') collectHashes(part, found);
      else if (hashProperties.has(key) && /^[0-9a-f]{64}$/.test(part)) found.add(part);
    }
  return found;
}

/** Every content hash in the rows of a project and in some changes of its history. */
export function needed(rows: Pick<Rows, 'all'>, changes: readonly unknown[]): Set<Hash> {
  const found = new Set<Hash>();
  for (const table of ['canvases', 'layers', 'versions', 'regions', 'selections', 'messages'] as const)
    collectHashes(rows.all(table), found);
  return collectHashes(changes, found);
}

export interface Dangling {
  table: 'canvases' | 'layers' | 'versions' | 'regions';
  id: string;
  what: string;
}

/** Rows whose neighbours are missing: never the case in a sound project. */
export function dangling(rows: Pick<Rows, 'get' | 'all'>): Dangling[] {
  const found: Dangling[] = [];
  const check = (table: Dangling['table'], id: string, sound: boolean, what: string): void => {
    if (!sound) found.push({ table, id, what });
  };
  for (const canvas of rows.all('canvases'))
    check(
      'canvases',
      canvas.id,
      !!rows.get('media', canvas.source),
      `its source ${canvas.source} has no media row`,
    );
  for (const layer of rows.all('layers')) {
    check('layers', layer.id, !!rows.get('canvases', layer.canvas), `its canvas ${layer.canvas} is missing`);
    const shown = rows.get('versions', layer.version);
    check(
      'layers',
      layer.id,
      shown?.layer === layer.id,
      `its version ${layer.version} is missing or another layer's`,
    );
  }
  for (const version of rows.all('versions')) {
    check(
      'versions',
      version.id,
      !!rows.get('layers', version.layer),
      `its layer ${version.layer} is missing`,
    );
    check(
      'versions',
      version.id,
      !!rows.get('media', version.media),
      `its media ${version.media} have no row`,
    );
  }
  for (const region of rows.all('regions'))
    check(
      'regions',
      region.id,
      !!rows.get('canvases', region.canvas),
      `its canvas ${region.canvas} is missing`,
    );
  return found;
}
