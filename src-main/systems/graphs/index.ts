/** Graphs of single models, by files. Declaration only. */
import * as z from 'zod';
import {
  graphCheckResult,
  graphExport,
  graphExportResult,
  graphList,
  graphRun,
  graphRunResult,
  graphSource,
  provider,
  task,
} from '../../contract/index.ts';

/** Where graphs and rewritten weights are kept. */
const cache = z.string();

export const list = task('graphs.list', z.strictObject({}), z.strictObject({ architectures: graphList }));

/** Runs a graph once, or times it; writes its outputs as safetensors. */
export const run = task('graphs.run', z.strictObject({ ...graphRun.shape, provider, cache }), graphRunResult);

/** Compares a checkpoint's header with what an architecture needs. */
export const check = task('graphs.check', graphSource, graphCheckResult);

/** Writes the model beside its weights. */
export const exportModel = task('graphs.export', graphExport, graphExportResult);
