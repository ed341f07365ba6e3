/** The tools that work on the picture itself. */
import { cropWorker } from '../crop/worker.ts';
import { moveWorker } from '../move/worker.ts';
import { textWorker } from '../text/worker.ts';
import type { ToolId } from '../tool.ts';
import type { Worker, WorkHost } from './worker.ts';

export const workers: Partial<Record<ToolId, (host: WorkHost) => Worker>> = {
  move: moveWorker,
  crop: cropWorker,
  text: textWorker,
};
