/** The line for a terminal that does what a plan does. */
import { isDeepStrictEqual } from 'node:util';
import { unwrap, type Plan, type Region, type RegionPart } from '../../contract/index.ts';
import { phraseOf, planText } from '../planner/index.ts';
import { fillPlan } from '../work/fill.ts';
import { formatNumber } from './escape.ts';
import { formatPlan } from './format.ts';

export interface CommandFiles {
  input?: string;
  out?: string;
  /** What the plan names by its content, by the names under which it is saved. */
  files?: readonly string[];
}

/**
 * For a POSIX shell. In plain words with `--point`, `--box` and `--polygon` where the planner reads just this plan
 * back from them; else with the plan's template as the text, which `vitrail run` reads as well.
 */
export function formatCommand(
  plan: Plan,
  { input = 'photo.jpg', out = 'out.png', files = [] }: CommandFiles = {},
): string {
  const { text, flags } = inWords(plan) ?? { text: unwrap(formatPlan(plan, 'template')), flags: [] };
  const others = files.map((file) => `--with ${quoteFile(file)}`);
  return [
    'vitrail',
    'run',
    quoteFile(input),
    quoteText(text),
    ...flags,
    ...others,
    '--out',
    quoteFile(out),
  ].join(' ');
}

function inWords(plan: Plan): { text: string; flags: string[] } | undefined {
  const phrases = plan.steps.map(({ invocation }) => phraseOf(invocation));
  const region = plan.steps.find(({ invocation }) => invocation.region?.parts.length)?.invocation.region;
  const flags = region ? flagsOf(region) : [];
  if (!flags || phrases.includes(undefined)) return undefined;
  const text = phrases.join(', then ');
  const read = planText(text, { hasSelection: region !== undefined, kind: 'image' });
  if (!read.ok || !read.value.plan) return undefined;
  const same = isDeepStrictEqual(
    plain(fillPlan(read.value.plan, region ? { region: { parts: region.parts } } : null)),
    plain(plan),
  );
  return same ? { text, flags } : undefined;
}

/** Without the differences that mean nothing (prototypes, fields that are undefined). */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** A region as options of the terminal; undefined where they can't say it. */
function flagsOf(region: Region): string[] | undefined {
  if (region.time || region.band || region.refine) return undefined;
  const flags = region.parts.map(flagOf);
  return flags.every((flag) => flag !== undefined) ? flags : undefined;
}

function flagOf(part: RegionPart): string | undefined {
  const list = (numbers: number[]) => numbers.map(formatNumber).join(',');
  switch (part.kind) {
    case 'point':
      return `--point ${list([part.x, part.y])}${part.sign === '-' ? ',-' : ''}`;
    case 'box':
      return part.object === undefined && !part.frames
        ? `--box ${list([part.x1, part.y1, part.x2, part.y2])}`
        : undefined;
    case 'polygon':
      return part.sign === '+' ? `--polygon ${list(part.points.flat())}` : undefined;
    case 'words':
      return part.sign ? undefined : `--words ${quoteText(part.text)}`;
    default:
      return undefined;
  }
}

/** Double quotes where they are enough, as people write them. */
const quoteText = (text: string): string => (/["$`\\!\n]/.test(text) ? quoteSingle(text) : `"${text}"`);
const quoteSingle = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

function quoteFile(path: string): string {
  const safe = path.startsWith('-') ? `./${path}` : path;
  return /^[\w@%+=:,./-]+$/.test(safe) ? safe : quoteSingle(safe);
}
