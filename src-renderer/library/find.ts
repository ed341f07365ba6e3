/** Which photos fit a search, in which order. */
import type { Canvas, Project } from '../../src-main/contract/document.ts';
import type { Media } from '../../src-main/contract/media.ts';
import { baseMedia, mediaOf } from '../state/select.ts';
import { en } from '../strings/en/index.ts';
import { locale, t } from '../strings/index.ts';
import { colourNames, enough, rainbow, shareLike, shareNamed, type ColourName } from './colours.ts';

export interface Photo {
  canvas: Canvas;
  media: Media | undefined;
  /** When it was taken, else when it came into the project: milliseconds since the epoch. */
  at: number;
}

export type Sort = 'order' | 'name' | 'newest' | 'oldest' | 'colour';

export interface Search {
  text: string;
  /** `#rrggbb`, or any. */
  colour: string | null;
  sort: Sort;
}

export const everything: Search = { text: '', colour: null, sort: 'order' };

/** Every photo, clip and sound of the project with the medium that it shows. */
export const photosOf = (project: Project): Photo[] =>
  project.canvases
    .map((canvas) => ({
      canvas,
      media: baseMedia(project, canvas),
      at: mediaOf(project, canvas.source)?.takenAt ?? canvas.createdAt,
    }))
    .sort((a, b) => a.canvas.order - b.canvas.order);

const DAY = 86_400_000;

/** Every way in which somebody may write a day, small: `25 nov 2026 november wednesday 2026-11-25 today`. */
export function wordsOfDay(at: number, now: number): string {
  const day = (time: number) => new Date(time).toDateString();
  const { sheet } = t;
  const forms: Intl.DateTimeFormatOptions[] = [
    { dateStyle: 'medium' },
    { dateStyle: 'full' },
    { dateStyle: 'short' },
  ];
  const date = new Date(at);
  const iso = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return [
    ...forms.map((form) => new Intl.DateTimeFormat(locale(), form).format(at)),
    iso,
    day(at) === day(now) && `${sheet.days.today} ${en.sheet.days.today}`,
    day(at) === day(now - DAY) && `${sheet.days.yesterday} ${en.sheet.days.yesterday}`,
  ]
    .filter(Boolean)
    .join(' ')
    .toLowerCase();
}

/** The colour that a word names, in the language in use or in English. */
export const colourNamed = (word: string): ColourName | undefined =>
  colourNames.find((name) => t.sheet.colourNames[name] === word || en.sheet.colourNames[name] === word);

/** How well a photo fits, 0: not at all. Every word has to be in its name, its day, its kind or its colours. */
function fitOf({ canvas, media, at }: Photo, { text, colour }: Search, now: number): number {
  let fit = 1;
  if (colour) {
    const share = shareLike(media?.colours, colour);
    if (share < enough) return 0;
    fit = share;
  }
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return fit;
  const name = canvas.name.toLowerCase();
  const said = `${wordsOfDay(at, now)} ${t.library.kinds[canvas.kind]}`.toLowerCase();
  for (const word of words) {
    if (name.includes(word) || said.split(/[\s,]+/).some((part) => part.startsWith(word))) continue;
    const named = colourNamed(word);
    const share = named ? shareNamed(media?.colours, named) : 0;
    if (share < enough) return 0;
    fit *= share;
  }
  return fit;
}

const orders: Record<Sort, (a: Photo, b: Photo) => number> = {
  order: (a, b) => a.canvas.order - b.canvas.order,
  name: (a, b) => a.canvas.name.localeCompare(b.canvas.name, locale(), { numeric: true }),
  newest: (a, b) => b.at - a.at,
  oldest: (a, b) => a.at - b.at,
  colour: (a, b) => rainbow(a.media?.colours) - rainbow(b.media?.colours),
};

/** The photos that fit; where a colour is looked for, those that have most of it first. */
export function find(photos: readonly Photo[], search: Search, now = Date.now()): Photo[] {
  const fitting = photos
    .map((photo) => ({ photo, fit: fitOf(photo, search, now) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => orders[search.sort](a.photo, b.photo));
  if (search.sort === 'order') fitting.sort((a, b) => b.fit - a.fit); // stable: equal ones keep their order
  return fitting.map(({ photo }) => photo);
}
