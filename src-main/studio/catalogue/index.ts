/** The packs that exist: weights somebody published, and who can do what. One manifest a pack in `models/`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  StudioError,
  failureOf,
  pack as packSchema,
  type Invocation,
  type Pack,
} from '../../contract/index.ts';
import { edits } from '../../systems/classic/index.ts';

export interface Catalogue {
  /** By name. */
  readonly packs: readonly Pack[];
  /** The packs that could do a command of a module, the smallest download first. */
  packsFor(module: string, command: string): Pack[];
  /** What does it here and now: the engine that needs no weights, or one of these packs. */
  whoDoes(invocation: Pick<Invocation, 'module' | 'command'>): 'classic' | { packs: Pack[] };
}

const classic: ReadonlySet<string> = new Set([
  ...edits.map((edit) => `image-editing/${edit}`),
  'image-segmentation/segment',
]);

/**
 * @param folder where the manifests lie, `<id>.json` each
 * @throws StudioError 'damaged' for a manifest that can't be read; 'not-found' without the folder
 */
export function createCatalogue(folder: string): Catalogue {
  const packs = listManifests(folder)
    .map((name) => readManifest(folder, name))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));

  const packsFor = (module: string, command: string): Pack[] =>
    packs
      .filter((pack) => pack.does.includes(`${module}/${command}`))
      .sort((a, b) => a.download - b.download);

  return {
    packs,
    packsFor,
    whoDoes: ({ module, command }) =>
      classic.has(`${module}/${command}`) ? 'classic' : { packs: packsFor(module, command) },
  };
}

function listManifests(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch (error) {
    throw StudioError.from(failureOf(error));
  }
}

function readManifest(folder: string, name: string): Pack {
  const damaged = (why: string) =>
    new StudioError('damaged', `The catalogue's ${name} can't be read: ${why}`, 'Install Vitrail again.');
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  } catch (error) {
    throw damaged(error instanceof Error ? error.message : String(error));
  }
  const parsed = packSchema.safeParse(json);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    throw damaged(`${path.join('.')}: ${message}`);
  }
  if (`${parsed.data.id}.json` !== name) throw damaged(`it calls itself “${parsed.data.id}”.`);
  return parsed.data;
}
