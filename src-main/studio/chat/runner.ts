/** Runs a plan on a canvas of the open project; all that came of it is one undoable action. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import {
  StudioError,
  failureOf,
  type Failure,
  type ModuleName,
  type Plan,
  type Selection,
  type StepState,
  type Version,
} from '../../contract/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Draft } from '../project/draft.ts';
import type { ProjectStore } from '../project/store.ts';
import type { Session } from '../session/session.ts';
import { endOf } from '../session/turns.ts';
import { execute, requireClassic, type StepOutcome } from '../work/execute.ts';
import { between, type Found, type Watch } from '../work/picture.ts';
import { awake } from '../regions/regions.ts';
import { labelOf, labelOfPlan } from './labels.ts';
import { withSeed } from './seeds.ts';

/** After these, what was selected is no longer there. */
const consumesSelection = new Set([
  'remove',
  'cut-out',
  'crop',
  'rotate',
  'flip',
  'resize',
  'upscale',
  'straighten',
  'perspective',
  'extend',
]);

export interface Run {
  canvas: string;
  plan: Plan;
  /** The message whose steps tell how far it is. */
  message: string;
  /** The version to work on, where it isn't the one shown: asked when the plan's turn has come. */
  from?: (() => string | undefined) | undefined;
}

export class Runner {
  readonly #session: Session;
  readonly #catalogue: Catalogue;
  /** Plans on one canvas run one after the other: each works on what the one before it made. */
  readonly #queues = new Map<string, Promise<unknown>>();

  constructor(session: Session, catalogue: Catalogue) {
    this.#session = session;
    this.#catalogue = catalogue;
  }

  /** Why nothing can be done about a plan while no picture is open. */
  withoutPicture({ steps: [first] }: Plan): Failure {
    try {
      if (first && makesFromWords.has(first.invocation.module))
        requireClassic(first.invocation, this.#catalogue);
      return nothingOpen;
    } catch (error) {
      return failureOf(error);
    }
  }

  /** A plan that is cancelled before its turn ends at once, and those behind it keep their place. */
  run(run: Run, watch: Watch): Promise<void> {
    return this.#inTurn(run.canvas, watch, () => this.#run(run, watch));
  }

  /**
   * Runs the plan once a seed, on the same version; all that came of it is one undoable action that shows none of them.
   * @throws StudioError 'wrong-use' when nothing in the plan depends on a seed
   */
  compare(run: Run, seeds: readonly number[], watch: Watch): Promise<void> {
    return this.#inTurn(run.canvas, watch, () => this.#compare(run, seeds, watch));
  }

  #inTurn(canvas: string, watch: Watch, work: () => Promise<void>): Promise<void> {
    const before = this.#queues.get(canvas) ?? Promise.resolve();
    const mine = endOf(before, watch.signal).then(work);
    const last = Promise.allSettled([before, mine]).then(() => {
      if (this.#queues.get(canvas) === last) this.#queues.delete(canvas);
    });
    this.#queues.set(canvas, last);
    return mine;
  }

  async #run({ canvas, plan, message, from }: Run, watch: Watch): Promise<void> {
    const { store } = this.#session;
    const { layer, version, media, canvas: at } = this.#session.focus(canvas, from?.());
    const outcomes: StepOutcome[] = [];
    const named = awake(store.snapshot(), canvas, version.id).filter((region) => region.mask !== null);
    const work = execute(plan, this.#session.workpiece(media), this.#session.bench(), {
      watch,
      catalogue: this.#catalogue,
      along: await this.#masksOf(named),
      onStep: (index, state) => {
        if (state !== 'running') outcomes.push(state);
        tell(store, message, index, { state: state === 'running' ? 'running' : 'done' });
      },
    });
    const keep = () => {
      commit(
        store,
        { canvas, plan, message },
        {
          layer: layer.id,
          parent: version.id,
          selection: at.selection,
          regions: named.map((region) => region.id),
        },
        outcomes,
      );
      this.#session.dropMisfits();
    };
    try {
      await work;
    } catch (error) {
      // Steps that were done stay done when a later one fails; a cancelled plan leaves nothing behind.
      if (failureOf(error).code !== 'cancelled') keep();
      else outcomes.forEach((_, index) => tell(store, message, index, { state: 'cancelled' }));
      throw error;
    }
    keep();
  }

  async #compare(
    { canvas, plan, message, from }: Run,
    seeds: readonly number[],
    watch: Watch,
  ): Promise<void> {
    const { layer, version, media } = this.#session.focus(canvas, from?.());
    const made: Version[][] = [];
    for (const [index, seed] of seeds.entries()) {
      const part = between(watch, index / seeds.length, (index + 1) / seeds.length);
      const seeded = withSeed(plan, seed);
      const outcomes = await execute(seeded, this.#session.workpiece(media), this.#session.bench(), {
        watch: part,
        catalogue: this.#catalogue,
      });
      made.push(versionsOf(seeded, outcomes, { layer: layer.id, parent: version.id }).made);
    }
    watch.signal.throwIfAborted();
    this.#session.store.act(`Try ${labelOfPlan(plan)} ${seeds.length} times`, (doc) => {
      for (const row of made.flat()) doc.versions.put(row);
      const row = doc.messages.get(message);
      const tries = seeds.map((seed, i) => ({ seed, version: made[i]!.at(-1)!.id }));
      if (row) doc.messages.put({ ...row, tries });
    });
  }

  /** The masks of named regions as files: they go with their picture. */
  #masksOf(regions: readonly Selection[]): Promise<Found[]> {
    const bench = this.#session.bench();
    return Promise.all(
      regions.map(async ({ mask, bounds, area }) => {
        const { file, hash, width, height } = await bench.mediaFile(mask!);
        return { file, ...(hash && { hash }), width: width!, height: height!, bounds, area };
      }),
    );
  }
}

