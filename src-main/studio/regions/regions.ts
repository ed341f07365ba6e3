/** Regions that a project keeps by number and name: made from selections, changed, put in order. */
import { randomUUID } from 'node:crypto';
import {
  StudioError,
  frameOf,
  groundVersion,
  mentionOf,
  say,
  type NamedRegion,
  type Plan,
  type Project,
  type Said,
  type Selection,
} from '../../contract/index.ts';
import type { Mentioned } from '../planner/mentions.ts';
import { byOrder } from '../project/edit.ts';
import type { Draft } from '../project/draft.ts';
import type { Session } from '../session/session.ts';

/** Told apart at a glance, on light and dark pictures, by people who see few colours too (after Okabe and Ito, 2008). */
const colours = ['#e69f00', '#56b4e9', '#f0e442', '#cc79a7', '#d55e00', '#009e73', '#0072b2', '#a0522d'];

type Changes = {
  [K in 'name' | 'colour' | 'hidden' | 'locked']?: NamedRegion[K] | undefined;
};

export class NamedRegions {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** @throws StudioError 'needs-region' when nothing is selected on the canvas */
  add(canvas: string, name?: string, noun = 'Region'): NamedRegion {
    const shape = this.#selected(canvas);
    const { store } = this.#session;
    const own = store.snapshot().regions.filter((region) => region.canvas === canvas);
    const number = firstFree(own.map((region) => region.number));
    const made: NamedRegion = {
      id: randomUUID(),
      canvas,
      number,
      name: name ?? nameFor(shape, own, `${noun} ${number}`),
      colour: colours[(number - 1) % colours.length]!,
      hidden: false,
      locked: false,
      order: Math.max(0, ...own.map((region) => region.order)) + 1,
      shapes: [shape],
    };
    store.act(say('saveRegion', made.name), (doc) => doc.regions.put(made));
    return made;
  }

  /** @throws StudioError 'wrong-use' for a new name or colour of a locked region */
  change(id: string, changes: Changes): void {
    const region = this.#find(id);
    if (changes.name !== undefined || changes.colour !== undefined)
      unlocked({ ...region, locked: changes.locked ?? region.locked });
    this.#act(labelOf(region, changes), (doc) =>
      doc.regions.put({
        ...region,
        name: changes.name ?? region.name,
        colour: changes.colour ?? region.colour,
        hidden: changes.hidden ?? region.hidden,
        locked: changes.locked ?? region.locked,
      }),
    );
  }

  /** @throws StudioError 'needs-region', 'wrong-use' when it is locked */
  redraw(id: string): void {
    const region = unlocked(this.#find(id));
    const shape = this.#selected(region.canvas);
    const others = region.shapes.filter(({ frame }) => frame !== shape.frame);
    this.#act(say('redrawRegion', region.name), (doc) =>
      doc.regions.put({ ...region, shapes: [...others, shape] }),
    );
  }

  move(id: string, before: string | null): void {
    const region = this.#find(id);
    const list = this.#session.store
      .snapshot()
      .regions.filter((other) => other.canvas === region.canvas && other.id !== id)
      .sort(byOrder);
    const at = before === null ? list.length : list.findIndex((other) => other.id === before);
    if (at < 0) return;
    list.splice(at, 0, region);
    this.#act(say('moveRegion', region.name), (doc) =>
      list.forEach((row, i) => row.order !== i + 1 && doc.regions.put({ ...row, order: i + 1 })),
    );
  }

  /** @throws StudioError 'wrong-use' when it is locked */
  remove(id: string): void {
    const region = unlocked(this.#find(id));
    this.#act(say('deleteRegion', region.name), (doc) => doc.regions.delete(id));
  }

  #act(label: Said, change: (doc: Draft) => void): void {
    this.#session.store.act(label, change);
  }

  /** @throws StudioError 'not-found' */
  #find(id: string): NamedRegion {
    const region = this.#session.store.snapshot().regions.find((row) => row.id === id);
    if (!region) throw new StudioError('not-found', 'That region is no longer in the project.');
    return region;
  }

  #selected(canvas: string): NamedRegion['shapes'][number] {
    const { canvas: row, version } = this.#session.focus(canvas);
    const project = this.#session.store.snapshot();
    if (!row.selection || (!row.selection.bounds && !row.selection.region.time))
      throw new StudioError(
        'needs-region',
        'Nothing is selected.',
        'Select something first, then keep it as a region.',
      );
    const ground = groundVersion(project, canvas) ?? version.id;
    return { ...row.selection, frame: frameOf(project.versions, ground) };
  }
}

/** The regions of a canvas that are awake in the picture it shows, in their order. */
export function awake(project: Project, canvas: string, version: string): (NamedRegion & Selection)[] {
  const frame = frameOf(project.versions, version);
  return project.regions
    .filter((region) => region.canvas === canvas)
    .flatMap((region) => {
      const shape = region.shapes.find((one) => one.frame === frame);
      if (!shape) return [];
      const { region: parts, mask, bounds, area } = shape;
      return [{ ...region, region: parts, mask, bounds, area }];
    });
}

/** A region as the planner knows it: what lies under its mask. */
export function mentioned({ number, name, mask, region }: NamedRegion & Selection): Mentioned[] {
  if (mask) return [{ number, name, region: { parts: [{ kind: 'mask', hash: mask, sign: '+' }] } }];
  return region.time ? [{ number, name, region }] : [];
}

/** The regions that a text speaks of, by their ids. */
export function mentionedIds(text: string, regions: readonly NamedRegion[]): string[] {
  const words = new Set((text.match(/@[\p{L}\p{N}_-]+/gu) ?? []).map((word) => word.slice(1).toLowerCase()));
  return regions
    .filter(({ number, name }) => words.has(String(number)) || words.has(mentionOf(name)))
    .map(({ id }) => id);
}

/** The region whose mask alone the first step of a plan that has a region works on. */
export function meantBy(plan: Plan, regions: readonly (NamedRegion & Selection)[]): Selection | undefined {
  const parts = plan.steps.find(({ invocation }) => invocation.region?.parts.length)?.invocation.region
    ?.parts;
  const [part] = parts ?? [];
  if (part?.kind !== 'mask' || parts!.length > 1) return undefined;
  const found = regions.find(({ mask }) => mask === part.hash);
  return found && { region: found.region, mask: found.mask, bounds: found.bounds, area: found.area };
}

function unlocked(region: NamedRegion): NamedRegion {
  if (!region.locked) return region;
  throw new StudioError('wrong-use', `The region “${region.name}” is locked.`, 'Unlock it first.');
}

function firstFree(taken: readonly number[]): number {
  let number = 1;
  while (taken.includes(number)) number++;
  return number;
}

/** "the sky" selected by words is called "sky"; anything else otherwise. */
function nameFor({ region }: Selection, own: readonly NamedRegion[], otherwise: string): string {
  const [part, ...rest] = region.parts;
  const said = part?.kind === 'words' && !rest.length && !region.inverted ? part.text : '';
  const name = said
    .replace(/^(?:the|an?|my|this) /i, '')
    .slice(0, 80)
    .trim();
  const taken = own.some((other) => other.name.toLowerCase() === name.toLowerCase());
  return name && !name.startsWith('#') && !taken ? name : otherwise;
}

function labelOf({ name }: NamedRegion, changes: Changes): Said {
  if (changes.name !== undefined) return say('renameRegion', name);
  if (changes.colour !== undefined) return say('recolourRegion', name);
  if (changes.hidden !== undefined) return say(changes.hidden ? 'hideRegion' : 'showRegion', name);
  return say(changes.locked ? 'lockRegion' : 'unlockRegion', name);
}
