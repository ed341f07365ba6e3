/** Click and type: a text becomes a layer that can be written again. */
import type { LayerText } from '../../../src-main/contract/layers.ts';
import { placementOf, type Affine } from '../../../src-main/contract/placing.ts';
import { lockOf, sheetOf, type Sheet } from '../../../src-main/contract/stack.ts';
import type { Stage } from '../../canvas/stage.ts';
import type { XY } from '../../canvas/view.ts';
import { act } from '../../state/ask.ts';
import { announce, notify } from '../../state/store.ts';
import { t } from '../../strings/index.ts';
import { named } from '../../strings/sentences.ts';
import { studio } from '../../transport/studio.ts';
import type { Worker, WorkHost } from '../work/worker.ts';
import { anchored } from './anchor.ts';
import { lettersOf } from './letters.ts';
import { measured, padOf, renderText } from './render.ts';
import { textTool, textWanted, useText, type Writing } from './state.ts';

/** Where a layer is put while it is written anew: out of sight. */
const away: Affine = [1, 0, 0, 1, -1e7, -1e7];

export function textWorker({ stage, now }: WorkHost): Worker {
  const begin = (writing: Writing | null) => {
    useText.setState({ writing });
    stage.stack.move(writing?.layer ? { id: writing.layer, map: away } : null);
  };

  const commit = async () => {
    const { writing, style } = useText.getState();
    const found = now();
    useText.setState({ writing: null });
    const text = writing?.value.trimEnd() ?? '';
    if (!writing || !found || !text) return stage.stack.move(null);
    await write({ text, ...style }, writing, found.canvas.id).finally(() => stage.stack.move(null));
  };
  const cancel = () => begin(null);
  textTool.current = { commit, cancel };

  const worker: Worker = {
    pointer({ type, at }) {
      if (type !== 'up') return;
      if (useText.getState().writing) return void commit();
      const found = now();
      if (!found) return;
      const sheet = sheetAt(stage, found, at);
      if (sheet && refused(found, sheet)) return;
      if (sheet?.version.text) {
        const { text, ...style } = sheet.version.text;
        useText.setState({ style });
        begin({ layer: sheet.layer.id, map: sheet.map, size: sheet.size, value: text });
        return;
      }
      const { style } = useText.getState();
      const pad = padOf(style);
      // On whole pixels: anything between would blur the letters.
      const map: Affine = [1, 0, 0, 1, Math.round(at.x - pad), Math.round(at.y - pad - style.size * 0.6)];
      begin({ layer: null, map, size: null, value: '' });
    },
    hover: () => 'text',
    key({ key }) {
      if (key === 'Escape' && useText.getState().writing) cancel();
      else return false;
      return true;
    },
    refresh: () => undefined,
    stop() {
      void commit();
      textTool.current = null;
    },
  };
  const at = textWanted.current;
  textWanted.current = null;
  if (at) worker.pointer({ type: 'up', at, shift: false, alt: false });
  return worker;
}

type Found = NonNullable<ReturnType<WorkHost['now']>>;

function sheetAt(stage: Stage, { project, canvas }: Found, { x, y }: XY): Sheet | undefined {
  const hit = stage.stack.layerAt(x, y);
  const layer = project.layers.find(({ id }) => id === hit);
  return layer && sheetOf(project, canvas, layer);
}

/**
 * For a double click with another tool: letters are written anew with this one; those that can't be say why.
 * @returns whether there are letters at all, and whether they can be written
 */
export function writesAt({ stage, now }: WorkHost, at: XY): { letters: boolean; writable: boolean } {
  const found = now();
  const sheet = found && sheetAt(stage, found, at);
  if (!sheet) return { letters: false, writable: false };
  if (refused(found, sheet)) return { letters: true, writable: false };
  const letters = sheet.version.text !== null;
  if (letters) textWanted.current = at;
  return { letters, writable: letters };
}

/** Whether what was clicked are letters that can't be written anew; says why, and what to do. */
function refused({ project, canvas }: Found, { layer, version }: Sheet): boolean {
  const lock = lockOf(canvas, layer);
  const past = version.text ? null : lettersOf(project.versions, version);
  if (past) {
    const { words, picture } = past;
    notify('info', {
      code: 'wrong-use',
      message: t.text.isPicture(layer.name, named(picture.label)),
      hint: t.text.isPictureHint(named(words.label)),
    });
  } else if (version.text && lock)
    notify('info', { code: 'wrong-use', message: t.text.locked(lock.name), hint: t.text.lockedHint });
  else return false;
  return true;
}

async function write(text: LayerText, { layer, map, size }: Writing, canvas: string) {
  try {
    const { blob, size: own } = await renderText(text);
    const name = text.text.replaceAll(/\s+/g, ' ').slice(0, 40);
    const placement = placementOf(anchored(map, size ?? measured('', text), own, text.align), own);
    const expected = await act(
      studio().layers.expect({ canvas, name, placement, text, ...(layer && { layer }) }),
    );
    if (!expected) return;
    const file = new File([blob], `${expected.ticket}.png`, { type: 'image/png' });
    await act(studio().importFiles([file]));
    announce(t.text.done(name));
  } catch (error) {
    notify('error', { code: 'bad-input', message: t.text.failed, hint: String(error) });
  }
}
