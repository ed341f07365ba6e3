/** Text onto the clipboard, said aloud; a refusal is shown. */
import { announce, notify } from '../state/store.ts';
import { t } from '../strings/index.ts';

export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(t.plan.copied);
  } catch (error) {
    notify('error', { code: 'no-permission', message: `${t.plan.copyFailed} ${String(error)}` });
  }
}
