/** Runs a plan: each step by the system that can do it, on the output of the step it names. */
import {
  commandNames,
  StudioError,
  modules,
  movers,
  type Affine,
  type FileRef,
  type ImageEditing,
  type Invocation,
  type Plan,
  type Region,
  type StepInput,
} from '../../contract/index.ts';
import * as classic from '../../systems/classic/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { carry, movementOf, type StepRegion } from './carry.ts';
import { COPY, namedParts, regionOfWords } from './names.ts';
import { cannotFind, findRegion } from './regions.ts';
import { ofWhole } from './whole.ts';
import { between, type Bench, type Found, type Watch, type Workpiece } from './picture.ts';

export interface StepOutcome {
  /** The picture after the step; absent when the step only found a region. */
  picture?: Workpiece;
  /** What an `image-segmentation` step found. */
  found?: Found & { region: Region };
  /** Where the thing under the region `from` is after a `transform`; `copy`: where the copy of it is. */
  moved?: Found & { from: Region; copy?: true };
  /** After a step that moved things: where the masks of `along` are, in their order. */
  along?: (Found | null)[];
  /** Where the step sent the picture's pixels, where that was asked for and it sent them anywhere. */
  map?: Affine;
}

export interface ExecuteOptions {
  watch: Watch;
  catalogue: Catalogue;
  /** Masks of what is in focus that are to go with it; they take no part in the work. */
  along?: readonly Found[];
  onStep?(index: number, state: 'running' | StepOutcome): void;
  /** Told where the steps will work, before the first one does; answers whether they shall wait. */
  located?(regions: readonly StepRegion[]): boolean;
  /** Tell where each step sends the pixels of its picture. */
  follow?: boolean;
  /** What is in focus lies free on a canvas: an edit may make it larger by what it spreads beyond its sides. */
  free?: boolean;
  /** To look at: see `classic.edit`. What comes of it is a small picture; regions are looked up on the whole one. */
  by?: number;
}

/** Edits that look for the main subject when nobody says what is meant. */
const aboutSubject = new Set(['blur-background', 'replace-background', 'cut-out']);
const defaultSeed = 1;

const finders = (catalogue: Catalogue) => catalogue.packsFor('language', 'ground').map((p) => p.id);

/** @throws StudioError 'needs-pack' where no installed system does this */
export function requireClassic(invocation: Invocation, catalogue: Catalogue): void {
  const who = catalogue.whoDoes(invocation);
  if (who === 'classic') return;
  const names = who.packs.map((p) => p.name);
  throw new StudioError(
    'needs-pack',
    `${modules[invocation.module].title} (“${commandNames[invocation.command]}”) needs a model that isn't installed.`,
    names.length
      ? `This could do it, but can't be installed in this version yet: ${names.join(', ')}.`
      : 'No pack of this version can do it.',
    who.packs.map((p) => p.id),
  );
}

/** The region of a step, however it was said; undefined: the whole picture. */
export function regionOf(
  invocation: ImageEditing | Extract<Invocation, { module: 'image-segmentation' }>,
): Region | undefined {
  if (invocation.region?.parts.length) return invocation.region;
  const target = 'target' in invocation.args ? invocation.args.target : undefined;
  if (target) return regionOfWords(target);
  if (aboutSubject.has(invocation.command)) return { parts: [{ kind: 'words', text: 'subject' }] };
  return undefined;
}

/** “The copy”: what a duplicate before made. */
const isCopy = (region: Region | undefined): boolean => {
  const [part, another] = region?.parts ?? [];
  return part?.kind === 'words' && !another && !region?.inverted && part.text.toLowerCase() === COPY;
};

/** Says at once what could only fail later, before any pixel is touched. */
function check(plan: Plan, lines: readonly Lineage[], catalogue: Catalogue): void {
  for (const [index, { invocation }] of plan.steps.entries()) {
    requireClassic(invocation, catalogue);
    if (invocation.module !== 'image-editing' && invocation.module !== 'image-segmentation') continue;
    const region = regionOf(invocation);
    const words = region?.parts.find((p) => p.kind === 'words' && !namedParts(p.text));
    const copied = isCopy(region) && lines[index]!.copy !== undefined;
    if (words?.kind === 'words' && !copied) throw cannotFind(words.text, finders(catalogue));
    if (
      invocation.command === 'replace-background' &&
      invocation.args.colour === undefined &&
      invocation.args.photo === undefined
    )
      throw new StudioError(
        'wrong-use',
        'What should the new background be?',
        'Name a colour, two colours for a gradient, or another photo.',
      );
    const aspectOnly = invocation.command === 'crop' && invocation.args.aspect !== undefined;
    const needs =
      invocation.module === 'image-segmentation' ||
      (classic.needRegion.has(invocation.command) && !aspectOnly);
    if (needs && !region)
      throw new StudioError(
        'needs-region',
        `“${commandNames[invocation.command]}” needs to know where.`,
        'Click on the thing you mean (or draw a box around it), then say it again.',
      );
  }
}

/** Where a step's picture comes from, and which earlier steps moved things about on its way. */
interface Lineage {
  base: StepInput;
  moves: number[];
  /** The last step on its way that made a copy. */
  copy?: number;
}

