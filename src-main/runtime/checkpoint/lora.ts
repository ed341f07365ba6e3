/**
 * Adapters by rank decomposition (Hu et al. 2021), in the three forms that people publish:
 * PEFT and diffusers (`….to_q.lora_A.weight`), diffusers of 2023 (`….processor.to_q_lora.down.weight`, in text
 * encoders `….q_proj.lora_linear_layer.down.weight`), and kohya's (`lora_unet_…_to_q.lora_down.weight`, with the layer's dots as underscores, and `.alpha`).
 */
import { open } from 'node:fs/promises';
import { StudioError } from '../../contract/index.ts';
import type { Adapter, AdapterPart, StoredTensor } from '../graph/graph.ts';
import { reader } from '../sessions/convert.ts';
import { readStrengths } from './lora-config.ts';
import { damaged, type Checkpoint } from './tensors.ts';

interface Pair {
  /** The layer as the file calls it. */
  name: string;
  down?: StoredTensor;
  up?: StoredTensor;
  alpha?: StoredTensor;
}

type Part = Exclude<keyof Pair, 'name'>;

const forms: readonly [pattern: RegExp, part: Part][] = [
  [/^(.*?)\.lora_A(?:\.\w+)?\.weight$/, 'down'],
  [/^(.*?)\.lora_B(?:\.\w+)?\.weight$/, 'up'],
  [/^(.*?)(?:\.lora(?:_linear_layer)?\.|_lora\.|\.lora_)down\.weight$/, 'down'],
  [/^(.*?)(?:\.lora(?:_linear_layer)?\.|_lora\.|\.lora_)up\.weight$/, 'up'],
  [/^(.*?)\.alpha$/, 'alpha'],
];

/** The part of a name that says which network it belongs to. */
const network =
  /^(?:lora_(?:unet|te|te1|te2|text_encoder)_|unet\.|text_encoder\.|base_model\.model\.|transformer\.)/;

/** As kohya writes a layer's name. */
const flat = (layer: string): string => layer.replace(network, '').replaceAll('.', '_');

/**
 * @param checkpoint of the adapter alone, its files counted from `firstFile` on among those of the model
 * @throws StudioError 'bad-input' when it holds no adapter, or one of another kind; 'damaged' when half of it is missing
 */
export async function readLora(checkpoint: Checkpoint, firstFile: number): Promise<Adapter> {
  const pairs = new Map<string, Pair>();
  const strange: string[] = [];
  for (const tensor of checkpoint.tensors.values()) {
    const { layer, part } = partOf(tensor.name);
    if (layer === undefined) strange.push(tensor.name);
    else {
      const key = flat(layer);
      const known = pairs.get(key) ?? { name: layer };
      if (network.exec(known.name)?.[0] !== network.exec(layer)?.[0]) throw ambiguous(known.name, layer);
      if (known[part]) throw damaged(checkpoint.files[0]!, `it says twice how ${layer} is changed`);
      pairs.set(key, { ...known, [part]: placed(tensor, firstFile) });
    }
  }
  if (![...pairs.values()].some(({ down, up }) => down ?? up))
    throw new StudioError('bad-input', 'This file holds no LoRA.', 'Choose a .safetensors file of a LoRA.');
  // Without what isn't known (DoRA's magnitudes, LyCORIS' other forms) the picture would be another one.
  if (strange[0] !== undefined)
    throw new StudioError(
      'bad-input',
      `This file is no plain LoRA: it holds ${strange[0].slice(0, 200)}.`,
      'Choose a LoRA of two matrices for each layer; DoRA, LoHa, LoKr and the like can’t be used.',
    );
  const path = checkpoint.files[0]!;
  const strengths = await readStrengths(checkpoint);
  const parts = new Map<string, AdapterPart>();
  for (const [key, { name, down, up, alpha }] of pairs) {
    const rank = down?.shape[0];
    if (!down || !up || !rank) throw damaged(path, `half of the change of ${name} is missing`);
    const said = strengths(name, rank);
    if (alpha && said !== undefined) throw damaged(path, `it says twice how strong ${name} is`);
    const factor = alpha ? (await readNumber(checkpoint, alpha, firstFile)) / rank : (said ?? 1);
    if (!Number.isFinite(factor)) throw damaged(path, `the strength of the change of ${name} is no number`);
    parts.set(key, { name, down, up, factor });
  }
  // The output projection is a list of one in the network, and not in older adapters.
  return {
    names: [...parts.values()].map(({ name }) => name),
    find: (layer) => parts.get(flat(layer)) ?? parts.get(flat(layer).replace(/_to_out_0$/, '_to_out')),
  };
}

/** The adapters of LoRAs whose files lie behind the checkpoint's. @throws as `readLora` */
export async function readLoras(checkpoint: Checkpoint, loras: readonly Checkpoint[]): Promise<Adapter[]> {
  const adapters: Adapter[] = [];
  let first = checkpoint.files.length;
  for (const lora of loras) {
    adapters.push(await readLora(lora, first));
    first += lora.files.length;
  }
  return adapters;
}

function partOf(name: string): { layer: string; part: Part } | { layer?: undefined; part?: undefined } {
  for (const [pattern, part] of forms) {
    const layer = pattern.exec(name)?.[1];
    if (layer !== undefined) return { layer: layer.replace('.processor', ''), part };
  }
  return {};
}

/** SDXL has two text encoders with layers of the same names. */
const ambiguous = (one: string, other: string): StudioError =>
  new StudioError(
    'bad-input',
    `This LoRA changes two networks whose layers have the same names: ${one} and ${other}.`,
    'Use a LoRA that was made for this very model.',
  );

/** Among the model's files, under a name of its own: two LoRAs call their tensors the same. */
const placed = (tensor: StoredTensor, firstFile: number): StoredTensor => {
  const file = tensor.file + firstFile;
  return { ...tensor, file, name: `lora-${file}/${tensor.name}` };
};

async function readNumber(
  { files }: Checkpoint,
  { file, offset, bytes, type }: StoredTensor,
  firstFile: number,
) {
  const handle = await open(files[file - firstFile]!, 'r');
  try {
    const buffer = Buffer.alloc(bytes);
    await handle.read(buffer, 0, bytes, offset);
    return bytes ? reader(type, buffer)(0) : NaN;
  } finally {
    await handle.close();
  }
}
