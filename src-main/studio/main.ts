/** The engine: a child of a shell, with everything that is not pixels. */
import { readConfig } from './processes/config.ts';
import { endWithParent, parentPort } from './processes/child.ts';
import { startStudio } from './studio.ts';

const studio = startStudio(readConfig(), parentPort());
// A shell that was killed leaves a project to close; if that takes too long, it is recovered at the next start.
endWithParent({ before: async () => (await studio)(), grace: 5_000 });
await studio;
