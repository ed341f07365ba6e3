/** Who can do what: the classic engine, and the packs that `models/` describes. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pack as packSchema, type Invocation, type Pack } from '../../contract/index.ts';
import { edits } from '../../systems/classic/index.ts';

export interface Catalogue {
  /** Every pack that is known, by name. */
  packs: Pack[];
  /** The packs that do a command of a module. */
  packsFor(module: Invocation['module'], command: string): Pack[];
  /** What would run an invocation here: the built-in engine, or one of these packs. */
  whoDoes(invocation: Invocation): 'classic' | { packs: Pack[] };
}

const isClassic = ({ module, command }: Invocation): boolean =>
  module === 'image-segmentation' ||
  (module === 'image-editing' && (edits as readonly string[]).includes(command));

/** Reads every manifest of a folder (`*.json`, one a pack). @throws when one breaks the schema (a bug) */
export function createCatalogue(folder: string): Catalogue {
  const packs = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => packSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
    .sort((a, b) => a.name.localeCompare(b.name));
  const packsFor: Catalogue['packsFor'] = (module, command) =>
    packs.filter((pack) => pack.does.includes(`${module}/${command}`));
  return {
    packs,
    packsFor,
    whoDoes: (invocation) =>
      isClassic(invocation) ? 'classic' : { packs: packsFor(invocation.module, invocation.command) },
  };
}
