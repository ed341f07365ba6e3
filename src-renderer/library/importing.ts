/** Files from anywhere into the project: dropped, pasted, chosen. */
import { act } from '../state/ask.ts';
import { useStore } from '../state/store.ts';
import { studio } from '../transport/studio.ts';

/** Files that come while the studio is still opening wait for it. */
export async function importFiles(files: readonly File[]): Promise<void> {
  if (!files.length) return;
  await opened();
  await act(studio().importFiles(files));
}

function opened(): Promise<void> {
  if (useStore.getState().loaded) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = useStore.subscribe(({ loaded }) => {
      if (!loaded) return;
      stop();
      resolve();
    });
  });
}

export function importSample(sample: string) {
  return act(studio().canvas.importSample({ sample }));
}
