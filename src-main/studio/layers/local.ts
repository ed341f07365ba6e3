/** Regions of a canvas as regions of a layer that lies on it otherwise than pixel on pixel. */
import type { Invocation, Plan, Region, Sheet } from '../../contract/index.ts';
import { findRegion } from '../work/regions.ts';
import type { Bench, Watch, Workpiece } from '../work/picture.ts';
import type { Composer } from './composer.ts';

/** What was said in words is looked for in the layer itself. */
const onlyWords = (region: Region): boolean => region.parts.every((part) => part.kind === 'words');

/**
 * The plan with every region that was pointed at on the canvas as a mask of the layer.
 * @param look the layer as it lies on the canvas
 */
export async function onLayer(
  plan: Plan,
  sheet: Sheet,
  look: Workpiece,
  tools: { bench: Bench; composer: Composer; watch: Watch; packs: string[] },
): Promise<Plan> {
  const { bench, composer, watch, packs } = tools;
  const local = async (region: Region): Promise<Region> => {
    if (onlyWords(region)) return region;
    const found = await findRegion(look, region, bench, watch, packs);
    const { hash } = await composer.onto(found, sheet.map, sheet.size, watch.signal);
    return { parts: [{ kind: 'mask', hash: hash!, sign: '+' }] };
  };
  const steps: Plan['steps'] = [];
  for (const step of plan.steps) {
    const { invocation } = step;
    const region = invocation.region && (await local(invocation.region));
    const source = 'source' in invocation.args && invocation.args.source;
    const args = source ? { ...invocation.args, source: await local(source) } : invocation.args;
    steps.push({ ...step, invocation: { ...invocation, ...(region && { region }), args } as Invocation });
  }
  return { steps };
}
