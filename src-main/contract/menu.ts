/**
 * The native menu as the page describes it: its own actions by their ids, and what the system does by itself; and what
 * native dialogs say.
 */
import * as z from 'zod';
import { keys } from './app.ts';

/** Items that the system knows how to do. */
export const menuRole = z.enum([
  'about',
  'services',
  'hide',
  'hideOthers',
  'unhide',
  'quit',
  'close',
  'cut',
  'copy',
  'paste',
  'togglefullscreen',
  'minimize',
  'zoom',
]);
export type MenuRole = z.infer<typeof menuRole>;

const label = z.string().min(1).max(120);

export const menuItem = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('action'),
    action: z.string().min(1).max(64),
    label,
    keys: keys.optional(),
  }),
  z.strictObject({ kind: z.literal('role'), role: menuRole, label }),
  z.strictObject({ kind: z.literal('separator') }),
  /** The recent projects, which the shell knows. */
  z.strictObject({ kind: z.literal('recents'), label }),
]);
export type MenuItem = z.infer<typeof menuItem>;

export const menuSection = z.strictObject({
  id: z.string().max(16),
  label,
  items: z.array(menuItem).max(40),
});
export type MenuSection = z.infer<typeof menuSection>;

const words = z.string().min(1).max(400);

/** What native dialogs say: titles, kinds of files, buttons. */
export const dialogWords = z.strictObject({
  open: words,
  media: words,
  all: words,
  openProject: words,
  project: words,
  folder: words,
  save: words,
  stopped: words,
  stoppedDetail: words,
  retry: words,
  later: words,
});
export type DialogWords = z.infer<typeof dialogWords>;
