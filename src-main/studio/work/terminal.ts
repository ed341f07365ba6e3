/** One-shot work on files, outside any project: what the terminal asks for. */
import { access, copyFile, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import {
  StudioError,
  type Handlers,
  type Hash,
  type ImageFormat,
  type Invocation,
  type Job,
  type Plan,
  type Region,
  type RegionInput,
  region as regionSchema,
  type privateRequests,
} from '../../contract/index.ts';
import * as codecs from '../../systems/codecs/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { planTurn } from '../chat/turn.ts';
import { digest } from '../media/disk.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Hosts } from '../processes/hosts.ts';
import { execute } from './execute.ts';
import { fillPhoto, fillPlan, seedPlan, sourcePlan } from './fill.ts';
import { between, type Bench, type Watch, type Workpiece } from './picture.ts';
import { findRegion } from './regions.ts';

const formats: Record<string, ImageFormat> = {
  '.png': 'png',
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.webp': 'webp',
  '.avif': 'avif',
  '.tif': 'tiff',
  '.tiff': 'tiff',
};

/** Stand-in hashes by which a region names the mask file that came with it: its own, or the place to copy from. */
const maskFileHash = '0'.repeat(64);
const sourceFileHash = '1'.repeat(64);

/** A bench in a folder that is deleted afterwards. */
class Scratch implements Bench {
  readonly hosts: Hosts;
  readonly #folder: string;
  readonly #media = new Map<string, Workpiece>();
  #next = 0;

  private constructor(hosts: Hosts, folder: string) {
    this.hosts = hosts;
    this.#folder = folder;
  }

  static async use<T>(hosts: Hosts, parent: string, work: (bench: Scratch) => Promise<T>): Promise<T> {
    const folder = await mkdtemp(join(parent, 'work-'));
    try {
      return await work(new Scratch(hosts, folder));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async staging(): Promise<string> {
    const path = join(this.#folder, String(this.#next++));
    await mkdir(path);
    return path;
  }

  /** Results are read where they lie, until the whole folder is deleted. */
  async release(): Promise<void> {}

  async read(path: string, signal: AbortSignal): Promise<Workpiece> {
    const absolute = resolve(path);
    const { media } = await this.hosts.run(
      codecs.probe,
      { file: { path: absolute }, out: await this.staging() },
      { signal, lane: 'batch' },
    );
    const { kind, width, height } = media;
    return { file: { path: absolute, key: `${this.#folder}:${absolute}` }, kind, width, height };
  }

  keepPicture(path: string, signal: AbortSignal): Promise<Workpiece> {
    return this.read(path, signal);
  }

  async keepMask(path: string): Promise<{ file: { path: string } }> {
    return { file: { path } };
  }

  async mediaFile(hash: string): Promise<Workpiece> {
    const media = this.#media.get(hash);
    if (!media)
      throw new StudioError(
        'not-found',
        'This plan names a file of a project.',
        'Give that file with --with; or a region with --mask, a photo with --photo.',
      );
    return media;
  }

  /** A file of a request, under the hash of its content. */
  async named(path: string, signal: AbortSignal): Promise<{ name: string; hash: Hash }> {
    const photo = await this.read(path, signal);
    const { hash } = await digest(photo.file.path, signal);
    this.#media.set(hash, photo);
    return { name: basename(path), hash };
  }

  /** The region of a request; a mask file becomes a part of it. */
  async region(
    input: { region?: RegionInput | undefined; maskPath?: string | undefined },
    signal: AbortSignal,
    hash = maskFileHash,
  ): Promise<Region | null> {
    const region = input.region && regionSchema.parse(input.region);
    if (!input.maskPath) return region ?? null;
    this.#media.set(hash, await this.read(input.maskPath, signal));
    const parts = [...(region?.parts ?? []), { kind: 'mask' as const, hash, sign: '+' as const }];
    return { ...region, parts };
  }
}

const selected = (region: Region | null) => region && { region };

/** Text or a plan, with the region and the other photo in it. @throws StudioError 'not-understood' … */
function planOf(
  { text, plan: given }: { text?: string | undefined; plan?: Plan | undefined },
  region: Region | null,
  photo?: { name: string; hash: Hash },
): Plan {
  if (given) return withPhoto(fillPlan(given, selected(region)), photo?.hash);
  if (text === undefined) throw new StudioError('wrong-use', 'Say what should happen.');
  const about = { selection: selected(region), kind: 'image' } as const;
  const turn = planTurn(text, { ...about, ...(photo && { photos: [photo] }) });
  if (!turn.ok) throw StudioError.from(turn.error);
  if (!turn.value.plan)
    throw new StudioError(
      'wrong-use',
      turn.value.say ?? 'That is not something to do to a file.',
      'Say an edit, such as “make it warmer”.',
    );
  if (turn.value.plan.steps.every(({ invocation }) => invocation.module === 'image-segmentation'))
    throw new StudioError(
      'wrong-use',
      'That finds a thing, but changes nothing.',
      'For its mask: vitrail segment PHOTO --point x,y (or --words "the sky") --out mask.png',
    );
  return withPhoto(turn.value.plan, photo?.hash);
}

/** @throws StudioError 'wrong-use' when no step of the plan has a use for the photo */
function withPhoto(plan: Plan, photo: Hash | undefined): Plan {
  if (photo === undefined) return plan;
  const filled = fillPhoto(plan, photo);
  if (filled.steps.some(({ invocation: { args } }) => 'photo' in args && args.photo === photo)) return filled;
  throw new StudioError(
    'wrong-use',
    'Nothing in this takes another photo.',
    'Leave --photo out, or say “replace the background” and no colour.',
  );
}

function formatOf(out: string, asked?: ImageFormat): ImageFormat {
  const format = asked ?? formats[extname(out).toLowerCase()];
  if (!format)
    throw new StudioError(
      'wrong-use',
      `I don't know the format of ${out}.`,
      `Use ${Object.keys(formats).join(', ')}, or --format.`,
    );
  return format;
}

/** @throws StudioError `wrong-use` when the result would take the place of a file that it is made from */
async function keepOriginals(given: {
  input: string;
  out: string;
  maskPath?: string | undefined;
  photoPath?: string | undefined;
  files?: readonly string[] | undefined;
  source?: { maskPath?: string | undefined } | undefined;
}) {
  const of = (path: string) => stat(path, { bigint: true }).catch(() => null); // one that is missing is no original
  const target = await of(given.out);
  for (const path of [
    given.input,
    given.maskPath,
    given.photoPath,
    given.source?.maskPath,
    ...(given.files ?? []),
  ]) {
    if (path === undefined) continue;
    const found = await of(path);
    const same = target && found && target.ino === found.ino && target.dev === found.dev;
    if (same || resolve(path) === resolve(given.out))
      throw new StudioError(
        'wrong-use',
        `The result would overwrite ${basename(path)}.`,
        'Choose another --out.',
      );
  }
}

/** The same for the place to copy from. */
function withoutSourceFile(invocation: Invocation): Invocation {
  if (invocation.command !== 'remove' || !invocation.args.source) return invocation;
  const { source, ...args } = invocation.args;
  return namesMaskFile(source) ? { ...invocation, args } : invocation;
}

const namesMaskFile = (region: Region) =>
  region.parts.some(
    (part) => part.kind === 'mask' && (part.hash === maskFileHash || part.hash === sourceFileHash),
  );

/**
 * The plan for others to read: the stand-in hash means nothing there. A region that had the mask file is left out as a
 * whole, so that the plan with the same `--mask` means the same again, and half of it is never taken for all of it.
 */
function withoutMaskFile(plan: Plan): Plan {
  return {
    steps: plan.steps.map((step) => {
      const { region, ...rest } = withoutSourceFile(step.invocation);
      if (!region || !namesMaskFile(region))
        return { ...step, invocation: { ...rest, ...(region && { region }) } };
      const everythingElse = region.inverted && { region: { ...region, parts: [] } };
      return { ...step, invocation: { ...rest, ...everythingElse } as Invocation };
    }),
  };
}

/**
 * Writes in a folder beside the target, then moves what was written there: an interrupted run leaves no half file, nor
 * what a process that ended midway had put beside its own.
 */
async function writeBeside(out: string, write: (path: string) => Promise<unknown>): Promise<string> {
  const target = resolve(out);
  await mkdir(dirname(target), { recursive: true });
  const folder = await mkdtemp(join(dirname(target), '.vitrail-'));
  try {
    const partial = join(folder, basename(target));
    await write(partial);
    await rename(partial, target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return target;
}

export function terminalHandlers(
  hosts: Hosts,
  catalogue: Catalogue,
  scratch: string,
  jobs: Jobs,
): Handlers<typeof privateRequests>['work'] {
  const packs = catalogue.packsFor('language', 'ground').map((p) => p.id);
  /** Work on one file, as a job: so that the terminal can say how far it is. */
  const asJob = <T>(
    kind: Job['kind'],
    path: string,
    outer: AbortSignal,
    work: (bench: Scratch, watch: Watch) => Promise<T>,
  ): Promise<T> => {
    const run = (watch: Watch) => Scratch.use(hosts, scratch, (bench) => work(bench, watch));
    return jobs.start({ kind, label: basename(path) }, run, outer).result;
  };
  return {
    plan: (input, signal) =>
      Scratch.use(hosts, scratch, async (bench) => {
        const kind = input.image ? (await bench.read(input.image, signal)).kind : 'image';
        const region = await bench.region(input, signal);
        const turn = planTurn(input.text, {
          selection: selected(region),
          kind: kind === 'mask' ? 'image' : kind,
        });
        if (!turn.ok) throw StudioError.from(turn.error);
        const { plan } = turn.value;
        return { ...turn.value, plan: plan && withoutMaskFile(plan) };
      }),

    run: (input, signal) =>
      asJob('plan', input.input, signal, async (bench, watch) => {
        const { signal } = watch;
        const format = formatOf(input.out, input.format);
        await keepOriginals(input);
        const picture = await bench.read(input.input, signal);
        const region = await bench.region(input, signal);
        for (const path of input.files ?? []) await bench.named(path, signal);
        const photo = input.photoPath && (await bench.named(input.photoPath, signal));
        let plan = planOf(input, region, photo || undefined);
        const source = input.source && (await bench.region(input.source, signal, sourceFileHash));
        if (source) plan = sourcePlan(plan, source);
        if (input.seed !== undefined) plan = seedPlan(plan, input.seed);
        const outcomes = await execute(plan, picture, bench, {
          watch: between(watch, 0.05, 0.9),
          catalogue,
        });
        const result = outcomes.findLast((outcome) => outcome.picture)?.picture;
        const found = outcomes.findLast((outcome) => outcome.found)?.found;
        const file = result?.file ?? found?.file ?? picture.file;
        const out = await writeBeside(input.out, (path) =>
          hosts.run(
            codecs.encodeImage,
            { file, out: path, format, quality: input.quality ?? 92 },
            { signal, lane: 'batch' },
          ),
        );
        const { media } = await hosts.run(
          codecs.probe,
          { file: { path: out }, out: await bench.staging() },
          { signal, lane: 'batch' },
        );
        return { out, plan: withoutMaskFile(plan), media: { ...media, ...(await digest(out, signal)) } };
      }),

    segment: (input, signal) =>
      asJob('segment', input.input, signal, async (bench, watch) => {
        const { signal } = watch;
        await keepOriginals(input);
        const picture = await bench.read(input.input, signal);
        const region = await bench.region(input, signal);
        if (!region)
          throw new StudioError(
            'needs-region',
            'Nothing is pointed at.',
            'Give --point, --box, --polygon or --mask.',
          );
        const found = await findRegion(picture, region, bench, between(watch, 0.05, 0.95), packs);
        const out = await writeBeside(input.out, (path) => copyFile(found.file.path, path));
        return { out, area: found.area, width: found.width, height: found.height };
      }),

    encodeMask: async (input, signal) => {
      const path = resolve(input.input);
      await access(path);
      return hosts.run(codecs.readMask, { file: { path } }, { signal, lane: 'interactive' });
    },

    decodeMask: async (input, signal) => ({
      out: await writeBeside(input.out, (path) =>
        hosts.run(codecs.writeMask, { rle: input.rle, out: path }, { signal, lane: 'interactive' }),
      ),
    }),
  };
}
