/** The photographs that come with the studio. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { StudioError, sample, type Sample } from '../../contract/index.ts';

const listed = z.array(sample.extend({ file: z.string().regex(/^[\w.-]+$/) }));

export interface Samples {
  list: Sample[];
  /** @throws StudioError 'not-found' */
  pathOf(id: string): string;
}

/** Reads `samples/samples.json` of the assets folder. */
export function readSamples(assets: string): Samples {
  const folder = join(assets, 'samples');
  const entries = listed.parse(JSON.parse(readFileSync(join(folder, 'samples.json'), 'utf8')));
  return {
    list: entries.map(({ file: _file, ...entry }) => entry),
    pathOf(id) {
      const entry = entries.find((e) => e.id === id);
      if (!entry) throw new StudioError('not-found', 'There is no such sample.');
      return join(folder, entry.file);
    },
  };
}
