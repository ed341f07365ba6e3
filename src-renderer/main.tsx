import './jitless.ts';
import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.css';
import './theme/global.css';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { follow, refresh } from './state/sync.ts';
import { useStore } from './state/store.ts';
import { speak, systemLanguage } from './strings/index.ts';
import { styleNonce } from './theme/nonce.ts';
import { findStudio } from './transport/studio.ts';
import type { LinkState } from './transport/link.ts';

setNonce(styleNonce);
speak(systemLanguage()); // until the settings say otherwise
useStore.setState({ language: systemLanguage() });

const onLink = (link: LinkState) => {
  useStore.setState({ link });
  if (link === 'open') queueMicrotask(() => studio && void refresh(studio));
};
const studio = findStudio(onLink);
if (studio) follow(studio);

createRoot(document.getElementById('root')!).render(<App />);
