/** Runs a plan on a canvas of the open project; all that came of it is one undoable action. */
import { isDeepStrictEqual } from 'node:util';
import {
  StudioError,
  failureOf,
  type Failure,
  layersOn,
  planSaid,
  say,
  type Message,
  type ModuleName,
  isMover,
  type Plan,
  type PlanStep,
  type Selection,
  type Trial,
  type Version,
} from '../../contract/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Composer } from '../layers/composer.ts';
import { isLayered, land, landingOf, type Focus } from '../layers/landing.ts';
import { refuseLocked } from '../layers/act.ts';
import { onLayer } from '../layers/local.ts';
import type { Session } from '../session/session.ts';
import { endOf } from '../session/turns.ts';
import type { StepRegion } from '../work/carry.ts';
import { execute, requireClassic, type StepOutcome } from '../work/execute.ts';
import { between, type Found, type Watch } from '../work/picture.ts';
import * as classic from '../../systems/classic/index.ts';
import { awake } from '../regions/regions.ts';
import { doubtOf } from './doubt.ts';
import { withSeed } from './seeds.ts';
import { commit, tell, undone, versionsOf, type Run } from './writing.ts';

export type { Run } from './writing.ts';

export class Runner {
  readonly #session: Session;
  readonly #catalogue: Catalogue;
  readonly #composer: Composer;
  /** Plans on one canvas run one after the other: each works on what the one before it made. */
  readonly #queues = new Map<string, Promise<unknown>>();

  constructor(session: Session, catalogue: Catalogue, composer: Composer) {
    this.#session = session;
    this.#catalogue = catalogue;
    this.#composer = composer;
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

  async #run(run: Run, outer: Watch): Promise<void> {
    const { store } = this.#session;
    const sheet = this.#session.focus(run.canvas, { layer: run.layer, version: run.from?.() });
    refuseLocked(sheet.canvas, sheet.layer);
    // Undo may take back what this works on: then nothing may land, or the old picture would be back by it.
    const takenBack = new AbortController();
    const forget = store.onChange(() => {
      if (!store.snapshot().versions.some((v) => v.id === sheet.version.id)) takenBack.abort(undone());
    });
    const watch = { ...outer, signal: AbortSignal.any([outer.signal, takenBack.signal]) };
    try {
      await this.#work(run, sheet, watch);
    } finally {
      forget();
    }
  }

