/** Runs a plan: each step by the system that can do it, on the output of the step it names. */
import {
  StudioError,
  type ImageEditing,
  type Invocation,
  type Plan,
  type Region,
} from '../../contract/index.ts';
import * as classic from '../../systems/classic/index.ts';
import { modules } from '../../contract/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { cannotFind, findRegion, namedPart } from './regions.ts';
import { between, type Bench, type Found, type Watch, type Workpiece } from './picture.ts';

export interface StepOutcome {
  /** The picture after the step; absent when the step only found a region. */
  picture?: Workpiece;
  /** What an `image-segmentation` step found. */
  found?: Found & { region: Region };
}

export interface ExecuteOptions {
  watch: Watch;
  catalogue: Catalogue;
  onStep?(index: number, state: 'running' | StepOutcome): void;
}

/** Edits that change where things are; a mask found before them has to go the same way. */
const geometry = new Set(['crop', 'rotate', 'flip', 'resize']);
/** Edits that look for the main subject when nobody says what is meant. */
const aboutSubject = new Set(['blur-background', 'cut-out']);
const defaultSeed = 1;

const finders = (catalogue: Catalogue) =>
  catalogue.packsFor('image-segmentation', 'segment').map((p) => p.id);

/** @throws StudioError 'needs-pack' where no installed system does this */
function requireClassic(invocation: Invocation, catalogue: Catalogue): void {
  const who = catalogue.whoDoes(invocation);
  if (who === 'classic') return;
  const names = who.packs.map((p) => p.name);
  throw new StudioError(
    'needs-pack',
    `${modules[invocation.module].title} (“${invocation.command}”) needs a model that isn't installed.`,
    names.length
      ? `${names.join(' or ')} could do it, but this version can't install packs yet.`
      : 'No pack of this version can do it.',
    who.packs.map((p) => p.id),
  );
}

/** The region of a step, however it was said; undefined: the whole picture. */
function regionOf(
  invocation: ImageEditing | Extract<Invocation, { module: 'image-segmentation' }>,
): Region | undefined {
  if (invocation.region?.parts.length) return invocation.region;
  const target = 'target' in invocation.args ? invocation.args.target : undefined;
  if (target) return { parts: [{ kind: 'words', text: target }] };
  if (aboutSubject.has(invocation.command)) return { parts: [{ kind: 'words', text: 'subject' }] };
  return undefined;
}

/** Says at once what could only fail later, before any pixel is touched. */
function check(plan: Plan, catalogue: Catalogue): void {
  for (const { invocation } of plan.steps) {
    requireClassic(invocation, catalogue);
    if (invocation.module !== 'image-editing' && invocation.module !== 'image-segmentation') continue;
    const region = regionOf(invocation);
    const words = region?.parts.find((p) => p.kind === 'words');
    if (words && !namedPart(words.text)) throw cannotFind(words.text, finders(catalogue));
    const aspectOnly = invocation.command === 'crop' && invocation.args.aspect !== undefined;
    const needs =
      invocation.module === 'image-segmentation' ||
      (classic.needRegion.has(invocation.command) && !aspectOnly);
    if (needs && !region)
      throw new StudioError(
        'needs-region',
        `“${invocation.command}” needs to know where.`,
        'Click on the thing you mean (or draw a box around it), then say it again.',
      );
  }
}

/**
 * Runs every step in order. Regions are looked up on the picture that their step reads, so "this" is what was pointed
 * at even when an earlier step crops or turns the picture.
 * @returns one outcome a step
 * @throws StudioError of the first step that can't be done; steps before it have been reported through `onStep`
 */
