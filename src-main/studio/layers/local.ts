/** Regions of a canvas as regions of a layer that lies on it otherwise than pixel on pixel. */
import type { Invocation, Plan, Region, Sheet } from '../../contract/index.ts';
import { moveOnLayer, type MoveArgs, type Thing } from './moving.ts';
import { findRegion } from '../work/regions.ts';
import type { Bench, Watch, Workpiece } from '../work/picture.ts';
import type { Composer } from './composer.ts';

/** What was said in words is looked for in the layer itself. */
const onlyWords = (region: Region): boolean => region.parts.every((part) => part.kind === 'words');

/**
 * The plan with every region that was pointed at on the canvas as a mask of the layer, and every way that a thing is
 * to go on the canvas as one on the layer.
 * @param look the layer as it lies on the canvas
 */
export async function onLayer(
  plan: Plan,
  sheet: Sheet,
  look: Workpiece,
  tools: { bench: Bench; composer: Composer; watch: Watch; packs: string[] },
): Promise<Plan> {
  const { bench, composer, watch, packs } = tools;
  const local = async (region: Region): Promise<{ region: Region; thing: Thing | null }> => {
    if (onlyWords(region)) return { region, thing: null };
    const found = await findRegion(look, region, bench, watch, packs);
    const { hash, bounds } = await composer.onto(found, sheet.map, sheet.size, watch.signal);
    const thing = found.bounds && bounds && { onCanvas: found.bounds, onLayer: bounds };
    return { region: { parts: [{ kind: 'mask', hash: hash!, sign: '+' }] }, thing };
  };
  const { width = 1, height = 1 } = look;
  const argsOf = async (invocation: Invocation, found: { thing: Thing | null } | undefined) => {
    const source = 'source' in invocation.args && invocation.args.source;
    if (source) return { ...invocation.args, source: (await local(source)).region };
    if (invocation.command !== 'transform' && invocation.command !== 'duplicate') return invocation.args;
    const args = invocation.args as MoveArgs;
    return moveOnLayer(args, sheet.map, { width, height }, sheet.size, found?.thing ?? null);
  };
  const steps: Plan['steps'] = [];
  for (const step of plan.steps) {
    const { invocation } = step;
    const found = invocation.region && (await local(invocation.region));
    const region = found && { region: found.region };
    const args = await argsOf(invocation, found);
    steps.push({ ...step, invocation: { ...invocation, ...region, args } as Invocation });
  }
  return { steps };
}
