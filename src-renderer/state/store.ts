/** The page's state: what the studio last said, and what only this window knows. */
import { create } from 'zustand';
import type { App, Job } from '../../src-main/contract/app.ts';
import type { Project, Trial } from '../../src-main/contract/document.ts';
import type { Region } from '../../src-main/contract/region.ts';
import type { Plan } from '../../src-main/contract/invocation.ts';
import type { Failure } from '../../src-main/contract/result.ts';
import type { View } from '../canvas/view.ts';
import { none, type Picked } from '../library/picking.ts';
import type { PanelId } from '../panels/ids.ts';
import type { Language } from '../strings/index.ts';
import type { ToolId } from '../tools/tool.ts';
import type { LinkState } from '../transport/link.ts';

export type Level = 'info' | 'warning' | 'error';
export interface Notice {
  id: number;
  level: Level;
  failure: Failure;
  /** When it came, in milliseconds since the epoch. */
  at: number;
}

/** A file that could be a mask of a photo, or a photo. */
export interface MaskFile {
  file: File;
  canvas: string;
}

export interface ShellInfo {
  kind: 'electron' | 'browser';
  platform: string;
  version: string;
}

export interface State {
  link: LinkState;
  /** Whether the studio's state has been read once. */
  loaded: boolean;
  shell: ShellInfo | null;
  app: App | null;
  project: Project | null;
  jobs: readonly Job[];
  /** Answers on their way, by the message that they answer: what there is of each so far. */
  answers: Readonly<Record<string, string>>;
  /** Whether words are being looked for in the thread. */
  finding: boolean;
  engine: 'ready' | 'restarting' | 'failed';
  notices: readonly Notice[];
  /** Errors of this session, the newest last: what was dismissed can still be read. */
  problems: readonly Notice[];
  /** The language that the words are in. */
  language: Language;

  tool: ToolId;
  /** Diameter of the brush on screen, in CSS pixels. */
  brush: number;
  view: View;
  /** A region that is being looked up. */
  pending: { canvas: string; region: Region | null } | null;
  /** The selection's tint is shown wherever it is: the pointer rests on one of its controls. */
  tinted: boolean;
  /** The original is shown instead of the current version. */
  comparing: boolean;
  /** A version of a layer is shown left of a share of the picture's width. */
  beside: { canvas: string; layer: string; version: string; split: number } | null;
  /** A picture that a plan would make is shown instead of what a layer shows, while the plan is being changed; `moved`: nothing lies where it lay. */
  trial: (Trial & { canvas: string; moved: boolean }) | null;
  /** The panel beside the canvas. */
  panel: PanelId | null;
  dialog: 'settings' | 'shortcuts' | 'palette' | null;
  /** The sheet of all photos lies over the canvas. */
  sheet: boolean;
  /** What is chosen in it. */
  picked: Picked;
  /** A plan that waits for the photos it is to be applied to. */
  batch: Plan | null;
  /** The list of jobs and problems is open; and until when it has been read. */
  activity: boolean;
  readUntil: number;
  /** Files that wait for a word on what they are. */
  masks: readonly MaskFile[];
  /** The last thing said to screen readers; the number makes a repeated text new. */
  said: { text: string; count: number };
}

export const initialState: State = {
  link: 'starting',
  loaded: false,
  shell: null,
  app: null,
  project: null,
  jobs: [],
  answers: {},
  finding: false,
  engine: 'ready',
  notices: [],
  problems: [],
  language: 'en',
  tool: 'point',
  brush: 48,
  view: { scale: 1, x: 0, y: 0 },
  pending: null,
  tinted: false,
  comparing: false,
  beside: null,
  trial: null,
  panel: null,
  dialog: null,
  sheet: false,
  picked: none,
  batch: null,
  activity: false,
  readUntil: 0,
  masks: [],
  said: { text: '', count: 0 },
};

export const useStore = create<State>()(() => initialState);

/** Jobs that are remembered; running ones are never forgotten. */
const KEPT = 60;

/** The list with one job added or brought up to date. */
export function withJob(jobs: readonly Job[], job: Job): readonly Job[] {
  const index = jobs.findIndex((j) => j.id === job.id);
  if (index >= 0) return jobs.map((j, i) => (i === index ? job : j));
  const next = [...jobs, job];
  const surplus = next.length - KEPT;
  if (surplus <= 0) return next;
  let dropped = 0;
  return next.filter((j) => active(j) || dropped++ >= surplus);
}

/** The answers on their way with one of them brought up to date; `null`: it has come. */
export function withAnswer(answers: State['answers'], to: string, text: string | null): State['answers'] {
  if (text !== null) return { ...answers, [to]: text };
  return Object.fromEntries(Object.entries(answers).filter(([id]) => id !== to));
}

export const active = (job: Job): boolean => job.state === 'waiting' || job.state === 'running';

let nextNotice = 1;

/** Shows a failure until it is dismissed, or, when it is no error, outlived. The same text isn't shown twice: it becomes the newest. */
export function notify(level: Level, failure: Failure) {
  const notice: Notice = { id: nextNotice++, level, failure, at: Date.now() };
  const others = (list: readonly Notice[]) =>
    list.filter((n) => n.failure.message !== failure.message || n.level !== level);
  useStore.setState(({ notices, problems }) => ({
    notices: [...others(notices), notice],
    ...(level === 'error' && { problems: [...others(problems), notice].slice(-KEPT) }),
  }));
}

export function dismiss(id: number) {
  useStore.setState(({ notices }) => ({ notices: notices.filter((n) => n.id !== id) }));
}

/** The notice that came last, and a way to take it and all before it off. An error stays until it is dismissed. */
export const newestNotice = (): number => nextNotice - 1;
export function outlive(newest: number) {
  const past = (n: Notice) => n.id <= newest && n.level !== 'error';
  if (useStore.getState().notices.some(past))
    useStore.setState(({ notices }) => ({ notices: notices.filter((n) => !past(n)) }));
}

/** Says something to screen readers. */
export function announce(text: string) {
  useStore.setState(({ said }) => ({ said: { text, count: said.count + 1 } }));
}