export async function execute(
  plan: Plan,
  focus: Workpiece,
  bench: Bench,
  options: ExecuteOptions,
): Promise<StepOutcome[]> {
  const { watch, catalogue } = options;
  if (focus.kind !== 'image')
    throw new StudioError(
      'wrong-use',
      'This works on pictures; the open medium is ' + (focus.kind === 'audio' ? 'a sound.' : 'a clip.'),
      'Open a photo. Editing clips and sounds comes with later versions.',
    );
  check(plan, catalogue);

  const regions = await findAll(plan, focus, bench, between(watch, 0, 0.3), finders(catalogue));
  const outcomes: StepOutcome[] = [];
  for (const [index, step] of plan.steps.entries()) {
    watch.signal.throwIfAborted();
    options.onStep?.(index, 'running');
    const part = between(
      watch,
      0.3 + (0.7 * index) / plan.steps.length,
      0.3 + (0.7 * (index + 1)) / plan.steps.length,
    );
    const picture = await inputOf(step.input, focus, outcomes, bench);
    const outcome = await runStep(step.invocation, picture, regions[index], bench, part);
    if (geometry.has(step.invocation.command) && step.invocation.module === 'image-editing')
      await carryMasks(step.invocation, regions, index, bench, part);
    outcomes.push(outcome);
    options.onStep?.(index, outcome);
  }
  watch.progress(1);
  return outcomes;
}

/** All regions of a plan, looked up on the focus before the first edit. */
async function findAll(plan: Plan, focus: Workpiece, bench: Bench, watch: Watch, packs: string[]) {
  const found: ((Found & { region: Region }) | undefined)[] = [];
  const seen = new Map<string, Found>();
  for (const [index, { invocation }] of plan.steps.entries()) {
    const editing = invocation.module === 'image-editing' || invocation.module === 'image-segmentation';
    const region = editing ? regionOf(invocation) : undefined;
    if (!region) {
      found.push(undefined);
      continue;
    }
    const key = JSON.stringify(region);
    const part = between(watch, index / plan.steps.length, (index + 1) / plan.steps.length);
    const mask = seen.get(key) ?? (await findRegion(focus, region, bench, part, packs));
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

async function inputOf(
  input: Plan['steps'][number]['input'],
  focus: Workpiece,
  outcomes: StepOutcome[],
  bench: Bench,
): Promise<Workpiece> {
  if (input.from === 'media') return bench.mediaFile(input.hash);
  if (input.from === 'focus') return focus;
  // A step that only found a region passes its own input on.
  for (let i = input.step; i >= 0; i--) if (outcomes[i]?.picture) return outcomes[i]!.picture!;
  return focus;
}

async function runStep(
  invocation: Invocation,
  picture: Workpiece,
  found: (Found & { region: Region }) | undefined,
  bench: Bench,
  watch: Watch,
): Promise<StepOutcome> {
  if (invocation.module === 'image-segmentation') return { found: found! };
  if (invocation.module !== 'image-editing') throw new Error(`no system runs ${invocation.module}`);
  const seed = 'seed' in invocation.args ? (invocation.args.seed ?? defaultSeed) : defaultSeed;
  const { path } = await bench.hosts.run(
    classic.edit,
    { image: picture.file, mask: found?.file ?? null, edit: invocation, seed, out: await bench.staging() },
    {
      signal: watch.signal,
      onProgress: (done, total) => watch.progress((0.9 * done) / total),
      lane: 'batch',
    },
  );
  return { picture: await bench.keepPicture(path, watch.signal) };
}

/** Sends the masks of later steps through the same change of geometry as the picture. */
async function carryMasks(
  edit: ImageEditing,
  regions: ((Found & { region: Region }) | undefined)[],
  index: number,
  bench: Bench,
  watch: Watch,
): Promise<void> {
  const moved = new Map<string, Found>();
  for (let i = index + 1; i < regions.length; i++) {
    const region = regions[i];
    if (!region) continue;
    let mask = moved.get(region.file.path);
    if (!mask) {
      const { path } = await bench.hosts.run(
        classic.edit,
        {
          image: region.file,
          mask: regions[index]?.file ?? null,
          edit,
          seed: defaultSeed,
          out: await bench.staging(),
        },
        { signal: watch.signal, lane: 'batch' },
      );
      const { file, width, height } = await bench.keepPicture(path, watch.signal);
      mask = { ...region, file, width: width!, height: height! };
      moved.set(region.file.path, mask);
    }
    regions[i] = { ...mask, region: region.region };
  }
}
