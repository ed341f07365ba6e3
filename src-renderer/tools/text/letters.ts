import type { Version } from '../../../src-main/contract/document.ts';

/** What an edit made of a text: the version that still had its words, and the one after it, which is a picture. */
export function lettersOf(
  versions: readonly Version[],
  shown: Version,
): { words: Version; picture: Version } | null {
  const byId = new Map(versions.map((version) => [version.id, version]));
  let picture = shown;
  for (;;) {
    const words = picture.parent === null ? undefined : byId.get(picture.parent);
    if (!words) return null;
    if (words.text) return { words, picture };
    picture = words;
  }
}