  async #work(run: Run, sheet: Focus, watch: Watch): Promise<void> {
    const { canvas, plan, message } = run;
    const { store } = this.#session;
    const outcomes: StepOutcome[] = [];
    const bench = this.#session.bench();
    const own = await this.#local(plan, sheet, watch);
    // Named regions lie on the canvas: they go where its lowest layer goes.
    const ground = this.#isGround(sheet);
    const awakeNow = ground ? awake(store.snapshot(), canvas, sheet.version.id) : [];
    const named = awakeNow.filter((region) => region.mask !== null);
    const work = execute(own, this.#session.workpiece(sheet.media), bench, {
      watch,
      catalogue: this.#catalogue,
      along: await this.#masksOf(named),
      follow: isLayered(store.snapshot(), sheet),
      free: isFree(sheet),
      located: (regions) => this.#locate(run, sheet, regions),
      onStep: (index, state) => {
        if (state !== 'running') outcomes.push(state);
        tell(store, message, index, { state: state === 'running' ? 'running' : 'done' });
      },
    });
    const keep = async () => {
      const landing = await landingOf(sheet, own, outcomes, this.#composer, bench, watch.signal);
      commit(store, run, { ...sheet, ground, regions: named.map((region) => region.id) }, outcomes, landing);
      this.#session.dropMisfits();
    };
    let failure = await reasonOf(work);
    // It waits for the person to choose.
    if (failure === null && !outcomes.length) return;
    // Steps that were done stay done when a later one fails; a cancelled plan leaves nothing behind.
    if (!isCancelled(failure)) failure = (await reasonOf(keep())) ?? failure;
    if (isCancelled(failure))
      outcomes.forEach((_, index) => tell(store, message, index, { state: 'cancelled' }));
    if (failure !== null) throw failure;
  }

  /** Tells what isn't sure of where a plan will work; answers whether it shall wait. */
  #locate(
    { canvas, plan, message }: Run,
    { still, canvas: { selection: seen } }: Focus,
    regions: readonly StepRegion[],
  ): boolean {
    // On a layer that lies elsewhere the masks are those of the layer: nothing on the canvas could be chosen by them.
    if (message === null) return false;
    // What was selected before was seen before.
    const unseen = regions.map((found) =>
      isDeepStrictEqual(found?.region, seen?.region) ? undefined : found,
    );
    const doubt = still ? doubtOf(plan, unseen) : null;
    this.#session.store.note((doc) => {
      const row = doc.messages.get(message);
      if (row && (row.doubt || doubt)) doc.messages.put({ ...row, doubt: doubt ?? settledBy(row) });
      const [taken] = doubt?.choices ?? [];
      const shown = doubt?.held ? doc.canvases.get(canvas) : undefined;
      if (shown && taken)
        doc.canvases.put({ ...shown, selection: { region: regions[doubt!.steps[0]!]!.region, ...taken } });
    });
    return doubt?.held ?? false;
  }

  /** The plan with what was pointed at on the canvas as regions of the layer: the same where it lies pixel on pixel. */
  async #local(plan: Plan, sheet: Focus, watch: Watch): Promise<Plan> {
    if (sheet.still) return plan;
    const look = await this.#composer.look(sheet.canvas.id, watch.signal, sheet.layer.id);
    const packs = this.#catalogue.packsFor('language', 'ground').map((p) => p.id);
    const tools = { bench: this.#session.bench(), composer: this.#composer, packs };
    return onLayer(plan, sheet, look, { ...tools, watch: between(watch, 0, 0) });
  }

  /** Whether it gives the canvas its geometry. */
  #isGround({ layer, still, canvas }: Focus): boolean {
    return still && layer.id === layersOn(this.#session.store.snapshot(), canvas.id)[0]?.id;
  }

  /**
   * What the plan would make, which nothing keeps: as small as it is shown where that looks the same.
   * @param by how many of the canvas' pixels, each way, one of the screen shows
   * @throws StudioError 'wrong-use' when that is no picture
   */
  async tryOut(run: Run, by: number, watch: Watch): Promise<Trial> {
    const { store } = this.#session;
    const sheet = this.#session.focus(run.canvas, { layer: run.layer, version: run.from?.() });
    const own = await this.#local(run.plan, sheet, watch);
    const follow = isLayered(store.snapshot(), sheet);
    const free = isFree(sheet);
    const small = free || (follow && own.steps.some(moves)) ? 1 : shownBy(own, sheet, by);
    const bench = this.#session.bench();
    const outcomes = await execute(own, this.#session.workpiece(sheet.media), bench, {
      watch,
      catalogue: this.#catalogue,
      follow,
      free,
      by: small,
    });
    const picture = outcomes.findLast((outcome) => outcome.picture)?.picture;
    if (!picture?.hash) throw new StudioError('wrong-use', 'This plan makes no picture.');
    const landing = await landingOf(sheet, own, outcomes, this.#composer, bench, watch.signal);
    const { width = 1, height = 1 } = picture;
    const size =
      small > 1 && !own.steps.some(moves) ? sheet.size : { width: width * small, height: height * small };
    const start = { ...sheet, ground: this.#isGround(sheet) };
    const placed = store.imagine((doc) => {
      land(doc, start, doc.layers.get(sheet.layer.id)!, landing);
      const layers = doc.layers.all().filter((layer) => layer.canvas === run.canvas);
      return { layers, frame: doc.canvases.get(run.canvas)!.frame };
    });
    return { layer: sheet.layer.id, picture: picture.hash, size, ...placed };
  }

  async #compare(
    { canvas, plan, message, from, layer: onto }: Run,
    seeds: readonly number[],
    watch: Watch,
  ): Promise<void> {
    const sheet = this.#session.focus(canvas, { layer: onto, version: from?.() });
    const { layer, version, media } = sheet;
    refuseLocked(sheet.canvas, layer);
    const own = await this.#local(plan, sheet, watch);
    const made: Version[][] = [];
    for (const [index, seed] of seeds.entries()) {
      const part = between(watch, index / seeds.length, (index + 1) / seeds.length);
      const seeded = withSeed(own, seed);
      const outcomes = await execute(seeded, this.#session.workpiece(media), this.#session.bench(), {
        watch: part,
        catalogue: this.#catalogue,
      });
      made.push(versionsOf(seeded, outcomes, { layer: layer.id, parent: version.id }).made);
    }
    watch.signal.throwIfAborted();
    this.#session.store.act(say('tryPlan', planSaid(plan), seeds.length), (doc) => {
      for (const row of made.flat()) doc.versions.put(row);
      const row = message === null ? undefined : doc.messages.get(message);
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

/** What is drawn beyond the sides of a layer that lies free on the canvas has room there. */
const isFree = ({ still, media }: Focus): boolean => !still && media.alpha === true;

const moves = ({ invocation }: PlanStep): boolean => isMover(invocation);

/** Longer sides below this are not worth another size: at their least, some reaches are numbers of pixels. */
const LEAST_SHOWN = 1000;

/** How many of a layer's pixels may become one when a plan is tried. Steps after one that moves things need them all. */
function shownBy({ steps }: Plan, { map, size }: Focus, by: number): number {
  const alike = steps.every(
    ({ invocation }) => invocation.module === 'image-editing' && classic.alikeSmall.has(invocation.command),
  );
  if (!alike || (steps.length > 1 && steps.some(moves))) return 1;
  const scale = Math.sqrt(Math.abs(map[0] * map[3] - map[1] * map[2]));
  const most = Math.max(size.width, size.height) / LEAST_SHOWN;
  return Math.max(1, Math.floor(Math.min(by / scale, most)));
}

/** What begins with words alone. */
const makesFromWords = new Set<ModuleName>(['image-generation', 'video-generation', 'audio-generation']);

const nothingOpen: Failure = {
  code: 'wrong-use',
  message: 'There is nothing to work on yet.',
  hint: 'Drop a photo first, then say it again.',
};

/** The person has chosen: what else there was to choose from stays. */
const settledBy = ({ doubt }: Message): Message['doubt'] => doubt && { ...doubt, held: false };

/** Why it failed; `null`: it didn't. */
const reasonOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error ?? new Error('failed'),
  );
const isCancelled = (error: unknown) => error !== null && failureOf(error).code === 'cancelled';
