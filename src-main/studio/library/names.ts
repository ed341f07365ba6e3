/** File names that every system accepts. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Names that Windows keeps for devices, with any extension, in any case. */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i;

/** Longest name in UTF-8 bytes: room for a suffix and a few folders within Windows' 260 characters. */
const longest = 80;

/** A name for a file or folder that reads like `name`; never empty, at most 80 bytes. `what` tells it from a device. */
export function safeName(name: string, instead = 'Untitled', what = 'project'): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '') // control, invisible and half characters
    .replace(/[<>:"/\\|?*]+/g, ' ')
    .replace(/\s+/g, ' ');
  const trimmed = trim(cut(trim(plain)));
  if (trimmed === '') return instead;
  return reserved.test(trimmed) ? `${trimmed.replace(/\..*$/, '')} ${what}` : trimmed;
}

/**
 * A safe name for a file that a page or a person named: the last part of a path, its ending kept, so that what is read
 * from the ending stays true. At most 150 bytes.
 */
export function safeFileName(name: string): string {
  const last = trim(name.split(/[/\\]/).pop() ?? '');
  const ending = /\.[\p{L}\p{N}]{1,16}$/u.exec(last)?.[0] ?? '';
  return `${safeName(last.slice(0, last.length - ending.length), 'file', 'file')}${ending}`;
}

/** Makes a new folder called `name`, or `name 2`, `name 3` … where that exists, and answers with its path. */
export function makeNewFolder(parent: string, name: string): string {
  mkdirSync(parent, { recursive: true });
  const base = safeName(name);
  for (let n = 1; ; n++) {
    const path = join(parent, n === 1 ? base : `${base} ${n}`);
    try {
      mkdirSync(path); // the file system itself decides whether two names are the same
      return path;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** No blanks at the ends, no dot at the end (Windows drops it), none at the beginning (hidden). */
const trim = (name: string): string => name.replace(/^[\s.]+|[\s.]+$/g, '');

function cut(name: string): string {
  let bytes = 0;
  let kept = '';
  for (const character of name) {
    bytes += Buffer.byteLength(character);
    if (bytes > longest) break;
    kept += character;
  }
  return kept;
}