function lineages(plan: Plan): Lineage[] {
  const found: Lineage[] = [];
  for (const { input } of plan.steps) {
    if (input.from !== 'step') {
      found.push({ base: input, moves: [] });
      continue;
    }
    const { base, moves, copy: earlier } = found[input.step]!;
    const { module, command } = plan.steps[input.step]!.invocation;
    const moved = module === 'image-editing' && movers.has(command);
    const copy = command === 'duplicate' ? input.step : earlier;
    found.push({
      base,
      moves: moved ? [...moves, input.step] : moves,
      ...(copy !== undefined && { copy }),
    });
  }
  return found;
}

/** What a step's arguments name besides its region: another region, another picture. */
interface Named {
  source?: FileRef;
  photo?: FileRef;
  /** See `ExecuteOptions`. */
  free?: boolean;
  by?: number;
}

/**
 * Runs every step in order. Regions are looked up on the picture that a step's input was made from, before any edit:
 * "this" is what was pointed at, also when an earlier step crops or turns the picture.
 * @returns one outcome a step; none where they shall wait
 * @throws StudioError of the first step that can't be done; steps before it have been reported through `onStep`
 */
export async function execute(
  asked: Plan,
  focus: Workpiece,
  bench: Bench,
  options: ExecuteOptions,
): Promise<StepOutcome[]> {
  const { watch, catalogue } = options;
  if (focus.kind !== 'image')
    throw new StudioError(
      'wrong-use',
      `This works on pictures; the open medium is ${focus.kind === 'audio' ? 'a sound' : 'a clip'}.`,
      'Open a photo. Editing clips and sounds comes with later versions.',
    );
  const plan = {
    ...asked,
    steps: asked.steps.map((step) => ({ ...step, invocation: ofWhole(step.invocation) })),
  };
  const lines = lineages(plan);
  check(plan, lines, catalogue);

  const regions = await findAll(plan, lines, focus, bench, between(watch, 0, 0.3), finders(catalogue));
  const sources = await findSources(plan, lines, focus, bench, between(watch, 0.3, 0.3), finders(catalogue));
  if (options.located?.(regions)) return [];
  const outcomes: StepOutcome[] = [];
  const share = 0.7 / plan.steps.length;
  for (const [index, { input, invocation }] of plan.steps.entries()) {
    watch.signal.throwIfAborted();
    options.onStep?.(index, 'running');
    const part = between(watch, 0.3 + share * index, 0.3 + share * (index + 1));
    const picture = await inputOf(input, plan, focus, outcomes, bench);
    const named = await namedBy(invocation, sources[index], bench);
    // Regions that are still to come lie in the picture as it is.
    const free =
      options.free === true && ![...regions, ...sources].some((r, i) => r && i % plan.steps.length > index);
    const outcome = await runStep(
      invocation,
      picture,
      regions[index],
      { ...named, free, by: picture === focus ? (options.by ?? 1) : 1 },
      bench,
      part,
    );
    const later = [...regions, ...sources].filter((region, i) => {
      const step = i % plan.steps.length;
      return region && step > index && lines[step]!.moves.includes(index);
    });
    if (invocation.module === 'image-editing') {
      const at = regions[index];
      if (options.follow && invocation.command !== 'transform' && movers.has(invocation.command))
        outcome.map = await movementOf(invocation, picture, at, bench, part);
      const grown = free ? grownBy(picture, outcome.picture) : undefined;
      if (grown) outcome.map = grown;
      const placed = invocation.command === 'transform' || invocation.command === 'duplicate';
      const own = placed && at ? { ...at } : undefined;
      if (invocation.command === 'duplicate') {
        const copies = regions.filter((r, i) => i > index && lines[i]!.copy === index && isCopy(r?.region));
        await carry([...copies, own], invocation, picture, at, bench, part);
      } else await carry([...later, own], invocation, picture, at, bench, part);
      if (own) {
        const { region: from, ...found } = own;
        const copy = invocation.command === 'duplicate' || (isCopy(from) && lines[index]!.copy !== undefined);
        outcome.moved = { ...found, from, ...(copy && { copy }) };
      }
      const along = movers.has(invocation.command) ? alongAt(input, plan, outcomes, options.along) : [];
      if (along.length) {
        outcome.along = along.map((found) => found && { ...found });
        await carry(outcome.along, invocation, picture, at, bench, part);
      }
    }
    outcomes.push(outcome);
    options.onStep?.(index, outcome);
  }
  watch.progress(1);
  return outcomes;
}

/** Where the pixels of a picture are in a larger one that as much was added to at every side. */
function grownBy(before: Workpiece, after: Workpiece | undefined): Affine | undefined {
  const x = ((after?.width ?? 0) - (before.width ?? 0)) / 2;
  const y = ((after?.height ?? 0) - (before.height ?? 0)) / 2;
  return x > 0 && y > 0 ? [1, 0, 0, 1, x, y] : undefined;
}

