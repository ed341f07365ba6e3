/** Files from anywhere into the project: dropped, pasted, chosen. */
import { ask } from '../state/ask.ts';
import { studio } from '../transport/studio.ts';

export function importFiles(files: readonly File[]) {
  if (files.length) void ask(studio().importFiles(files));
}

export function importSample(sample: string) {
  return ask(studio().canvas.importSample({ sample }));
}
