/** What layers and groups are told to be, and what the history calls it. */
import {
  StudioError,
  say,
  type BlendMode,
  type Canvas,
  type Group,
  type GroupBlend,
  type Said,
} from '../../contract/index.ts';

/** What a layer is told to be; what is left out stays. */
export interface LayerChange {
  name?: string | undefined;
  visible?: boolean | undefined;
  locked?: boolean | undefined;
  opacity?: number | undefined;
  blend?: BlendMode | undefined;
  masked?: boolean | undefined;
}

export interface GroupChange {
  name?: string | undefined;
  visible?: boolean | undefined;
  locked?: boolean | undefined;
  opacity?: number | undefined;
  blend?: GroupBlend | undefined;
}

/** What a change says, without what it leaves out. */
export const given = <T extends object>(change: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as never;

/** @throws StudioError 'not-found' */
export function groupOf(canvas: Canvas, id: string): Group {
  const found = canvas.groups.find((g) => g.id === id);
  if (!found) throw new StudioError('not-found', 'That group is no longer there.');
  return found;
}

/** A group that may be changed. @throws StudioError 'not-found', 'wrong-use' */
export function freeGroup(canvas: Canvas, id: string): Group {
  const found = groupOf(canvas, id);
  if (found.locked)
    throw new StudioError('wrong-use', `${found.name} is locked.`, 'Unlock it in the layers panel first.');
  return found;
}

/** What the history calls a change of a layer or a group. */
export function labelOf({ name }: { name: string }, change: Omit<LayerChange, 'blend'> & GroupChange): Said {
  if (change.name !== undefined) return say('rename', name);
  if (change.visible !== undefined) return say(change.visible ? 'show' : 'hide', name);
  if (change.locked !== undefined) return say(change.locked ? 'lock' : 'unlock', name);
  if (change.opacity !== undefined) return say('opacityOf', name);
  if (change.blend !== undefined) return say('blendOf', name);
  if (change.masked !== undefined) return say(change.masked ? 'maskOn' : 'maskOff', name);
  return say('changeLayer', name);
}
