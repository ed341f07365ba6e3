/** The host: the process that loads systems and decoders and does the work. Started by the engine. */
import { endWithParent, parentPort } from '../process/parent.ts';
import { freeCaches } from '../runtime/raster/cache.ts';
import { held } from '../runtime/sessions/models.ts';
import { serveHost } from './serve.ts';
import { systems } from './systems.ts';

endWithParent();
// A decoder's library lets go of a promise here and there when a file is damaged. The task itself has failed by then
// and said so: that is no reason to take the other tasks down.
process.on('unhandledRejection', (reason) => console.error('host:', reason));
serveHost(parentPort(), {
  systems,
  free: async () => freeCaches() + (await held.free()),
  models: async (budget) => {
    if (budget !== undefined) await held.setBudget(budget);
    return held.status();
  },
});
