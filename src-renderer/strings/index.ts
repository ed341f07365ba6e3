/** The words of the language in use. A language is a folder here with the same keys as `en`. */
import { de } from './de/index.ts';
import { en } from './en/index.ts';

export type Strings = typeof en;

const languages = { en, de } satisfies Record<string, Strings>;
export type Language = keyof typeof languages;
export const everyLanguage: readonly Strings[] = Object.values(languages);
export const languageIds = Object.keys(languages) as Language[];

/** The words of the language in use; read them where they are shown, never keep one: they change with the language. */
export let t: Strings = en;
let current: Language = 'en';

/** The first language of the system's list that there are words in. */
export const systemLanguage = (wanted: readonly string[] = navigator.languages): Language =>
  wanted.map((tag) => tag.split('-')[0] as Language).find((id) => languageIds.includes(id)) ?? 'en';

/** The language in use. */
export const language = (): Language => current;

/** Changes every word. What is on screen has to be drawn anew. */
export function speak(language: Language): void {
  current = language;
  t = languages[language];
}

/** How numbers and dates are written: as the system does in the language in use, a British or a Swiss one say. */
export function locale(wanted: readonly string[] = navigator.languages): string {
  return wanted.find((tag) => tag.split('-')[0] === current) ?? current;
}
