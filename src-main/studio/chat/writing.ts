/** Writes what came of a plan into the project. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import {
  StudioError,
  consumers,
  editSaid,
  planSaid,
  type Plan,
  type Said,
  type Selection,
  type StepState,
  type Version,
} from '../../contract/index.ts';
import { land, type Focus, type Landing } from '../layers/landing.ts';
import type { Draft } from '../project/draft.ts';
import type { ActionRun, ProjectStore } from '../project/store.ts';
import type { StepOutcome } from '../work/execute.ts';
import type { Found } from '../work/picture.ts';

export interface Run {
  canvas: string;
  plan: Plan;
  /** The message whose steps tell how far it is; `null`: it is one of several photos. */
  message: string | null;
  /** The version to work on, where it isn't the one shown: asked when the plan's turn has come. */
  from?: (() => string | undefined) | undefined;
  /** The layer that it is for; not given: the active one. */
  layer?: string | undefined;
  /** For one of several photos: its step of the history, and what else is written with the result. */
  among?: {
    run: ActionRun;
    label(): Said;
    done(doc: Draft, version: string | null, before: string): void;
  };
}

/** How far a message's step is. */
export function tell(store: ProjectStore, id: string | null, index: number, state: StepState): void {
  if (id === null) return;
  store.note((doc) => {
    const message = doc.messages.get(id);
    if (message)
      doc.messages.put({ ...message, steps: message.steps.map((s, i) => (i === index ? state : s)) });
  });
}

/** The rows for what a plan made, each the child of the one before, and the steps that made them. */
export function versionsOf(
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
      label: editSaid(invocation.command),
      createdAt: Date.now(),
      text: null,
    });
    return { state: 'done', version: id };
  });
  return { made, states };
}

export const undone = () => new StudioError('cancelled', 'What this began with was taken back meanwhile.');

/** One action for everything that was made, with the steps that made it. @throws StudioError 'cancelled' */
export function commit(
  store: ProjectStore,
  { canvas, plan, message, among }: Run,
  start: Focus & { ground: boolean; regions: readonly string[] },
  outcomes: readonly StepOutcome[],
  landing: Landing,
): void {
  const { made, states } = versionsOf(plan, outcomes, { layer: start.layer.id, parent: start.version.id });
  const { found, moved } = landing;
  const { selection } = start.canvas;
  const consumed = outcomes.some((o, i) => o.picture && consumers.has(plan.steps[i]!.invocation.command));

  const write = (doc: Draft) => {
    const layer = doc.layers.get(start.layer.id);
    if (!layer) throw new StudioError('cancelled', 'The picture was taken out of the project meanwhile.');
    if (!doc.versions.get(start.version.id)) throw undone();
    for (const row of made) doc.versions.put(row);
    land(doc, start, { ...layer, version: made.at(-1)!.id }, landing);
    reshape(doc, start.regions, outcomes, states);
    const row = message === null ? undefined : doc.messages.get(message);
    if (row) doc.messages.put({ ...row, steps: row.steps.map((s, i) => states[i] ?? s) });
    among?.done(doc, made.at(-1)!.id, start.version.id);
  };
  if (made.length) store.act(among?.label() ?? planSaid(plan), write, among?.run);
  else if (among) store.note((doc) => among.done(doc, null, start.version.id));
  store.note((doc) => {
    const row = doc.canvases.get(canvas);
    if (!row) return;
    if (found)
      doc.canvases.put({
        ...row,
        selection: { region: found.region, mask: found.hash ?? null, bounds: found.bounds, area: found.area },
      });
    // What the user has pointed at since the plan began is theirs.
    else if (!isDeepStrictEqual(row.selection, selection)) return;
    else if (consumed) doc.canvases.put({ ...row, selection: null });
    // What is said next of “it” is said of the copy.
    else if (moved && (moved.copy || isDeepStrictEqual(moved.from, selection?.region)))
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
