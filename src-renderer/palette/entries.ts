/** Everything that can be chosen by its name: actions, edits, photos, versions, projects. */
import type { Canvas, Project } from '../../src-main/contract/document.ts';
import { isEnabled, labelOf, perform } from '../actions/perform.ts';
import { actionIds, groupIds, actionGroups, keysOf, type ActionId } from '../actions/registry.ts';
import { onMac, readable } from '../actions/shortcuts.ts';
import { edits, performEdit } from '../actions/edits.ts';
import { act } from '../state/ask.ts';
import { activeCanvas, layersOf, mediaOf, thumbOf, versionsOf } from '../state/select.ts';
import type { State } from '../state/store.ts';
import { en } from '../strings/en/index.ts';
import { dateTime } from '../strings/format.ts';
import { t } from '../strings/index.ts';
import { named } from '../strings/sentences.ts';
import { studio } from '../transport/studio.ts';

export type EntryGroup = 'recent' | 'actions' | 'edits' | 'photos' | 'versions' | 'projects';

export interface Entry {
  /** `action:undo`, `edit:remove`, `photo:<id>` … */
  id: string;
  group: EntryGroup;
  label: string;
  /** What it belongs to or does, beside its name. */
  detail?: string;
  /** Its shortcut, as a person reads it. */
  keys?: string | undefined;
  /** Hash of a picture of it. */
  picture?: string | null;
  /** The photo that it is. */
  canvas?: Canvas;
  /** Other words that find it. */
  words?: string;
  run(): unknown;
}

function actionEntries(state: State): Entry[] {
  const groupOf = (id: ActionId) => groupIds.find((group) => id in actionGroups[group])!;
  return actionIds
    .filter((id) => id !== 'palette' && isEnabled(id, state))
    .map((id): Entry => {
      const [keys] = keysOf(id);
      return {
        id: `action:${id}`,
        group: 'actions',
        label: labelOf(id, state).replace(/…$/, ''),
        detail: t.actionGroups[groupOf(id)],
        keys: keys && readable(keys, onMac()),
        words: `${en.actions[id]} ${id}`,
        run: () => perform(id),
      };
    });
}

function editEntries(state: State): Entry[] {
  if (activeCanvas(state.project)?.kind !== 'image') return [];
  return edits.map(({ command, text, whole }) => ({
    id: `edit:${command}`,
    group: 'edits' as const,
    label: whole ? t.commands[command] : `${t.commands[command]}…`,
    detail: whole ? t.palette.runs : t.palette.writes,
    words: `${en.commands[command]} ${text} ${command}`,
    run: () => performEdit(command),
  }));
}

function photoEntries(project: Project): Entry[] {
  return [...project.canvases]
    .sort((a, b) => a.order - b.order)
    .map((canvas) => ({
      id: `photo:${canvas.id}`,
      group: 'photos' as const,
      label: canvas.name,
      canvas,
      words: t.library.kinds[canvas.kind],
      run: () => act(studio().canvas.activate({ canvas: canvas.id })),
    }));
}

/** The versions that the open photo's layers have, but don't show. */
function versionEntries(project: Project): Entry[] {
  const canvas = activeCanvas(project);
  if (canvas?.kind !== 'image') return [];
  return layersOf(project, canvas.id).flatMap((layer) => {
    const versions = versionsOf(project, layer.id);
    return versions.flatMap((version, index): Entry[] => {
      if (version.id === layer.version) return [];
      return [
        {
          id: `version:${version.id}`,
          group: 'versions',
          label: t.library.version(index + 1, named(version.label)),
          detail: dateTime(version.createdAt),
          picture: thumbOf(mediaOf(project, version.media)),
          run: () => act(studio().canvas.showVersion({ layer: layer.id, version: version.id })),
        },
      ];
    });
  });
}

const projectEntries = ({ app, project }: State): Entry[] =>
  (app?.recents ?? [])
    .filter((recent) => recent.id !== project?.id)
    .map((recent) => ({
      id: `project:${recent.id}`,
      group: 'projects' as const,
      label: recent.name,
      detail: dateTime(recent.openedAt),
      picture: recent.preview,
      run: () => act(studio().project.openRecent({ id: recent.id })),
    }));

/** All of it, as things are now. */
export function allEntries(state: State): Entry[] {
  const { project } = state;
  return [
    ...actionEntries(state),
    ...editEntries(state),
    ...(project ? [...photoEntries(project), ...versionEntries(project)] : []),
    ...projectEntries(state),
  ];
}
