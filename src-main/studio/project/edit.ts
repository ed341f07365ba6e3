/** A transaction in the making: a `Draft` over the rows as they are. Nothing changes until its changes are applied. */
import { isDeepStrictEqual } from 'node:util';
import { canvasView, type Canvas, type CanvasView, type NewCanvas } from '../../contract/index.ts';
import type { Draft, Table } from './draft.ts';
import { parseRow, type Change, type NewRow, type RowOf, type Rows, type TableName } from './rows.ts';

export class Edit implements Draft {
  readonly canvases: Draft['canvases'];
  readonly layers: Draft['layers'];
  readonly versions: Draft['versions'];
  readonly regions: Draft['regions'];
  readonly media: Table<RowOf<'media'>>;
  readonly messages: Draft['messages'];
  readonly #rows: Rows;
  readonly #changes = new Map<string, Change>();

  constructor(rows: Rows) {
    this.#rows = rows;
    this.canvases = this.#canvases();
    this.layers = this.#table('layers', (id) => {
      for (const version of this.versions.all()) if (version.layer === id) this.versions.delete(version.id);
    });
    this.versions = this.#table('versions');
    this.regions = this.#table('regions');
    this.media = this.#table('media');
    this.messages = this.#table('messages');
  }

  /** What differs from the rows below. */
  changes(): Change[] {
    return [...this.#changes.values()].filter(({ before, after }) => !isDeepStrictEqual(before, after));
  }

  get active(): string | null {
    const chosen = this.#field('active');
    if (chosen === null || this.get('canvases', chosen)) return chosen;
    // Undone or removed. The choice itself is kept, for when the canvas comes back.
    return this.canvases.all().sort(byOrder).at(-1)?.id ?? null;
  }
  set active(canvas: string | null) {
    this.#setField('active', canvas);
  }
  get draft(): string {
    return this.#field('draft') ?? '';
  }
  set draft(text: string) {
    this.#setField('draft', text);
  }
  get name(): string {
    return this.#field('name') ?? '';
  }
  set name(name: string) {
    this.#setField('name', name);
  }

  #field(id: string): string | null {
    return this.get('fields', id)?.value ?? null;
  }
  #setField(id: string, value: string | null): void {
    this.#set('fields', id, { value });
  }

  get<T extends TableName>(table: T, id: string): RowOf<T> | undefined {
    const change = this.#changes.get(`${table} ${id}`);
    return change ? ((change.after ?? undefined) as RowOf<T> | undefined) : this.#rows.get(table, id);
  }

  all<T extends TableName>(table: T): RowOf<T>[] {
    if (!this.#changes.size) return this.#rows.all(table);
    const ids = new Set(this.#rows.entries(table).map(([id]) => id));
    for (const change of this.#changes.values()) if (change.table === table) ids.add(change.id);
    return [...ids].map((id) => this.get(table, id)).filter((row) => row !== undefined);
  }

  #set(table: TableName, id: string, row: unknown): void {
    const after = row === null ? null : parseRow(table, id, row);
    const key = `${table} ${id}`;
    const change = this.#changes.get(key);
    if (change) change.after = after;
    else this.#changes.set(key, { table, id, before: this.#rows.get(table, id) ?? null, after });
  }

  #table<T extends 'layers' | 'versions' | 'regions' | 'media' | 'messages'>(
    name: T,
    cascade: (id: string) => void = () => {},
  ): Table<RowOf<T>, NewRow<T>> {
    return {
      get: (id) => this.get(name, id),
      all: () => this.all(name),
      put: (row) => this.#set(name, 'hash' in row ? row.hash : row.id, row),
      delete: (id) => {
        if (!this.get(name, id)) return;
        this.#set(name, id, null);
        cascade(id);
      },
    };
  }

  #canvases(): Table<Canvas, NewCanvas> {
    const join = (row: RowOf<'canvases'>): Canvas =>
      Object.freeze({
        ...row,
        selection: this.get('selections', row.id) ?? null,
        view: viewFrom(this.#field(`view ${row.id}`)),
      });
    return {
      get: (id) => {
        const row = this.get('canvases', id);
        return row && join(row);
      },
      all: () => this.all('canvases').map(join),
      put: ({ selection, view, ...row }) => {
        this.#set('canvases', row.id, row);
        this.#set('selections', row.id, selection);
        const known = this.#field(`view ${row.id}`);
        if (view && !isDeepStrictEqual(viewFrom(known), view))
          this.#setField(`view ${row.id}`, JSON.stringify(view));
      },
      delete: (id) => {
        if (!this.get('canvases', id)) return;
        this.#set('canvases', id, null); // its selection stays, for undo
        for (const layer of this.layers.all()) if (layer.canvas === id) this.layers.delete(layer.id);
        for (const region of this.regions.all()) if (region.canvas === id) this.regions.delete(region.id);
      },
    };
  }
}

const usual: CanvasView = Object.freeze({ layer: null, collapsed: [] });

/** What can't be read of a view is of no consequence: the topmost layer is the active one then. */
function viewFrom(field: string | null): CanvasView {
  if (field === null) return usual;
  try {
    return Object.freeze(canvasView.parse(JSON.parse(field)));
  } catch {
    return usual;
  }
}

export const byOrder = (a: { order: number }, b: { order: number }): number => a.order - b.order;
