/** The engine: a child of a shell, with everything that is not pixels. */
import { readConfig } from './processes/config.ts';
import { endWithParent, parentPort } from './processes/child.ts';
import { startStudio } from './studio.ts';

endWithParent();
await startStudio(readConfig(), parentPort());
