import { Badge, Group, Text, VisuallyHidden } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconLayoutGrid,
  IconMoon,
  IconSearch,
  IconSettings,
  IconSun,
} from '@tabler/icons-react';
import { Activity } from '../activity/Activity.tsx';
import { ActionButton } from '../actions/ActionButton.tsx';
import { panels } from '../panels/panels.ts';
import { panelsFor } from '../panels/shown.ts';
import { useProject } from '../state/select.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { named, sentence } from '../strings/sentences.ts';
import { useScheme } from '../theme/scheme.ts';
import { ExportMenu } from './ExportMenu.tsx';
import classes from './header.module.css';
import { ProjectMenu } from './ProjectMenu.tsx';
import { ProjectName } from './ProjectName.tsx';

/** The top: which project, back and forth, out. */
export function Header() {
  const project = useProject();
  const open = useStore((s) => s.panel);
  const sheet = useStore((s) => s.sheet);
  const panelIds = useStore(panelsFor);
  const dark = useScheme() === 'dark';
  return (
    <header className={classes.header}>
      {project && project.canvases.length > 0 && (
        <VisuallyHidden component="h1">{project.name}</VisuallyHidden>
      )}
      <Group gap={4} wrap="nowrap" className={classes.left}>
        <ProjectMenu />
        {project && (
          <>
            <span className={classes.slash} aria-hidden>
              /
            </span>
            <ProjectName
              key={`${project.id} ${project.name}`}
              name={project.name}
              readOnly={!!project.readOnly}
            />
            {project.readOnly && (
              <Badge variant="light" color="gray" tt="none" title={sentence(project.readOnly)}>
                {t.header.readOnly}
              </Badge>
            )}
          </>
        )}
      </Group>
      <Group gap={2} wrap="nowrap">
        {project && (
          <>
            {panelIds.map((id) => (
              <ActionButton key={id} id={`panel-${id}`} icon={panels[id].icon} pressed={open === id} />
            ))}
            <span className={classes.gap} />
            {project.undo && (
              <Text fz="xs" c="dimmed" className={classes.undoLabel} aria-hidden>
                {named(project.undo)}
              </Text>
            )}
            <ActionButton id="undo" icon={IconArrowBackUp} />
            <ActionButton id="redo" icon={IconArrowForwardUp} />
            <span className={classes.gap} />
          </>
        )}
        {project && project.canvases.length > 0 && (
          <ActionButton id="library" icon={IconLayoutGrid} pressed={sheet} />
        )}
        <ActionButton id="palette" icon={IconSearch} />
        <Activity />
        <ActionButton id="toggle-theme" icon={dark ? IconSun : IconMoon} />
        <ActionButton id="settings" icon={IconSettings} />
        {project && <ExportMenu />}
      </Group>
    </header>
  );
}
