/** The files that a command reads and writes. */
import { constants } from 'node:fs';
import { access, readFile, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { failureOf, StudioError, type ImageFormat } from '../contract/index.ts';
import type { Args } from './options.ts';

const formats: Record<string, ImageFormat> = {
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  webp: 'webp',
  avif: 'avif',
  tif: 'tiff',
  tiff: 'tiff',
};
export const formatNames = Object.keys(formats).join(', ');

/** The picture format that a word or a file's ending stands for. */
export const formatOf = (word: string): ImageFormat | undefined => {
  const name = word.toLowerCase().replace(/^\./, '');
  return Object.hasOwn(formats, name) ? formats[name] : undefined;
};

/** A text file, or stdin for `-`. @throws `not-found` and the like */
export async function readText(file: string): Promise<string> {
  if (file === '-') return text(process.stdin);
  try {
    return await readFile(resolve(file), 'utf8');
  } catch (error) {
    const { code, message, hint } = failureOf(error);
    if (code === 'not-found') throw new StudioError(code, `There is no file ${file}.`);
    throw new StudioError(
      code === 'internal' ? 'bad-input' : code,
      `${file} can't be read: ${message}`,
      hint,
    );
  }
}

const sameFile = async (a: string, b: string): Promise<boolean> => {
  const [x, y] = await Promise.all([a, b].map((path) => stat(path, { bigint: true }).catch(() => null)));
  return !!x && !!y && x.ino === y.ino && x.dev === y.dev;
};

/**
 * `--out`, as an absolute path in a folder that exists.
 * @throws `wrong-use` when it is missing, a folder, or one of the inputs: an original is never overwritten
 */
export async function outPath(args: Args, inputs: readonly string[]): Promise<string> {
  const given = args.text('out');
  if (!given) throw new StudioError('wrong-use', 'Say where the result goes.', 'Add --out FILE.');
  const out = resolve(given);
  const target = await stat(out).catch(() => null);
  if (target?.isDirectory())
    throw new StudioError('wrong-use', `${given} is a folder.`, 'Name a file in it, or use --out-dir.');
  const folder = await stat(dirname(out)).catch(() => null);
  if (!folder?.isDirectory())
    throw new StudioError(
      'wrong-use',
      `There is no folder ${dirname(out)}.`,
      'Make it first, or choose another.',
    );
  await canWrite(dirname(out));
  for (const input of inputs) {
    if (await sameFile(resolve(input), out))
      throw new StudioError(
        'wrong-use',
        `${given} is the original.`,
        'Choose another name; originals are never overwritten.',
      );
  }
  return out;
}

/** @throws `wrong-use` for a mask whose name doesn't end as what it is */
export function isPng(out: string): string {
  if (!/\.png$/i.test(out)) throw new StudioError('wrong-use', 'A mask is a PNG.', 'End --out with .png.');
  return out;
}

/** @throws `no-permission` for a folder that takes no files */
export async function canWrite(folder: string): Promise<void> {
  try {
    await access(folder, constants.W_OK);
  } catch {
    throw new StudioError(
      'no-permission',
      `Vitrail may not write to ${folder}.`,
      'Choose a folder that you may write to.',
    );
  }
}

/** What a batch works on: each file given, and each picture in a folder given, in order of name. */
export interface Inputs {
  files: string[];
  /** Files of a folder that are no pictures. */
  skipped: string[];
}

const pictures = new Set([...Object.keys(formats), 'gif']);

export async function expandInputs(given: readonly string[]): Promise<Inputs> {
  const files: string[] = [];
  const skipped: string[] = [];
  for (const path of given) {
    const found = await stat(path).catch(() => null);
    if (!found?.isDirectory()) {
      files.push(path);
      continue;
    }
    const names = (await readdir(path, { withFileTypes: true }))
      .filter((entry) => !entry.name.startsWith('.') && !entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
    for (const name of names)
      (pictures.has(extname(name).slice(1).toLowerCase()) ? files : skipped).push(join(path, name));
  }
  return { files, skipped };
}

/**
 * A name in `folder` for each input, all different. Without a format each keeps its own, unless the result has see-through
 * parts that JPEG can't hold: it becomes a PNG.
 * @throws `wrong-use` when the folder is where an original lies
 */
export async function batchNames(
  inputs: readonly string[],
  folder: string,
  { format: asked, seeThrough }: { format: ImageFormat | undefined; seeThrough: boolean },
): Promise<string[]> {
  const home = await realpath(folder);
  const taken = new Set<string>();
  const names: string[] = [];
  for (const input of inputs) {
    const from = await realpath(dirname(resolve(input))).catch(() => null);
    if (from === home)
      throw new StudioError(
        'wrong-use',
        `${input} lies in the folder of --out-dir.`,
        'Choose another folder; originals are never overwritten.',
      );
    const ending = extname(input);
    const own = formatOf(ending);
    const format = asked ?? (seeThrough && own === 'jpeg' ? 'png' : undefined);
    const suffix = format
      ? own === format
        ? ending
        : `.${format === 'jpeg' ? 'jpg' : format}`
      : own
        ? ending
        : '.png';
    const stem = basename(input, ending);
    let name = stem + suffix;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${stem}-${n}${suffix}`;
    taken.add(name.toLowerCase());
    names.push(join(home, name));
  }
  return names;
}
