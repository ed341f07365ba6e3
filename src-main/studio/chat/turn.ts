/** From words, or template text, to a turn of the assistant. Pure: the terminal uses it without an engine. */
import type { Plan, Result, Selection, Turn } from '../../contract/index.ts';
import { planText, type PlanContext } from '../planner/index.ts';
import { looksLikeTemplate, parsePlan } from '../template/index.ts';
import { fillPlan } from '../work/fill.ts';

export interface About {
  selection: Pick<Selection, 'region'> | null;
  kind: 'image' | 'video' | 'audio' | null;
  /** What was done last, for "a bit less" and "again". */
  lastPlan?: Plan | undefined;
  /** The other photos of the project, and how large the open one is: what words may speak of. */
  photos?: PlanContext['photos'];
  size?: PlanContext['size'] | undefined;
  regions?: PlanContext['regions'];
}

/** What makes a turn of words. One that takes its time stops at the signal and tells what it has written so far. */
export type Planner = (
  text: string,
  about: About,
  watch: { signal: AbortSignal; tell(text: string): void },
) => Result<Turn> | Promise<Result<Turn>>;

/** How a command is written by who is used to commands: “/blur the sky”. */
const SLASH = /^\s*\/(?=\p{L})/u;

/** What is left beside the last thing that was worked on, where nothing is selected. */
const REST = /\b(?:the rest|everything else|all else)\b/iu;

/** Where the last step of a plan worked: its region, or its target in words. */
function lastPlace(plan: Plan | undefined): About['selection'] {
  const last = plan?.steps.at(-1)?.invocation;
  if (!last) return null;
  if (last.region) return last.region.inverted ? null : { region: last.region };
  const { target } = last.args as { target?: string };
  return target ? { region: { parts: [{ kind: 'words', text: target, sign: '+' }] } } : null;
}

/**
 * “Remove printer”, “delete bluetooth mouse”: what a system says of what is plugged in or installed, and nobody who
 * speaks of a photo has to. It never means what happens to be selected: that is asked for.
 */
const ELSEWHERE =
  /^\s*(?:please\s+)?(?:remove|delete|disconnect|eject)\s+(?:(?:bluetooth|usb|wireless|wifi|network|default|old|external)\s+)*(?:printers?|scanners?|routers?|modems?|monitors?|webcams?|keyboards?|headsets?|headphones|speakers?|devices?|drivers?|drives?|disks?|programs?|apps?|accounts?|profiles?|contacts?|users?|plug-?ins?|extensions?|shortcuts?|printer (?:drivers?|queue))(?:\s+please)?\s*[.!]*\s*$/iu;

/** "This" becomes what is selected. Fails with 'not-understood' rather than guess. */
export function planTurn(
  text: string,
  { selection: selected, kind, lastPlan, photos, size, regions }: About,
): Result<Turn> {
  const selection = selected ?? (REST.test(text) ? lastPlace(lastPlan) : null);
  const context = {
    hasSelection: selection !== null,
    kind,
    ...(lastPlan && { lastPlan }),
    ...(photos && { photos }),
    ...(size && { size }),
    ...(regions && { regions }),
  };
  const turn = looksLikeTemplate(text) ? fromTemplate(text) : planText(text.replace(SLASH, ''), context);
  if (!turn.ok || !turn.value.plan) return turn;
  return {
    ok: true,
    value: { ...turn.value, plan: fillPlan(turn.value.plan, ELSEWHERE.test(text) ? null : selection) },
  };
}

function fromTemplate(text: string): Result<Turn> {
  const parsed = parsePlan(text);
  if (!parsed.ok) return parsed;
  const say = [parsed.value.say, ...parsed.value.notices].filter(Boolean).join(' ');
  return { ok: true, value: { ...(say && { say }), plan: parsed.value.plan } };
}
