/** The threads of this system: `threads.ts` beside this file, or what was built of it. */
import { Crew } from '../../runtime/threads/crew.ts';

const { url } = import.meta;
const entry = url.endsWith('.ts') ? './threads.ts' : `${url.includes('/chunks/') ? '../' : './'}threads.mjs`;

export const crew = new Crew(new URL(entry, url));
