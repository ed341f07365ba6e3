/** The order of layers: groups lie together, and each layer has a place of its own. */
import type { Group, Layer } from '../../contract/index.ts';

/** Layers of a group brought together where its topmost one lies, numbered from 0. Only those that changed. */
export function renumbered(layers: readonly Layer[]): Layer[] {
  const together: Layer[] = [];
  for (const [index, layer] of layers.entries()) {
    if (layer.group === null) together.push(layer);
    else if (!layers.slice(index + 1).some((l) => l.group === layer.group))
      together.push(...layers.filter((l) => l.group === layer.group));
  }
  return together.map((layer, order) => ({ ...layer, order }));
}

/** Every layer at its new place and in its group; `null` when the wish isn't about exactly these layers. */
export function arranged(
  layers: readonly Layer[],
  wanted: readonly { id: string; group: string | null }[],
  groups: readonly Group[],
): Layer[] | null {
  if (new Set(wanted.map(({ id }) => id)).size !== layers.length || wanted.length !== layers.length)
    return null;
  const found = wanted.map(({ id, group }) => {
    const layer = layers.find((l) => l.id === id);
    const known = group === null || groups.some((g) => g.id === group);
    return layer && known ? { ...layer, group } : null;
  });
  return found.some((layer) => layer === null) ? null : renumbered(found as Layer[]);
}

/** "Cup copy", "Cup copy 2" … */
export function copyName(name: string, noun: string, layers: readonly Layer[]): string {
  const ending = name.lastIndexOf(` ${noun}`);
  const isCopy = ending > 0 && /^(?: \d+)?$/.test(name.slice(ending + noun.length + 1));
  const base = isCopy ? name.slice(0, ending) : name;
  const taken = new Set(layers.map((layer) => layer.name));
  for (let n = 1; ; n++) {
    const copy = n === 1 ? `${base} ${noun}` : `${base} ${noun} ${n}`;
    if (!taken.has(copy)) return copy.slice(0, 120);
  }
}
