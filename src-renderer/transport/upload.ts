/** Files to the browser shell: one POST a file, the bytes as they are. */
import * as z from 'zod';
import { id } from '../../src-main/contract/primitives.ts';
import { t } from '../strings/index.ts';
import { fail, ok, resultOf, type Failure, type Result } from '../../src-main/contract/result.ts';

export const imported = z.strictObject({ canvases: z.array(id) });
export type Imported = z.infer<typeof imported>;
const answer = resultOf(imported);

async function uploadOne(file: File, secret: string, maskFor?: string): Promise<Result<Imported>> {
  try {
    const response = await fetch('/import', {
      method: 'POST',
      headers: {
        'X-Vitrail-Secret': secret,
        'X-Vitrail-Name': encodeURIComponent(file.name),
        ...(maskFor !== undefined && { 'X-Vitrail-Mask': maskFor }),
      },
      body: file,
    });
    return answer.parse(await response.json()) as Result<Imported>;
  } catch (error) {
    return fail('crashed', t.notices.notSent(file.name, String(error)), t.notices.unlinkedHint);
  }
}

/**
 * Imports files one after another and goes on after a bad one. When some fail, `onFailure` hears each;
 * when all fail, the answer is the first failure.
 */
export async function uploadFiles(
  files: readonly File[],
  secret: string,
  onFailure: (file: File, failure: Failure) => void,
  maskFor?: string,
): Promise<Result<Imported>> {
  const canvases: string[] = [];
  const failures: { file: File; failure: Failure }[] = [];
  for (const file of files) {
    const result = await uploadOne(file, secret, maskFor);
    if (result.ok) canvases.push(...result.value.canvases);
    else failures.push({ file, failure: result.error });
  }
  if (failures.length === files.length && failures[0]) {
    failures.slice(1).forEach(({ file, failure }) => onFailure(file, failure));
    return { ok: false, error: failures[0].failure };
  }
  failures.forEach(({ file, failure }) => onFailure(file, failure));
  return ok({ canvases });
}

/** What the browser's own file dialog offers. */
export const acceptedFiles = 'image/*,video/*,audio/*';

/** What a mask may be. */
export const acceptedMasks = 'image/*,.json,application/json';

/** Asks for files with the browser's dialog; an empty list when the user changes their mind. */
export function pickFiles(accept = acceptedFiles, multiple = true): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = multiple;
    input.accept = accept;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([])); // Chromium 113 and later; before, the promise stays open
    input.click();
  });
}
