/** A folder of our own for files that pass through, gone when the app ends. */
import { app } from 'electron';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(app.getPath('temp'), 'vitrail-'));
  app.on('will-quit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
