/** The colour under the pointer, of the picture itself and not of its preview. */
import { StudioError } from '../../contract/index.ts';
import * as codecs from '../../systems/codecs/index.ts';
import type { Hosts } from '../processes/hosts.ts';
import type { Session } from './session.ts';

/** @throws StudioError 'wrong-use' for a clip or a sound */
export async function pickColour(
  session: Session,
  hosts: Hosts,
  canvas: string,
  at: { x: number; y: number },
  signal: AbortSignal,
): Promise<{ colour: string | null }> {
  const { media } = session.focus(canvas);
  if (media.kind !== 'image') throw new StudioError('wrong-use', 'Colours can only be picked from pictures.');
  const { file } = session.workpiece(media);
  return hosts.run(codecs.colourAt, { file, at }, { signal, lane: 'interactive' });
}
