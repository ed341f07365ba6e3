/** A plan for other programs, and the files that it needs there. */
import { isDeepStrictEqual } from 'node:util';
import {
  unwrap,
  type Invocation,
  type Media,
  type Plan,
  type Project,
  type Selection,
} from '../../contract/index.ts';
import { collectHashes } from '../project/references.ts';
import { formatCommand, formatPlan } from '../template/index.ts';

export interface Formatted {
  text: string;
  files: { hash: string; name: string }[];
}

/** A shell takes no more than 128 KiB in one argument (Linux, MAX_ARG_STRLEN), and nobody wants to paste that. */
const LONG = 8_192;

/** @param selection what the plan's region was looked up to @throws StudioError for a plan that has no such form */
export function format(
  plan: Plan,
  form: 'template' | 'letters' | 'command' | 'json',
  project: Project | null,
  selection: Selection | null = null,
): Formatted {
  if (form === 'json') return { text: JSON.stringify(plan, null, 2), files: [] };
  if (form !== 'command') return { text: unwrap(formatPlan(plan, form)), files: [] };
  const command = (of: Plan): Formatted => {
    const files = filesOf(of, project?.media ?? []);
    return { text: formatCommand(of, { files: files.map(({ name }) => name) }), files };
  };
  const whole = command(plan);
  return whole.text.length > LONG ? command(byMask(plan, selection)) : whole;
}

/** What a plan names by its content, each under a name of its own. */
function filesOf(plan: Plan, media: readonly Media[]): Formatted['files'] {
  const named = [...collectHashes(plan, new Set())].flatMap(
    (hash) => media.find((m) => m.hash === hash) ?? [],
  );
  const counts = new Map<string, number>();
  return named.map(({ hash, kind, type }) => {
    const name = kind === 'mask' ? 'mask' : 'other';
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return {
      hash,
      name: `${name}${count > 1 ? `-${count}` : ''}.${type.split('/')[1]!.replace('jpeg', 'jpg')}`,
    };
  });
}

/** The same plan with the mask in the place of the region that it was looked up from. */
function byMask(plan: Plan, selection: Selection | null): Plan {
  if (!selection?.mask) return plan;
  const region = { parts: [{ kind: 'mask' as const, hash: selection.mask, sign: '+' as const }] };
  return {
    steps: plan.steps.map((step) =>
      isDeepStrictEqual(step.invocation.region, selection.region)
        ? { ...step, invocation: { ...step.invocation, region } as Invocation }
        : step,
    ),
  };
}
