/** The list of layers as a person sees it, and what moving one in it means. */
import type { Canvas, Layer, Project } from '../../src-main/contract/document.ts';
import type { Group } from '../../src-main/contract/layers.ts';
import { layersOn } from '../../src-main/contract/stack.ts';

/** Topmost first; a group stands for its layers. */
export type Row = { kind: 'layer'; layer: Layer } | { kind: 'group'; group: Group; layers: Layer[] };

export function rowsOf(project: Project, canvas: Canvas): Row[] {
  const rows: Row[] = [];
  for (const layer of layersOn(project, canvas.id).reverse()) {
    const group = canvas.groups.find((g) => g.id === layer.group);
    const last = rows.at(-1);
    if (group && last?.kind === 'group' && last.group.id === group.id) last.layers.push(layer);
    else if (group) rows.push({ kind: 'group', group, layers: [layer] });
    else rows.push({ kind: 'layer', layer });
  }
  return rows;
}

/** From the lowest to the topmost. */
export type Order = { id: string; group: string | null }[];

export const orderOf = (project: Project, canvas: string): Order =>
  layersOn(project, canvas).map(({ id, group }) => ({ id, group }));

/** One place up or down: past a layer or a whole group, out of its group at the end of it. `null`: no farther. */
export function stepped(order: Order, id: string, by: 1 | -1): Order | null {
  const at = order.findIndex((l) => l.id === id);
  const own = order[at];
  if (!own) return null;
  const next = order[at + by];
  if (own.group !== null && next?.group !== own.group)
    return order.map((l) => (l.id === id ? { ...l, group: null } : l));
  if (!next) return null;
  const rest = order.filter((l) => l.id !== id);
  // A neighbour of another group is passed together with that group.
  const passed =
    next.group === null || next.group === own.group
      ? [next.id]
      : order.filter((l) => l.group === next.group).map((l) => l.id);
  const places = passed.map((p) => rest.findIndex((l) => l.id === p));
  const place = by > 0 ? Math.max(...places) + 1 : Math.min(...places);
  return [...rest.slice(0, place), own, ...rest.slice(place)];
}

/** A layer dropped above or below another one, in that one's group. */
export function dropped(order: Order, id: string, target: string, above: boolean): Order {
  if (id === target) return order;
  const rest = order.filter((l) => l.id !== id);
  const at = rest.findIndex((l) => l.id === target);
  if (at < 0) return order;
  const place = above ? at + 1 : at;
  return [...rest.slice(0, place), { id, group: rest[at]!.group }, ...rest.slice(place)];
}

/** A layer dropped on a group: its topmost. */
export function into(order: Order, id: string, group: string): Order {
  const rest = order.filter((l) => l.id !== id);
  const at = rest.map((l) => l.group).lastIndexOf(group);
  return [...rest.slice(0, at + 1), { id, group }, ...rest.slice(at + 1)];
}
