/** The host: the process that loads systems and decoders and does the work. Started by the engine. */
import { endWithParent, parentPort } from '../process/parent.ts';
import { freeImages } from '../runtime/raster/cache.ts';
import { serveHost } from './serve.ts';
import { systems } from './systems.ts';

endWithParent();
serveHost(parentPort(), { systems, free: freeImages });
