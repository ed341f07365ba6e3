import { ActionIcon, Group, Tooltip, UnstyledButton } from '@mantine/core';
import { IconColumns2, IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { Canvas } from '../../src-main/contract/document.ts';
import { ActionButton } from '../actions/ActionButton.tsx';
import { takesText } from '../actions/shortcuts.ts';
import { perform } from '../actions/perform.ts';
import { topLayer, useProject, versionOf } from '../state/select.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import classes from './canvas.module.css';

const setComparing = (comparing: boolean) => useStore.setState({ comparing });

/** Zoom at the lower right, and the button that shows the original while it is held. */
export function ZoomControls({ canvas }: { canvas: Canvas }) {
  // Of the screen's own pixels: at 100 % each shows one of the picture's.
  const scale = useStore((s) => s.view.scale * Math.max(1, window.devicePixelRatio));
  return (
    <Group className={classes.zoom} gap={2} role="toolbar" aria-label={t.canvas.zoom}>
      <CompareButton canvas={canvas} />
      <ActionButton id="zoom-out" icon={IconMinus} />
      <Tooltip label={t.actions['actual-size']}>
        <UnstyledButton
          className={classes.percent}
          onClick={() => perform('actual-size')}
          aria-label={`${t.actions['actual-size']}, ${t.canvas.zoomAt(Math.round(scale * 100))}`}
        >
          {t.canvas.zoomAt(Math.round(scale * 100))}
        </UnstyledButton>
      </Tooltip>
      <ActionButton id="zoom-in" icon={IconPlus} />
      <ActionButton id="fit" icon={IconMaximize} />
    </Group>
  );
}

/** Before and after: held by pointer, by Enter or Space on the button, or by the key \ anywhere. */
function CompareButton({ canvas }: { canvas: Canvas }) {
  const project = useProject();
  const comparing = useStore((s) => s.comparing);
  const layer = project && topLayer(project, canvas.id);
  const shown = project && layer && versionOf(project, layer.version);
  const several = !!project && project.layers.filter((l) => l.canvas === canvas.id).length > 1;
  const changed = several || (!!shown && shown.media !== canvas.source);

  useEffect(() => {
    if (!changed) return undefined;
    const down = (event: KeyboardEvent) =>
      event.key === '\\' && !takesText(event.target) && setComparing(true);
    const up = (event: KeyboardEvent) => event.key === '\\' && setComparing(false);
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    return () => {
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
      setComparing(false);
    };
  }, [changed]);

  if (!changed) return null;
  return (
    <Tooltip label={`${t.actions.compare} (\\, ${t.shortcuts.hold})`}>
      <ActionIcon
        aria-label={t.actions.compare}
        aria-pressed={comparing}
        variant={comparing ? 'filled' : 'subtle'}
        color={comparing ? 'glass' : 'gray'}
        onPointerDown={() => setComparing(true)}
        onPointerUp={() => setComparing(false)}
        onPointerLeave={() => setComparing(false)}
        onKeyDown={(e) => (e.key === 'Enter' || e.key === ' ') && setComparing(true)}
        onKeyUp={() => setComparing(false)}
        onBlur={() => setComparing(false)}
      >
        <IconColumns2 size={18} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}