/** What begins with words alone. */
const makesFromWords = new Set<ModuleName>(['image-generation', 'video-generation', 'audio-generation']);

const nothingOpen: Failure = {
  code: 'wrong-use',
  message: 'There is nothing to work on yet.',
  hint: 'Drop a photo first, then say it again.',
};

function tell(store: ProjectStore, id: string, index: number, state: StepState): void {
  store.note((doc) => {
    const message = doc.messages.get(id);
    if (message)
      doc.messages.put({ ...message, steps: message.steps.map((s, i) => (i === index ? state : s)) });
  });
}

/** The rows for what a plan made, each the child of the one before, and the steps that made them. */
function versionsOf(
  plan: Plan,
  outcomes: readonly StepOutcome[],
  start: { layer: string; parent: string },
): { made: Version[]; states: StepState[] } {
  const made: Version[] = [];
  const states = outcomes.map((outcome, index): StepState => {
    if (!outcome.picture) return { state: 'done' };
    const { invocation } = plan.steps[index]!;
    const id = randomUUID();
    made.push({
      id,
      layer: start.layer,
      media: outcome.picture.hash!,
      parent: made.at(-1)?.id ?? start.parent,
      invocation,
      label: labelOf(invocation),
      createdAt: Date.now(),
    });
    return { state: 'done', version: id };
  });
  return { made, states };
}

/** One action for everything that was made, with the steps that made it. @throws StudioError 'cancelled' */
function commit(
  store: ProjectStore,
  { canvas, plan, message }: Run,
  start: { layer: string; parent: string; selection: Selection | null; regions: readonly string[] },
  outcomes: readonly StepOutcome[],
): void {
  const { made, states } = versionsOf(plan, outcomes, start);
  const found = outcomes.findLast((outcome) => outcome.found)?.found;
  const moved = outcomes.findLast((outcome) => outcome.moved)?.moved;
  const consumed = outcomes.some(
    (o, i) => o.picture && consumesSelection.has(plan.steps[i]!.invocation.command),
  );

  if (made.length)
    store.act(labelOfPlan(plan), (doc) => {
      const layer = doc.layers.get(start.layer);
      if (!layer) throw new StudioError('cancelled', 'The picture was taken out of the project meanwhile.');
      for (const row of made) doc.versions.put(row);
      doc.layers.put({ ...layer, version: made.at(-1)!.id });
      reshape(doc, start.regions, outcomes, states);
      const row = doc.messages.get(message);
      if (row) doc.messages.put({ ...row, steps: row.steps.map((s, i) => states[i] ?? s) });
    });
  store.note((doc) => {
    const row = doc.canvases.get(canvas);
    if (!row) return;
    if (found)
      doc.canvases.put({
        ...row,
        selection: { region: found.region, mask: found.hash ?? null, bounds: found.bounds, area: found.area },
      });
    // What the user has pointed at since the plan began is theirs.
    else if (!isDeepStrictEqual(row.selection, start.selection)) return;
    else if (consumed) doc.canvases.put({ ...row, selection: null });
    else if (moved && isDeepStrictEqual(moved.from, start.selection?.region))
      doc.canvases.put({ ...row, selection: selectionOf(moved) });
  });
}

/** Named regions get a shape in each frame that a step has made, unless they left the picture there. */
function reshape(
  doc: Draft,
  regions: readonly string[],
  outcomes: readonly StepOutcome[],
  states: readonly StepState[],
): void {
  outcomes.forEach(({ along }, step) => {
    const state = states[step]!;
    if (!along || state.state !== 'done' || !state.version) return;
    const frame = state.version;
    along.forEach((found, i) => {
      const region = doc.regions.get(regions[i]!);
      const shape = found && selectionOf(found);
      if (region && shape) doc.regions.put({ ...region, shapes: [...region.shapes, { ...shape, frame }] });
    });
  });
}

/** A thing stays selected where it went to; `null` when it left the picture. */
function selectionOf({ hash, bounds, area }: Found): Selection | null {
  if (!hash || !bounds) return null;
  return { region: { parts: [{ kind: 'mask', hash, sign: '+' }] }, mask: hash, bounds, area };
}
