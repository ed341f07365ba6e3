/**
 * Text inside the tags. The characters that would end a tag, an argument or a line are written as XML entities, and so
 * is white space at either end, which is otherwise dropped. Anything that isn't such an entity is read as it stands.
 */

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const names = Object.fromEntries(Object.entries(named).map(([name, character]) => [character, name]));

const entity = (character: string): string => {
  const name = names[character];
  return name ? `&${name};` : `&#${character.codePointAt(0)!};`;
};

/** Also escapes what matches `more`. */
export function escapeText(text: string, more = /[|]/g): string {
  return text

    .replace(/[&<>\u0000-\u001f\u007f]/g, entity)
    .replace(more, entity)
    .replace(/^\s+|\s+$/g, (space) => Array.from(space, entity).join(''));
}

export function unescapeText(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (all, decimal, hex, name) => {
      if (name) return named[String(name).toLowerCase()]!;
      const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}

/** The shortest text that reads back as this very number. */
export const formatNumber = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** `undefined` for text that is no finite number. */
export function parseNumber(text: string): number | undefined {
  const value = NUMBER.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : undefined;
}
