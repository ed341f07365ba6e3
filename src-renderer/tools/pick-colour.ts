/** Picks the picture's colour, and selects by it. */
import { joinGesture } from '../canvas/selecting.ts';
import type { XY } from '../canvas/view.ts';
import { ask } from '../state/ask.ts';
import { activeCanvas } from '../state/select.ts';
import { announce, notify, useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { studio } from '../transport/studio.ts';
import { useToolOptions } from './options.ts';
import type { Mode } from './tool.ts';

/** `mode`: what has the colour is selected too, so. */
export async function pickColour(at: XY, mode: Mode | null): Promise<void> {
  const canvas = activeCanvas(useStore.getState().project);
  const answer = canvas && (await ask(studio().canvas.colourAt({ canvas: canvas.id, at })));
  if (!answer) return;
  const { colour } = answer;
  if (!colour) return notify('info', { code: 'bad-input', message: t.tools.transparent });
  useToolOptions.setState({ picked: colour });
  announce(t.tools.picked(colour));
  if (mode) await selectColour(colour, mode);
}

export const selectColour = (colour: string, mode: Mode): Promise<void> =>
  joinGesture({ part: { kind: 'words', text: `everything ${colour}` }, mode });

/** What is meant by words, joined as the tools' mode says. */
export const selectWords = (text: string): Promise<void> =>
  joinGesture({ part: { kind: 'words', text }, mode: useToolOptions.getState().mode });
