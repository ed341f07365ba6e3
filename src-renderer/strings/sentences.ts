/**
 * What the engine says in whole sentences: failures, answers, notes about a project. They cross processes and are kept
 * in projects in English, and are looked up by their English text where they are shown (as gettext does), with
 * {0}, {1} … for what is put in ({=0}: a person's own words, never translated; {"0}: what is to be said to the studio,
 * with the language's own quotes around it). What a language hasn't got stays English.
 */
import type { Failure } from '../../src-main/contract/result.ts';
import { tell, type Said } from '../../src-main/contract/said.ts';
import { sentences as de } from './de/sentences/index.ts';
import { language, t, type Language } from './index.ts';

/** English text → the same in another language. */
export type Sentences = Readonly<Record<string, string>>;

export const sentences: Partial<Record<Language, Sentences>> = { de };

interface Pattern {
  form: RegExp;
  /** Which {n} each group of the form is. */
  holes: number[];
  translated: string;
}

const HOLE = /\{(\d)\}/;
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The longest first: what has more words of its own is the better match. */
function patternsOf(table: Sentences): Pattern[] {
  return Object.entries(table)
    .filter(([english]) => HOLE.test(english))
    .sort(([a], [b]) => b.length - a.length)
    .map(([english, translated]) => {
      const parts = english.split(HOLE);
      const form = parts.map((part, i) => (i % 2 ? '(.*?)' : escape(part))).join('');
      return {
        form: new RegExp(`^${form}$`, 's'),
        holes: parts.filter((_, i) => i % 2).map(Number),
        translated,
      };
    });
}

const known = new Map<Sentences, Pattern[]>();

/** With the quotes of the language of `table`: how it writes “…”. */
const quoted = (text: string, table: Sentences): string =>
  text.replace(/“([^”]*)”/g, (as, words: string) => (table['“…”'] ?? as).replace('…', () => words));

/** A sentence of the engine in the language of `table`. */
export function translate(english: string, table: Sentences): string {
  if (Object.hasOwn(table, english)) return table[english]!;
  // What is said of one file of several: “photo.jpg: This file is empty.”
  const [, name, rest] = /^([^:]+): (.+)$/s.exec(english) ?? [];
  if (rest && translate(rest, table) !== rest) return `${name}: ${translate(rest, table)}`;
  let patterns = known.get(table);
  if (!patterns) known.set(table, (patterns = patternsOf(table)));
  for (const { form, holes, translated } of patterns) {
    const found = form.exec(english);
    if (!found) continue;
    return translated.replace(/\{([="]?)(\d)\}/g, (_, how: string, n: string) => {
      const given = found[holes.indexOf(Number(n)) + 1] ?? '';
      if (how === '"') return quoted(given, table);
      return how ? given : translate(given, table);
    });
  }
  return english;
}

/** What the engine said, in the language in use. */
export function sentence(english: string): string {
  const table = sentences[language()];
  return table
    ? english
        .split('\n')
        .map((line) => translate(line, table))
        .join('\n')
    : english;
}

/** A failure in the language in use; one that there are no words for there says at least of which kind it is. */
export function inWords<F extends Partial<Failure>>(failure: F): F {
  const { code, message, hint } = failure;
  const table = sentences[language()];
  const wordless = table && message !== undefined && code && !Object.hasOwn(table, message);
  const said = message === undefined ? undefined : sentence(message);
  const kind = wordless && said === message ? `${t.failures[code]} ` : '';
  return {
    ...failure,
    ...(said !== undefined && { message: `${kind}${said}` }),
    ...(hint !== undefined && { hint: sentence(hint) }),
  };
}

/** What the engine calls something, in the language in use. */
export const named = (what: Said): string => tell(what, t.sayings);
