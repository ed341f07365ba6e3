/**
 * Adapters by rank decomposition (Hu et al. 2021), in the three forms that people publish:
 * PEFT and diffusers (`….to_q.lora_A.weight`), diffusers of 2023 (`….processor.to_q_lora.down.weight`),
 * and kohya's (`lora_unet_…_to_q.lora_down.weight`, with the layer's dots as underscores, and `.alpha`).
 */
import { open } from 'node:fs/promises';
import { StudioError } from '../../contract/index.ts';
import type { Adapter, AdapterPart, StoredTensor } from '../graph/graph.ts';
import { reader } from '../sessions/convert.ts';
import type { Checkpoint } from './tensors.ts';

interface Pair {
  down?: StoredTensor;
  up?: StoredTensor;
  alpha?: StoredTensor;
}

const forms: readonly [pattern: RegExp, part: keyof Pair][] = [
  [/^(.*?)\.lora_A(?:\.default)?\.weight$/, 'down'],
  [/^(.*?)\.lora_B(?:\.default)?\.weight$/, 'up'],
  [/^(.*?)(?:\.lora\.|_lora\.|\.lora_)down\.weight$/, 'down'],
  [/^(.*?)(?:\.lora\.|_lora\.|\.lora_)up\.weight$/, 'up'],
  [/^(.*?)\.alpha$/, 'alpha'],
];

/** The part of a name that says which network it belongs to. */
const network =
  /^(?:lora_(?:unet|te|te1|te2|text_encoder)_|unet\.|text_encoder\.|base_model\.model\.|transformer\.)/;

/** As kohya writes a layer's name. */
const flat = (layer: string): string => layer.replace(network, '').replaceAll('.', '_');

/**
 * @param checkpoint of the adapter alone, its files counted from `firstFile` on among those of the model
 * @throws StudioError 'bad-input' when it holds no adapter
 */
export async function readLora(checkpoint: Checkpoint, firstFile: number): Promise<Adapter> {
  const pairs = new Map<string, Pair>();
  for (const tensor of checkpoint.tensors.values()) {
    for (const [pattern, part] of forms) {
      const layer = pattern.exec(tensor.name)?.[1];
      if (layer === undefined) continue;
      const key = flat(layer.replace('.processor', ''));
      pairs.set(key, { ...pairs.get(key), [part]: { ...tensor, file: tensor.file + firstFile } });
      break;
    }
  }
  const parts = new Map<string, AdapterPart>();
  for (const [key, { down, up, alpha }] of pairs) {
    if (!down || !up) continue;
    const rank = down.shape[0]!;
    const factor = alpha ? (await readNumber(checkpoint, alpha, firstFile)) / rank : 1;
    parts.set(key, { down, up, factor });
  }
  if (!parts.size)
    throw new StudioError('bad-input', 'This file holds no LoRA.', 'Choose a .safetensors file of a LoRA.');
  // The output projection is a list of one in the network, and not in older adapters.
  return {
    find: (layer) => parts.get(flat(layer)) ?? parts.get(flat(layer).replace(/_to_out_0$/, '_to_out')),
  };
}

async function readNumber(
  { files }: Checkpoint,
  { file, offset, bytes, type }: StoredTensor,
  firstFile: number,
) {
  const handle = await open(files[file - firstFile]!, 'r');
  try {
    const buffer = Buffer.alloc(bytes);
    await handle.read(buffer, 0, bytes, offset);
    return reader(type, buffer)(0);
  } finally {
    await handle.close();
  }
}