/** The masks that go along, as they are in a step's input. */
function alongAt(
  input: StepInput,
  plan: Plan,
  outcomes: readonly StepOutcome[],
  along: readonly Found[] = [],
): readonly (Found | null)[] {
  if (input.from === 'focus') return along;
  if (input.from === 'media') return [];
  return outcomes[input.step]?.along ?? alongAt(plan.steps[input.step]!.input, plan, outcomes, along);
}

/** All regions of a plan, each looked up on the picture at the beginning of its step's line. */
async function findAll(
  plan: Plan,
  lines: readonly Lineage[],
  focus: Workpiece,
  bench: Bench,
  watch: Watch,
  packs: string[],
): Promise<StepRegion[]> {
  const found: StepRegion[] = [];
  const seen = new Map<string, Found>();
  for (const [index, { invocation }] of plan.steps.entries()) {
    const editing = invocation.module === 'image-editing' || invocation.module === 'image-segmentation';
    const region = editing ? regionOf(invocation) : undefined;
    if (!region) {
      found.push(undefined);
      continue;
    }
    const { base, copy } = lines[index]!;
    if (isCopy(region) && copy !== undefined) {
      found.push(found[copy] && { ...found[copy], region });
      continue;
    }
    const key = JSON.stringify([base, region]);
    const part = between(watch, index / plan.steps.length, (index + 1) / plan.steps.length);
    const picture = await inputOf(base, plan, focus, [], bench);
    const mask = seen.get(key) ?? (await findRegion(picture, region, bench, part, packs));
    if (!mask.bounds)
      throw new StudioError(
        'bad-input',
        'Nothing is selected there.',
        'Click on the thing itself, or draw a box around it.',
      );
    seen.set(key, mask);
    found.push({ ...mask, region });
  }
  return found;
}

/** The second regions that arguments name, looked up as the steps' own. */
async function findSources(
  plan: Plan,
  lines: readonly Lineage[],
  focus: Workpiece,
  bench: Bench,
  watch: Watch,
  packs: string[],
): Promise<StepRegion[]> {
  const found: StepRegion[] = [];
  for (const [index, { invocation }] of plan.steps.entries()) {
    const named = 'source' in invocation.args ? invocation.args.source : undefined;
    const source = named && asPlace(named);
    const picture = source && (await inputOf(lines[index]!.base, plan, focus, [], bench));
    found.push(
      source && picture && { ...(await findRegion(picture, source, bench, watch, packs)), region: source },
    );
  }
  return found;
}

/** What to copy from is a place, not a thing: a box means all that is in it. */
const asPlace = (region: Region): Region => ({
  ...region,
  parts: region.parts.map((part) => {
    if (part.kind !== 'box') return part;
    const { x1, y1, x2, y2 } = part;
    const points: [number, number][] = [
      [x1, y1],
      [x2, y1],
      [x2, y2],
      [x1, y2],
    ];
    return { kind: 'polygon', points, sign: '+' };
  }),
});

async function namedBy(invocation: Invocation, source: StepRegion, bench: Bench): Promise<Named> {
  const hash = 'photo' in invocation.args ? invocation.args.photo : undefined;
  const photo = hash === undefined ? undefined : await bench.mediaFile(hash);
  if (photo && photo.kind !== 'image')
    throw new StudioError('wrong-use', 'Only a photo can be a background.', 'Choose a picture.');
  return { ...(source && { source: source.file }), ...(photo && { photo: photo.file }) };
}

async function inputOf(
  input: StepInput,
  plan: Plan,
  focus: Workpiece,
  outcomes: readonly StepOutcome[],
  bench: Bench,
): Promise<Workpiece> {
  if (input.from === 'media') return bench.mediaFile(input.hash);
  if (input.from === 'focus') return focus;
  // A step that only found a region passes its own input on.
  const before = plan.steps[input.step]!.input;
  return outcomes[input.step]?.picture ?? inputOf(before, plan, focus, outcomes, bench);
}

async function runStep(
  invocation: Invocation,
  picture: Workpiece,
  found: StepRegion,
  named: Named,
  bench: Bench,
  watch: Watch,
): Promise<StepOutcome> {
  if (invocation.module === 'image-segmentation') return { found: found! };
  if (invocation.module !== 'image-editing') throw new Error(`no system runs ${invocation.module}`);
  const seed = 'seed' in invocation.args ? (invocation.args.seed ?? defaultSeed) : defaultSeed;
  return { picture: await edit(picture, found?.file ?? null, invocation, named, seed, bench, watch) };
}

async function edit(
  picture: Pick<Workpiece, 'file'>,
  mask: FileRef | null,
  invocation: ImageEditing,
  named: Named,
  seed: number,
  bench: Bench,
  watch: Watch,
): Promise<Workpiece> {
  const out = await bench.staging();
  try {
    const { path } = await bench.hosts.run(
      classic.edit,
      { image: picture.file, mask, edit: invocation, ...named, seed, out },
      {
        signal: watch.signal,
        onProgress: (done, total) => watch.progress((0.9 * done) / total),
        lane: 'batch',
      },
    );
    return await bench.keepPicture(path, watch.signal);
  } finally {
    await bench.release(out);
  }
}
