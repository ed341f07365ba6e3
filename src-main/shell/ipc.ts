/**
 * The page's requests, as they arrive. The one file that touches `ipcMain`: it lets through what our own page sends
 * from its main frame, small enough and shaped as the contract says, and lets out only what the contract says.
 */
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import {
  answerTooLarge,
  checkInput,
  checkResult,
  dispatch,
  eventTooLarge,
  fail,
  failureOf,
  lookUp,
  pageRequests,
  shellRequests,
  studioEvents,
  type Handlers,
  type Result,
  type StudioEvent,
  type StudioEventName,
} from '../contract/index.ts';
import { isOurPage } from './origin.ts';
import { callMessage, caps, exceeds, importMessage, wire, type GivenFile } from './wire.ts';

export interface IpcOptions {
  window(): BrowserWindow | null;
  /** The engine: anything of the contract that the shell doesn't answer itself. */
  relay(channel: string, input: unknown): Promise<Result<unknown>>;
  shell: Handlers<typeof shellRequests>;
  importFiles(files: readonly GivenFile[], maskFor: string | undefined): Promise<Result<unknown>>;
}

const stranger = fail('no-permission', 'Only the studio’s own page may ask that.');
const tooLarge = fail('too-large', 'That is more than the studio takes at once.', 'Try with less.');

export function listenToPage(options: IpcOptions): void {
  const fromOurPage = ({ sender, senderFrame }: IpcMainInvokeEvent) => {
    const contents = options.window()?.webContents;
    return (
      contents !== undefined &&
      sender === contents &&
      senderFrame !== null &&
      senderFrame === contents.mainFrame &&
      isOurPage(senderFrame.url)
    );
  };

  async function answer(channel: string, input: unknown): Promise<Result<unknown>> {
    const checked = checkInput(pageRequests, channel, input);
    if (!checked.ok) return checked;
    if (lookUp(shellRequests, channel))
      return dispatch(shellRequests, options.shell, channel, checked.value, new AbortController().signal);
    return checkResult(pageRequests, channel, await options.relay(channel, checked.value));
  }

  ipcMain.handle(wire.call, async (event, raw: unknown): Promise<Result<unknown>> => {
    if (!fromOurPage(event)) return stranger;
    if (exceeds(raw, caps.call)) return tooLarge;
    const message = callMessage.safeParse(raw);
    if (!message.success) return fail('wrong-use', 'That is not a request.');
    try {
      const result = await answer(message.data.channel, message.data.input);
      return exceeds(result, caps.reply) ? answerTooLarge : result;
    } catch (error) {
      return { ok: false, error: failureOf(error) };
    }
  });

  ipcMain.handle(wire.importFiles, async (event, raw: unknown): Promise<Result<unknown>> => {
    if (!fromOurPage(event)) return stranger;
    if (exceeds(raw, caps.file + caps.call)) return tooLarge;
    const message = importMessage.safeParse(raw);
    if (!message.success) return fail('wrong-use', 'Those are not files.');
    try {
      const { files, maskFor } = message.data;
      return checkResult(pageRequests, 'shell.openFiles', await options.importFiles(files, maskFor));
    } catch (error) {
      return { ok: false, error: failureOf(error) };
    }
  });
}

/**
 * Tells the page; nothing happens while there is none. Of an event that is too large, it hears only that.
 * @throws when the payload is outside the contract
 */
export function tellPage<K extends StudioEventName>(
  window: BrowserWindow | null,
  name: K,
  payload: StudioEvent<K>,
) {
  const checked = studioEvents[name].parse(payload);
  if (!window || window.isDestroyed() || !isOurPage(window.webContents.getURL())) return;
  const message = exceeds(checked, caps.event)
    ? { name: 'notice', payload: eventTooLarge }
    : { name, payload: checked };
  window.webContents.send(wire.event, message);
}
