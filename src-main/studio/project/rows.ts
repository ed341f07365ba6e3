/** The rows of a project in memory: every table's schema, and what a transaction does to them. */
import * as z from 'zod';
import {
  canvas,
  layer,
  media,
  message,
  namedRegion,
  selection,
  version,
  type Project,
} from '../../contract/index.ts';

/**
 * What each table of the file holds. A selection is a row of its own, by its canvas' id: undoing a change of the
 * canvas then leaves it alone, and undoing the canvas' removal finds it again.
 */
export const schemas = {
  canvases: canvas.omit({ selection: true, view: true }),
  layers: layer,
  versions: version,
  regions: namedRegion,
  media,
  messages: message,
  selections: selection,
  /** `id`, `name`, `active` and `draft` of the project; `view <canvas>`: how its layers are looked at. */
  fields: z.strictObject({ value: z.string().nullable() }),
} as const;
export type TableName = keyof typeof schemas;
export type RowOf<T extends TableName> = z.output<(typeof schemas)[T]>;
/** What a row may leave out is as usual. */
export type NewRow<T extends TableName> = z.input<(typeof schemas)[T]>;
export const tableNames = Object.keys(schemas) as TableName[];

/** The tables that undo and redo change, and that nothing else than an action may change. */
export const undoable = ['canvases', 'layers', 'versions', 'regions'] as const satisfies TableName[];
export const isUndoable = (table: TableName): boolean => (undoable as readonly TableName[]).includes(table);

/** One row before and after; `null`: not there. */
export interface Change {
  table: TableName;
  id: string;
  before: unknown;
  after: unknown;
}

/** A row as the schema reads it, frozen. @throws ZodError; Error when it isn't the row of this id */
export function parseRow<T extends TableName>(table: T, id: string, row: unknown): RowOf<T> {
  const parsed = schemas[table].parse(row) as RowOf<T>;
  const own = 'id' in parsed ? parsed.id : 'hash' in parsed ? parsed.hash : id;
  if (own !== id) throw new Error(`row ${own} lies under ${id} in ${table}`);
  return deepFreeze(parsed);
}

/** All rows. A deleted row keeps its place (`null`), so that undo puts it back where it was. */
export class Rows {
  readonly #tables = Object.fromEntries(tableNames.map((name) => [name, new Map()])) as Record<
    TableName,
    Map<string, unknown>
  >;

  get<T extends TableName>(table: T, id: string): RowOf<T> | undefined {
    return (this.#tables[table].get(id) ?? undefined) as RowOf<T> | undefined;
  }

  /** `[id, row]` in the order in which the ids first appeared. */
  entries<T extends TableName>(table: T): [string, RowOf<T>][] {
    return [...this.#tables[table]].filter(([, row]) => row !== null) as [string, RowOf<T>][];
  }

  all<T extends TableName>(table: T): RowOf<T>[] {
    return this.entries(table).map(([, row]) => row);
  }

  /** `row` must have gone through `parseRow`, or be `null`. */
  set(table: TableName, id: string, row: unknown): void {
    this.#tables[table].set(id, row);
  }

  /** The same with these changes; rows are shared. */
  with(changes: readonly Change[]): Rows {
    const copy = new Rows();
    for (const table of tableNames) copy.#tables[table] = new Map(this.#tables[table]);
    copy.apply(changes);
    return copy;
  }

  apply(changes: readonly Change[]): void {
    for (const { table, id, after } of changes) this.set(table, id, after);
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}

/** Changes one after the other as one: of each row the first before and the last after. */
export function inOne(changes: readonly Change[]): Change[] {
  const rows = new Map<string, Change>();
  for (const change of changes) {
    const key = `${change.table} ${change.id}`;
    rows.set(key, { ...change, before: (rows.get(key) ?? change).before });
  }
  return [...rows.values()];
}

export type Lists = Pick<
  Project,
  'canvases' | 'layers' | 'versions' | 'regions' | 'media' | 'messages' | 'history'
>;

/** The lists of a project that a table has a part in. */
export const listsOf: Record<TableName, readonly (keyof Lists)[]> = {
  canvases: ['canvases'],
  layers: ['layers'],
  versions: ['versions'],
  regions: ['regions'],
  media: ['media'],
  messages: ['messages'],
  selections: ['canvases'],
  fields: ['canvases'], // their views
};
