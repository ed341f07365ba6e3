/** Finds out the colours of pictures that joined a project before colours were kept with them. */
import type { Hash, Media } from '../../contract/index.ts';
import * as codecs from '../../systems/codecs/index.ts';
import type { Hosts } from '../processes/hosts.ts';
import type { Session } from '../session/session.ts';

/** Those that canvases show first now, one after another; each is kept with its medium. */
export async function findColours(session: Session, hosts: Hosts, signal: AbortSignal): Promise<void> {
  const { store } = session;
  const { canvases, media } = store.snapshot();
  const shown = new Set<Hash>(canvases.flatMap((c) => [c.source, session.focus(c.id).media.hash]));
  const without = media.filter((m) => shown.has(m.hash) && m.kind === 'image' && !m.colours);
  for (const medium of without) {
    if (signal.aborted || session.current?.id !== store.id) return;
    const path = store.media.path(medium.preview ?? medium.hash);
    if (!path) continue;
    const { colours } = await hosts.run(codecs.colours, { file: { path } }, { signal, lane: 'batch' });
    if (session.current?.id !== store.id) return;
    store.note((doc) => {
      const row: Media | undefined = doc.media.get(medium.hash);
      if (row) doc.media.put({ ...row, colours });
    });
  }
}
