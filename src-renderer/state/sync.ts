/** Keeps the store equal to what the studio says. */
import type { App } from '../../src-main/contract/app.ts';
import { afterChange } from '../../src-main/contract/changes.ts';
import type { Project } from '../../src-main/contract/document.ts';
import type { Studio } from '../../src-main/contract/studio.ts';
import { actions } from '../actions/registry.ts';
import { perform } from '../actions/perform.ts';
import { holdsText } from '../actions/shortcuts.ts';
import { speak, systemLanguage } from '../strings/index.ts';
import { ask } from './ask.ts';
import { notify, useStore, withAnswer, withJob } from './store.ts';

/** Listens to every event; called once a page. */
export function follow(studio: Studio) {
  const set = useStore.setState;
  studio.on('project', (project) => {
    fresh.project = true;
    set({ project });
  });
  studio.on('change', (change) => {
    const before = useStore.getState().project;
    const project = afterChange(before, change);
    if (!project) void reread(studio);
    else if (project !== before) set({ project });
  });
  studio.on('app', (app) => {
    fresh.app = true;
    set(knowing(app));
  });
  studio.on('job', (job) => set(({ jobs }) => ({ jobs: withJob(jobs, job) })));
  studio.on('answer', ({ to, text }) => set(({ answers }) => ({ answers: withAnswer(answers, to, text) })));
  studio.on('notice', ({ level, failure }) => notify(level, failure));
  studio.on('engine', ({ state }) => {
    set({ engine: state });
    if (state === 'ready') void refresh(studio);
  });
  studio.on('command', ({ action }) => {
    // The menu's undo means the text while one is being typed (on macOS its shortcut never reaches the page).
    const typing = holdsText(document.activeElement);
    if (typing && (action === 'undo' || action === 'redo')) document.execCommand(action);
    else if (action in actions) perform(action as keyof typeof actions);
  });
}

/** The state with this; the words change before anything is drawn with them. */
function knowing(app: App) {
  const { language: chosen } = app.settings;
  const language = chosen === 'system' ? systemLanguage() : chosen;
  speak(language);
  return { app, language };
}

/** What has been told by an event since the last refresh began: newer than the refresh's own answer. */
const fresh = { project: false, app: false };

let reading = false;
/** Reads the project as a whole: something was missed. */
async function reread(studio: Studio) {
  if (reading) return;
  reading = true;
  fresh.project = false;
  const project = await ask(studio.project.current());
  reading = false;
  if (project !== undefined && isNews(project)) useStore.setState({ project });
}

/** Whether nothing newer than what was read has been told since. */
function isNews(project: Project | null): boolean {
  const { project: now } = useStore.getState();
  const older = project !== null && now?.opened === project.opened && project.revision < now.revision;
  return !fresh.project && !older;
}

/** Reads everything anew: at the start, after a lost link, after a restart of the engine. */
export async function refresh(studio: Studio) {
  fresh.project = fresh.app = false;
  const [shell, app, project, jobs] = await Promise.all([
    ask(studio.shell.info()),
    ask(studio.app.state()),
    ask(studio.project.current()),
    ask(studio.jobs.list()),
  ]);
  useStore.setState({
    loaded: true,
    answers: {},
    pending: null,
    ...(shell && { shell }),
    ...(app && !fresh.app && knowing(app)),
    ...(project !== undefined && isNews(project) && { project }),
    ...(jobs && { jobs }),
  });
}
