/** The words of the language in use. A language is a folder here with the same keys as `en`. */
import { en } from './en/index.ts';

export type Strings = typeof en;

/** The words of the language in use; read them where they are shown, never keep one. */
export const t: Strings = en;
