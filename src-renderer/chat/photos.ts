/** Other photos of the project that a message names. */
import type { Canvas, Project } from '../../src-main/contract/document.ts';
import { photoPhrase } from '../strings/phrases.ts';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** The words that name a photo, not followed by more of a longer name. */
const phraseIn = (name: string) =>
  new RegExp(`(?<![\\p{L}\\d])${escaped(photoPhrase(name))}(?![\\p{L}\\d])`, 'iu');

/** The photos that are named in a text, except the one that is open; of two that fit the same words the longer name. */
export function photosIn(text: string, project: Project | null): Canvas[] {
  let left = text;
  const others = (project?.canvases ?? []).filter((c) => c.kind === 'image' && c.id !== project!.active);
  return [...others]
    .sort((a, b) => b.name.length - a.name.length)
    .filter(({ name }) => {
      const named = phraseIn(name).test(left);
      if (named) left = left.replace(phraseIn(name), '');
      return named;
    });
}

/** The text without the words that name a photo. */
export const withoutPhoto = (text: string, name: string): string =>
  text.replace(phraseIn(name), '').replace(/ {2,}/g, ' ').trim();
