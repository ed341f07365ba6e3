/** What is pointed at on each canvas: looked up, kept in the project, superseded by the next click. */
import { StudioError, say, type Region, type Selection } from '../../contract/index.ts';
import * as codecs from '../../systems/codecs/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Composer } from '../layers/composer.ts';
import type { Session } from '../session/session.ts';
import { findRegion } from '../work/regions.ts';
import { choicesOf } from './doubt.ts';
import { Refinements } from './refinements.ts';

export class Selections {
  readonly #session: Session;
  readonly #jobs: Jobs;
  readonly #catalogue: Catalogue;
  readonly #composer: Composer;
  /** The look-up under way, by canvas. */
  readonly #pending = new Map<string, AbortController>();

  readonly #refinements: Refinements;

  constructor(session: Session, jobs: Jobs, catalogue: Catalogue, composer: Composer) {
    this.#composer = composer;
    this.#session = session;
    this.#refinements = new Refinements(session);
    this.#jobs = jobs;
    this.#catalogue = catalogue;
  }

  /** @throws StudioError 'cancelled' when a later call for the same canvas came first */
  async set(canvas: string, region: Region | null, signal: AbortSignal): Promise<Selection | null> {
    this.#pending.get(canvas)?.abort();
    const mine = new AbortController();
    this.#pending.set(canvas, mine);
    try {
      const selection =
        region && (await this.#lookUp(canvas, region, AbortSignal.any([signal, mine.signal])));
      const { canvases } = this.#session.store.snapshot();
      const before = canvases.find((row) => row.id === canvas)?.selection ?? null;
      this.#refinements.looked(selection, before, !mine.signal.aborted);
      if (mine.signal.aborted) throw new StudioError('cancelled', 'Another click came first.');
      this.keep(canvas, selection);
      return selection;
    } finally {
      if (this.#pending.get(canvas) === mine) this.#pending.delete(canvas);
      if (!this.#pending.size) this.#refinements.sweep();
    }
  }

  /** Selects what a mask file shows. @throws StudioError 'bad-input' when it can't be read or doesn't fit */
  async load(canvas: string, path: string, signal: AbortSignal): Promise<{ canvases: string[] }> {
    const { media } = this.#session.focus(canvas);
    const { kind, width, height } = media;
    if (kind !== 'image' || !width || !height)
      throw new StudioError('wrong-use', 'A mask can only be loaded onto a picture.', 'Open a photo first.');
    const bench = this.#session.bench();
    const out = await bench.staging();
    try {
      const made = await bench.hosts.run(
        codecs.fitMask,
        { file: { path }, width, height, out },
        { signal, lane: 'interactive' },
      );
      const { hash } = await bench.keepMask(made.path, { width, height });
      await this.set(canvas, { parts: [{ kind: 'mask', hash: hash!, sign: '+' }] }, signal);
      return { canvases: [] };
    } finally {
      await bench.release(out);
    }
  }

  /** Keeps a selection with its canvas, outside undo. */
  keep(canvas: string, selection: Selection | null): void {
    this.#session.store.note((doc) => {
      const row = doc.canvases.get(canvas);
      if (row) doc.canvases.put({ ...row, selection });
    });
  }

  async #lookUp(canvas: string, region: Region, signal: AbortSignal): Promise<Selection> {
    const { media, layer } = this.#session.focus(canvas);
    if (media.kind !== 'image') return inTime(region, media.duration ?? 0);
    if (!region.parts.length && !region.inverted) throw new StudioError('wrong-use', 'This region is empty.');
    const bench = this.#session.bench();
    const packs = this.#catalogue.packsFor('language', 'ground').map((p) => p.id);
    const whole: Region = { parts: [{ kind: 'box', x1: 0, y1: 0, x2: 1, y2: 1 }] };
    const asked = region.parts.length ? region : whole;
    const job = this.#jobs.start(
      { kind: 'segment', label: say('looking'), canvas },
      async (watch) => {
        const picture = await this.#composer.look(canvas, watch.signal);
        watch.signal.throwIfAborted();
        return { picture, found: await findRegion(picture, asked, bench, watch, packs) };
      },
      signal,
    );
    const { picture, found } = await job.result;
    const now = this.#session.focus(canvas);
    if (now.media.hash !== media.hash || now.layer.id !== layer.id)
      throw new StudioError('cancelled', 'The picture changed meanwhile.');
    if (picture.hash) this.#session.rememberFound(picture.hash, asked, found);
    const { hash, bounds, area, doubt } = found;
    const others = doubt && choicesOf(doubt.others);
    return { region: asked, mask: hash ?? null, bounds, area, ...(others && { others }) };
  }
}

/** In a clip or a sound, a region is a span of time; its area is the share of the whole. */
function inTime(region: Region, duration: number): Selection {
  const { time } = region;
  if (!time) throw new StudioError('wrong-use', 'Drag over the timeline to choose a span of time.');
  if (time.end > duration)
    throw new StudioError('wrong-use', 'That span goes past the end.', 'Choose a span within the clip.');
  return { region, mask: null, bounds: null, area: (time.end - time.start) / duration };
}
