import { MantineProvider } from '@mantine/core';
import { useEffect } from 'react';
import { listenForShortcuts } from './actions/shortcuts.ts';
import classes from './app.module.css';
import { CanvasRoom } from './canvas/CanvasRoom.tsx';
import { ChatRoom } from './chat/ChatRoom.tsx';
import { Crash } from './feedback/Crash.tsx';
import { Jobs } from './feedback/Jobs.tsx';
import { LinkScreen } from './feedback/LinkScreen.tsx';
import { LiveRegion } from './feedback/LiveRegion.tsx';
import { Notices } from './feedback/Notices.tsx';
import { Dock } from './panels/Dock.tsx';
import { Header } from './header/Header.tsx';
import { DropVeil } from './library/DropVeil.tsx';
import { Filmstrip } from './library/Filmstrip.tsx';
import { Welcome } from './library/Welcome.tsx';
import { SettingsDialog } from './settings/SettingsDialog.tsx';
import { ShortcutsDialog } from './settings/ShortcutsDialog.tsx';
import { useStore } from './state/store.ts';
import { t } from './strings/index.ts';
import { styleNonce } from './theme/nonce.ts';
import { useScheme } from './theme/scheme.ts';
import { cssVariables, theme } from './theme/theme.ts';

export function App() {
  const scheme = useScheme();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      forceColorScheme={scheme}
      getStyleNonce={() => styleNonce}
    >
      <Crash>
        <Studio />
      </Crash>
    </MantineProvider>
  );
}

/** The rooms, once there is a studio to talk to. */
function Studio() {
  const link = useStore((s) => s.link);
  const loaded = useStore((s) => s.loaded);
  const empty = useStore((s) => !s.project || s.project.canvases.length === 0);
  useEffect(listenForShortcuts, []);
  const name = useStore((s) => s.project?.name);
  useEffect(() => {
    document.title = name ? t.titleOf(name) : t.appName;
  }, [name]);

  return (
    <>
      {loaded && (
        <div className={classes.app}>
          <Header />
          <Notices />
          <div className={classes.body}>
            {empty ? (
              <Welcome />
            ) : (
              <>
                <Dock />
                <main className={classes.centre}>
                  <CanvasRoom />
                  <Filmstrip />
                </main>
              </>
            )}
            <ChatRoom />
          </div>
          <Jobs />
          <SettingsDialog />
          <ShortcutsDialog />
          <LiveRegion />
        </div>
      )}
      <DropVeil />
      {(link !== 'open' || !loaded) && <LinkScreen state={link === 'open' ? 'starting' : link} />}
    </>
  );
}
