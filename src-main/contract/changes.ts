/** What a transaction changed of a project, as the engine tells a page: rows, not the whole of it. */
import * as z from 'zod';
import { project, type Project } from './document.ts';
import { id } from './primitives.ts';

const { canvases, layers, versions, regions, media, messages, history } = project.shape;
const lists = { canvases, layers, versions, regions, media, messages, history };
type ListName = keyof typeof lists;
const listNames = Object.keys(lists) as ListName[];

const fields = project.pick({
  name: true,
  readOnly: true,
  warning: true,
  active: true,
  draft: true,
  undo: true,
  redo: true,
});
const fieldNames = Object.keys(fields.shape) as (keyof typeof fields.shape)[];

const key = z.union([z.string().max(128), z.int()]);
type Key = z.infer<typeof key>;
/** `put`: rows that are new or other than before; `order`: of all keys, where it isn't as before with the new at the end. */
const listChange = <T extends z.ZodType>(list: z.ZodArray<T>) =>
  z.strictObject({ put: list, gone: z.array(key), order: z.array(key).optional() });

export const projectChange = z.strictObject({
  /** Whose change it is: of the project as it was opened then. */
  opened: id,
  /** It leads from the revision before this one. */
  revision: z.int().min(1),
  fields: fields.partial(),
  lists: z
    .strictObject({
      canvases: listChange(canvases),
      layers: listChange(layers),
      versions: listChange(versions),
      regions: listChange(regions),
      media: listChange(media),
      messages: listChange(messages),
      history: listChange(history),
    })
    .partial(),
});
export type ProjectChange = z.infer<typeof projectChange>;

type Row = Record<string, unknown>;
const keyOf = (row: Row): Key => (row['id'] ?? row['hash']) as Key;

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [one, other] = [a as Row, b as Row];
  const names = Object.keys(one);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && same(one[name], other[name]))
  );
}

const sameOrder = (a: readonly Key[], b: readonly Key[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);

/** The keys as a page has them that only puts and takes away. */
function orderAfter(before: readonly Row[], put: readonly Row[], gone: readonly Key[]): Key[] {
  const away = new Set(gone);
  const known = new Set(before.map(keyOf));
  return [...[...known].filter((one) => !away.has(one)), ...put.map(keyOf).filter((one) => !known.has(one))];
}

function listBetween(before: readonly Row[], after: readonly Row[]) {
  if (before === after) return undefined;
  const old = new Map(before.map((row) => [keyOf(row), row]));
  const keys = after.map(keyOf);
  const kept = new Set(keys);
  const put = after.filter((row) => !same(row, old.get(keyOf(row))));
  const gone = [...old.keys()].filter((one) => !kept.has(one));
  const moved = !sameOrder(orderAfter(before, put, gone), keys);
  return put.length || gone.length || moved ? { put, gone, ...(moved && { order: keys }) } : undefined;
}

/** What leads from one state of an opened project to the next. Lists that are the same array aren't looked into. */
export function changeBetween(before: Project, after: Project): ProjectChange {
  const changed = fieldNames.filter((name) => before[name] !== after[name]);
  const between = listNames.flatMap((name) => {
    const change = listBetween(before[name], after[name]);
    return change ? [[name, change] as const] : [];
  });
  return {
    opened: after.opened,
    revision: after.revision,
    fields: Object.fromEntries(changed.map((name) => [name, after[name]])),
    lists: Object.fromEntries(between) as ProjectChange['lists'],
  };
}

function listAfter(
  rows: readonly Row[],
  { put, gone, order }: { put: readonly Row[]; gone: readonly Key[]; order?: readonly Key[] | undefined },
): Row[] {
  const all = new Map(rows.map((row) => [keyOf(row), row]));
  for (const one of gone) all.delete(one);
  for (const row of put) all.set(keyOf(row), row); // one that was there keeps its place
  return order ? order.map((one) => all.get(one)).filter((row) => row !== undefined) : [...all.values()];
}

/**
 * The project after a change; the same one where it has it already. Rows and lists that didn't change stay the same
 * objects. `null`: a change is missing in between, so that the whole has to be read.
 */
export function afterChange(project: Project | null, change: ProjectChange): Project | null {
  if (project?.opened !== change.opened) return null;
  if (change.revision <= project.revision) return project;
  if (change.revision !== project.revision + 1) return null;
  const changed = Object.entries(change.lists).map(([name, list]) => [
    name,
    listAfter(project[name as ListName], list!),
  ]);
  return {
    ...project,
    ...change.fields,
    ...Object.fromEntries(changed),
    revision: change.revision,
  } as Project;
}
