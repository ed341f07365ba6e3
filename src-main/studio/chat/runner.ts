/** Runs a plan on a canvas of the open project; all that came of it is one undoable action. */
import { randomUUID } from 'node:crypto';
import { failureOf, type Plan, type Selection, type StepState, type Version } from '../../contract/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Session } from '../session/session.ts';
import { execute, type StepOutcome } from '../work/execute.ts';
import type { Watch } from '../work/picture.ts';
import { labelOf, labelOfPlan } from './labels.ts';
import type { Selections } from './selection.ts';

/** After these, what was selected is no longer there. */
const consumesSelection = new Set(['remove', 'cut-out', 'crop', 'rotate', 'flip', 'resize']);

export class Runner {
  readonly #session: Session;
  readonly #selections: Selections;
  readonly #catalogue: Catalogue;
  /** Plans on one canvas run one after the other: each works on what the one before it made. */
  readonly #queues = new Map<string, Promise<unknown>>();

  constructor(session: Session, selections: Selections, catalogue: Catalogue) {
    this.#session = session;
    this.#selections = selections;
    this.#catalogue = catalogue;
  }

  run(
    canvas: string,
    plan: Plan,
    watch: Watch,
    onStep: (index: number, state: StepState) => void,
  ): Promise<void> {
    const before = this.#queues.get(canvas) ?? Promise.resolve();
    const mine = before.then(
      () => this.#run(canvas, plan, watch, onStep),
      () => this.#run(canvas, plan, watch, onStep),
    );
    this.#queues.set(canvas, mine);
    return mine;
  }

  async #run(canvas: string, plan: Plan, watch: Watch, onStep: (index: number, state: StepState) => void) {
    watch.signal.throwIfAborted();
    const { layer, version, media } = this.#session.focus(canvas);
    const store = this.#session.store;
    const made: Version[] = [];
    const states: StepState[] = plan.steps.map(() => ({ state: 'waiting' }));
    const tell = (index: number, state: StepState) => onStep(index, (states[index] = state));
    let selection: Selection | null | undefined;

    const keep = (index: number, outcome: StepOutcome) => {
      const { invocation } = plan.steps[index]!;
      if (outcome.found) selection = selectionOf(outcome.found);
      if (!outcome.picture) return tell(index, { state: 'done' });
      if (consumesSelection.has(invocation.command)) selection = null;
      made.push({
        id: randomUUID(),
        layer: layer.id,
        media: outcome.picture.hash!,
        parent: made.at(-1)?.id ?? version.id,
        invocation,
        label: labelOf(invocation),
        createdAt: Date.now(),
      });
      tell(index, { state: 'done', version: made.at(-1)!.id });
    };

    /** One action for everything that was made; nothing when nothing was. */
    const commit = () => {
      const last = made.at(-1);
      if (last)
        store.act(labelOfPlan(plan), (doc) => {
          for (const row of made) doc.versions.put(row);
          doc.layers.put({ ...doc.layers.get(layer.id)!, version: last.id });
        });
      if (selection !== undefined) this.#selections.keep(canvas, selection);
    };

    try {
      await execute(plan, this.#session.workpiece(media), this.#session.bench(), {
        watch,
        catalogue: this.#catalogue,
        onStep: (index, state) => (state === 'running' ? tell(index, { state }) : keep(index, state)),
      });
    } catch (error) {
      // Steps that were done stay done when a later one fails; a cancelled plan leaves nothing behind.
      if (failureOf(error).code !== 'cancelled') commit();
      else states.forEach((s, i) => s.state === 'done' && tell(i, { state: 'cancelled' }));
      throw error;
    }
    commit();
  }
}

const selectionOf = (found: NonNullable<StepOutcome['found']>): Selection => ({
  region: found.region,
  mask: found.hash ?? null,
  bounds: found.bounds,
  area: found.area,
});
