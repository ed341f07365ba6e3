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
import { MaskQuestion } from './library/MaskQuestion.tsx';
import { Filmstrip } from './library/Filmstrip.tsx';
import { Welcome } from './library/Welcome.tsx';
import { Palette } from './palette/Palette.tsx';
import { Sheet } from './library/Sheet.tsx';
import { menuOf } from './actions/menu.ts';
import { onMac } from './actions/shortcuts.ts';
import { useMotion } from './theme/motion.ts';
import { ask } from './state/ask.ts';
import { useStudio } from './transport/studio.ts';
import { SettingsDialog } from './settings/SettingsDialog.tsx';
import { ShortcutsDialog } from './settings/ShortcutsDialog.tsx';
import { useStore } from './state/store.ts';
import { t } from './strings/index.ts';
import { styleNonce } from './theme/nonce.ts';
import { useScheme } from './theme/scheme.ts';
import { cssVariables, theme } from './theme/theme.ts';

export function App() {
  const scheme = useScheme();
  const language = useStore((s) => s.language);
  useMotion();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
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

/** The rooms, once there is a studio to talk to. They are drawn anew in another language, and stay the ones they are. */
function Studio() {
  const language = useStore((s) => s.language);
  const link = useStore((s) => s.link);
  const loaded = useStore((s) => s.loaded);
  const empty = useStore((s) => !s.project || s.project.canvases.length === 0);
  const sheet = useStore((s) => s.sheet);
  useEffect(listenForShortcuts, []);
  const name = useStore((s) => s.project?.name);
  useEffect(() => {
    document.title = name ? t.titleOf(name) : t.appName;
  }, [name, language]);

  return (
    <>
      {loaded && (
        <div className={classes.app}>
          <Header />
          <Notices />
          <MaskQuestion />
          <div className={classes.body}>
            <Dock />
            {empty ? (
              <Welcome />
            ) : sheet ? (
              <Sheet />
            ) : (
              <main className={classes.centre}>
                <CanvasRoom />
                <Filmstrip />
              </main>
            )}
            <ChatRoom />
          </div>
          <Jobs />
          <SettingsDialog />
          <ShortcutsDialog />
          <Palette />
          <NativeMenu />
          <LiveRegion />
        </div>
      )}
      <DropVeil />
      {(link !== 'open' || !loaded) && <LinkScreen state={link === 'open' ? 'starting' : link} />}
    </>
  );
}

/** Tells a desktop shell what its menu is and what its dialogs say, whenever words or keys change. */
function NativeMenu() {
  const studio = useStudio();
  const desktop = useStore((s) => s.shell?.kind === 'electron');
  const shortcuts = useStore((s) => s.app?.settings.shortcuts);
  const language = useStore((s) => s.language);
  useEffect(() => {
    if (!desktop || !shortcuts) return;
    void ask(studio.shell.setMenu({ menu: menuOf(onMac(), shortcuts), dialogs: t.dialogs }));
  }, [studio, desktop, shortcuts, language]);
  return null;
}
