/** `window.studio` for a page in a browser: requests over a WebSocket, files by POST, media by GET. */
import { makeClient } from '../../src-main/contract/channel.ts';
import { fail, ok } from '../../src-main/contract/result.ts';
import {
  pageRequests,
  studioEvents,
  type Studio,
  type StudioEvent,
  type StudioEventName,
} from '../../src-main/contract/studio.ts';
import { t } from '../strings/index.ts';
import { keepLinked, type LinkState, type PageConnection } from './link.ts';
import { signedMediaUrl } from './media-url.ts';
import { pickFiles, uploadFiles } from './upload.ts';

type Listener = (payload: never) => void;

/** What went wrong with a file, with its name said once. */
const named = (name: string, message: string) =>
  message.startsWith(`${name}: `) ? message : t.notices.someFilesFailed(name, message);

/** Starts a download of one of the page's own addresses. */
function download(url: string, name: string) {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
}

/** Links to the shell that served this page. The studio stays the same object over lost and new connections. */
export function linkToServer(secret: string, onState: (state: LinkState) => void): Studio {
  let connection: PageConnection | undefined;
  const listeners = new Map<StudioEventName, Set<Listener>>();
  const emit = <K extends StudioEventName>(name: K, payload: StudioEvent<K>) =>
    listeners.get(name)?.forEach((listener) => listener(payload as never));

  const { protocol, host } = window.location;
  keepLinked({
    url: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/studio`,
    secret,
    onState,
    onConnection: (next) => {
      connection = next;
      for (const name of Object.keys(studioEvents) as StudioEventName[])
        next.on(name, (payload) => emit(name, payload as never));
    },
  });

  const client = makeClient(pageRequests, (channel, input) =>
    connection
      ? connection.call(channel, input)
      : Promise.resolve(fail('crashed', t.notices.unlinked, t.notices.unlinkedHint)),
  );
  const mediaUrl: Studio['mediaUrl'] = (hash, options) => signedMediaUrl(secret, hash, options?.download);
  const importFiles: Studio['importFiles'] = (files, options) =>
    uploadFiles(
      files as readonly File[],
      secret,
      (file, failure) =>
        emit('notice', {
          level: 'error',
          failure: { ...failure, message: named(file.name, failure.message) },
        }),
      options?.maskFor,
    );

  return {
    ...client,
    shell: {
      ...client.shell,
      openFiles: async () => {
        const files = await pickFiles();
        return files.length ? importFiles(files) : ok({ canvases: [] });
      },
      save: async (file) => {
        const result = await client.shell.save(file);
        if (result.ok && result.value.download) {
          const name = result.value.download;
          download(mediaUrl(file.hash, { download: name }), name);
        }
        return result;
      },
    },
    on: (event, listener) => {
      const set = listeners.get(event) ?? new Set<Listener>();
      listeners.set(event, set.add(listener as Listener));
      return () => void set.delete(listener as Listener);
    },
    importFiles,
    mediaUrl,
  };
}
