/**
 * Sentence patterns, written as text:
 *
 *     word          itself                    (a|b c)   one of these       [a|b c]   one of these or nothing
 *     <name>        a phrase of a word list   {name}    a slot: some words that its reader understands
 *
 * Slots take as few words as they can; a pattern fits only if it covers the whole clause.
 */

type Node =
  { kind: 'word'; word: string } | { kind: 'choice'; options: Node[][] } | { kind: 'slot'; name: string };
export type Pattern = Node[];

export function compile(text: string, lists: Readonly<Record<string, readonly string[]>>): Pattern {
  const pieces = text.match(/[()[\]|]|<[a-z-]+>|\{[a-z]+\}|[^\s()[\]|<>{}]+/g) ?? [];
  let at = 0;
  const choice = (end: string): Node[][] => {
    const options: Node[][] = [[]];
    for (; at < pieces.length && pieces[at] !== end; at++) {
      const piece = pieces[at]!;
      if (piece === '|') options.push([]);
      else options.at(-1)!.push(node(piece));
    }
    return options;
  };
  const node = (piece: string): Node => {
    if (piece === '(' || piece === '[') {
      at++;
      const options = choice(piece === '(' ? ')' : ']');
      return { kind: 'choice', options: piece === '[' ? [...options, []] : options };
    }
    if (piece.startsWith('{')) return { kind: 'slot', name: piece.slice(1, -1) };
    if (!piece.startsWith('<')) return { kind: 'word', word: piece };
    const list = lists[piece.slice(1, -1)];
    if (!list) throw new Error(`no word list ${piece}`);
    // The longest first: "blur out the faces" is not "blur" something called "out the faces".
    const phrases = [...list].sort((a, b) => b.length - a.length);
    return {
      kind: 'choice',
      options: phrases.map((phrase) => phrase.split(' ').map((word) => ({ kind: 'word', word }))),
    };
  };
  const options = choice('');
  return options.length === 1 ? options[0]! : [{ kind: 'choice', options }];
}

/** The words that a pattern can begin with; `undefined`: a slot may come first. */
export function firstWords(pattern: Pattern): ReadonlySet<string> | undefined {
  const words = new Set<string>();
  /** @returns whether what follows may come first as well; `undefined`: a slot may */
  const collect = (nodes: Pattern): boolean | undefined => {
    for (const node of nodes) {
      if (node.kind === 'slot') return undefined;
      if (node.kind === 'word') {
        words.add(node.word);
        return false;
      }
      const ends = node.options.map(collect);
      if (ends.includes(undefined)) return undefined;
      if (!ends.includes(true)) return false;
    }
    return true;
  };
  return collect(pattern) === undefined ? undefined : words;
}

/**
 * Sets of words of each of which a clause must hold one for the pattern to fit it; what is optional or any words asks
 * for none. A clause that fails is spared the matching.
 */
export function neededWords(pattern: Pattern): ReadonlySet<string>[] {
  return pattern.flatMap((node) => {
    if (node.kind === 'word') return [new Set([node.word])];
    if (node.kind === 'slot') return [];
    const options = node.options.map((option) => neededWords(option)[0]);
    return options.includes(undefined) ? [] : [new Set(options.flatMap((words) => [...words!]))];
  });
}

/** Every word that a pattern can ask for. */
export function wordsOf(pattern: Pattern): string[] {
  return pattern.flatMap((node) => {
    if (node.kind === 'word') return [node.word];
    return node.kind === 'choice' ? node.options.flatMap(wordsOf) : [];
  });
}

/**
 * Fits a pattern to words [from, to).
 * @param read understands the words of a slot, or answers undefined; `null`: nor would more words be understood
 * @param accept is asked for each way the pattern fits, until it answers something
 */
export function match<S extends object, T>(
  pattern: Pattern,
  words: readonly string[],
  from: number,
  to: number,
  read: (slot: string, from: number, to: number) => unknown,
  accept: (slots: S) => T | undefined,
): T | undefined {
  const walk = (
    nodes: Pattern,
    index: number,
    at: number,
    slots: object,
    next: (at: number, slots: object) => T | undefined,
  ): T | undefined => {
    const node = nodes[index];
    if (!node) return next(at, slots);
    const on = (end: number, more: object) => walk(nodes, index + 1, end, more, next);
    switch (node.kind) {
      case 'word':
        return at < to && words[at] === node.word ? on(at + 1, slots) : undefined;
      case 'choice':
        for (const option of node.options) {
          const found = walk(option, 0, at, slots, on);
          if (found !== undefined) return found;
        }
        return undefined;
      case 'slot':
        for (let end = at + 1; end <= to; end++) {
          const value = read(node.name, at, end);
          if (value === null) return undefined;
          if (value === undefined) continue;
          const found = on(end, { ...slots, [node.name]: value });
          if (found !== undefined) return found;
        }
        return undefined;
    }
  };
  return walk(pattern, 0, from, {}, (at, slots) => (at === to ? accept(slots as S) : undefined));
}
