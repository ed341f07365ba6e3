/** The native menu as the page describes it: its own actions by their ids, and what the system does by itself. */
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
export const menuSection = z.strictObject({
  id: z.string().max(16),
  label,
  items: z.array(menuItem).max(40),
});
