import { globSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import ts from 'typescript';
import { english } from '../../../src-main/contract/sayings.ts';
import type { Message } from '../../../src-main/contract/document.ts';
import { plan as plans } from '../../../src-main/contract/invocation.ts';
import { failureCode } from '../../../src-main/contract/result.ts';
import { say, said, tell } from '../../../src-main/contract/said.ts';
import { wordsOf } from '../../../src-renderer/chat/words.ts';
import { speak, t } from '../../../src-renderer/strings/index.ts';
import { inWords, named, sentence, sentences, translate } from '../../../src-renderer/strings/sentences.ts';
import { messageOf } from '../studio/project/support.ts';

afterEach(() => speak('en'));

/** What only a terminal, a template's author or a bug shows. */
const unseen =
  /^src-main\/(cli|systems\/graphs|runtime\/graph|runtime\/checkpoint|runtime\/sessions\/(sound|store|fill)|studio\/(template|processes\/devices|work\/terminal|work\/graphs|doctor))/;

/** The texts that an expression can be, with {0}, {1} … for what is put in; none for what isn't written here. */
function textsOf(node: ts.Node): string[] {
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression);
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [
      node.templateSpans.reduce((text, span, i) => `${text}{${i}}${span.literal.text}`, node.head.text),
    ];
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [textsOf(node.left), textsOf(node.right)];
    const holes = (text: string) => text.match(/\{\d\}/g)?.length ?? 0;
    return left.flatMap((a) =>
      right.map((b) => a + b.replace(/\{(\d)\}/g, (_, n: string) => `{${Number(n) + holes(a)}}`)),
    );
  }
  if (ts.isBinaryExpression(node)) return [...textsOf(node.left), ...textsOf(node.right)];
  return [];
}

/** Functions that make a failure, and which of their arguments a person reads. */
const makers: Record<string, [number, number]> = {
  StudioError: [1, 3],
  fail: [1, 3],
  makeFailure: [1, 3],
  refuse: [0, 2],
  sized: [3, 4],
};

/** Every sentence that the sources of the engine have for a person, with where it stands. */
function spoken(): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of globSync('src-main/**/*.ts')) {
    const path = file.replaceAll('\\', '/');
    if (unseen.test(path)) continue;
    const add = (node: ts.Node) => textsOf(node).forEach((text) => text && found.set(text, path));
    const visit = (node: ts.Node): void => {
      if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.arguments) {
        const name = node.expression.getText();
        const which = Object.hasOwn(makers, name) && makers[name];
        if (which) node.arguments.slice(...which).forEach(add);
      }
      if (ts.isPropertyAssignment(node) && /^(message|hint|answer)$/.test(node.name.getText()))
        add(node.initializer);
      if (
        ts.isVariableDeclaration(node) &&
        /^(hint|readable|answer)$/.test(node.name.getText()) &&
        node.initializer
      )
        add(node.initializer);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(path, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  }
  return found;
}

const bare = (text: string) => text.replace(/\{\d\}/g, '{}');
const filled = (text: string) => text.replace(/\{(\d)\}/g, (_, n: string) => `⟨${n}⟩`);

it('a region that nobody named is called by its number once', () => {
  speak('de');
  expect(named(say('deleteRegion', 'Region 2'))).toBe('Bereich 2 löschen');
  expect(named(say('deleteRegion', 'Bereich 2'))).toBe('Bereich 2 löschen');
  expect(named(say('deleteRegion', 'dog'))).toBe('Bereich dog löschen');
});

it('what is to be said to the studio stands in the quotes of the language', () => {
  const german = sentences.de!;
  expect(translate('Try one of these: “undo”, “make it $1 warmer”.', german)).toBe(
    'Versuch eines davon: „undo“, „make it $1 warmer“.',
  );
  expect(translate('Which photo: “a”, “b” or “c” …?', german)).toBe('Welches Foto: „a“, „b“ oder „c“ …?');
});

describe('what the engine says in sentences', () => {
  const german = sentences.de!;
  const all = spoken();

  it('is found in its sources', () => {
    expect(all.size).toBeGreaterThan(220);
    expect(all.get('The disk is full.')).toBe('src-main/contract/result.ts');
  });

  it('has its words in German, with everything that is put in', () => {
    const missing: string[] = [];
    const known = new Set(Object.keys(german).map(bare));
    for (const [text, path] of all) {
      // A name before what another failure says, or nothing but what is put in.
      if (!/\p{L}{2}/u.test(text)) continue;
      if (!known.has(bare(text))) missing.push(`${path}: ${text}`);
      const whole = filled(text);
      const placed = (said: string) => [...said.matchAll(/⟨\d⟩/g)].map(String).sort();
      expect(placed(translate(whole, german)), text).toEqual(placed(whole));
    }
    expect(missing, 'put these into src-renderer/strings/de/sentences/').toEqual([]);
  });

  it('has nothing in German that nobody says any more', () => {
    const sources = globSync(['src-main/**/*.ts', 'assets/samples/*.json', 'models/*.json'])
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n')
      .replaceAll("\\'", "'");
    const said = [...all.keys()].map(filled);
    const gone = Object.keys(german).filter((text) => {
      if (said.includes(filled(text))) return false;
      const parts = text.split(/\{\d\}/).filter((part) => /\p{L}{2}/u.test(part));
      return !parts.every((part) => sources.includes(part.replaceAll('"', '\\"')) || sources.includes(part));
    });
    expect(gone).toEqual([]);
  });

  it('has a name for every kind of failure', () => {
    for (const language of ['en', 'de'] as const) {
      speak(language);
      expect(Object.keys(t.failures).sort()).toEqual([...failureCode.options].sort());
    }
  });
});

describe('a sentence in German', () => {
  it('takes what is put in over, and translates it where it is a sentence itself', () => {
    speak('de');
    expect(sentence('boat.jpg: This file is empty.')).toBe('boat.jpg: Diese Datei ist leer.');
    expect(sentence('“Cut out” needs to know where.')).toBe('Für „Freistellen“ muss klar sein, wo.');
    expect(sentence('The mask has 3 × 4 pixels, the picture 5 × 6.')).toBe(
      'Die Maske hat 3 × 4 Pixel, das Bild 5 × 6.',
    );
  });
  it('leaves a person’s own words alone', () => {
    speak('de');
    expect(sentence("I don't understand “Remove”.")).toBe('Ich verstehe „Remove“ nicht.');
    expect(sentence('Nothing is selected. is locked.')).toBe('Nothing is selected. ist gesperrt.');
  });
  it('stays English where there are no words for it, and for who speaks English', () => {
    expect(sentence('The disk is full.')).toBe('The disk is full.');
    speak('de');
    expect(sentence('Something new.')).toBe('Something new.');
    const failure = { code: 'no-space' as const, message: 'The disk is full.' };
    expect(inWords(failure)).toEqual({ code: 'no-space', message: 'Die Platte ist voll.' });
    expect(failure.message).toBe('The disk is full.');
  });
});

describe('what the engine calls something', () => {
  it('is said in each language from the same key', () => {
    const label = say('showVersion', say('edit', 'cut-out'));
    expect(tell(label)).toBe('Show Cut out');
    speak('de');
    expect(named(label)).toBe('Fassung zeigen: Freistellen');
    expect(named(say('removePhotos', 1))).toBe('1 Foto entfernen');
    expect(named(say('plan', say('edit', 'remove'), say('edit', 'blur')))).toBe('Entfernen, Weichzeichnen');
  });
  it('is said as it is where an older project has it as a text', () => {
    speak('de');
    expect(named('Import boat')).toBe('Import boat');
    expect(said.parse('Import boat')).toBe('Import boat');
  });
  it('shows the key of a newer version', () => {
    expect(tell(said.parse({ key: 'teleport', args: [1] }))).toBe('teleport');
    expect(tell({ key: 'toString', args: [] })).toBe('toString');
  });
  it('takes no nonsense from a file', () => {
    expect(said.safeParse({ key: 'import', args: [{}] }).success).toBe(false);
    expect(said.safeParse({ key: 'import' }).success).toBe(false);
    expect(tell({ key: 'plan', args: [1, 2] })).toBe('1, 2');
  });
  it('has no key that says nothing', () => {
    for (const key of Object.keys(english) as (keyof typeof english)[]) {
      const saying = english[key] as (...args: unknown[]) => string;
      const german = t.sayings[key] as (...args: unknown[]) => string;
      expect(saying('x1', 'y2', 'z3')).not.toBe('');
      expect(german('x1', 'y2', 'z3')).not.toBe('');
    }
  });
});

describe('what a message says', () => {
  const plan = plans.parse({
    steps: [
      { input: { from: 'focus' }, invocation: { module: 'image-editing', command: 'remove', args: {} } },
      {
        input: { from: 'step', step: 0 },
        invocation: { module: 'image-editing', command: 'adjust', args: {} },
      },
    ],
  });
  const of = (more: Partial<Message>) =>
    wordsOf({ ...messageOf('m', { role: 'studio', text: '' }), ...more });

  it('is nothing where its card says it, in any language, also in older projects', () => {
    for (const language of ['en', 'de'] as const) {
      speak(language);
      expect(of({ plan, text: 'Remove, adjust' })).toBe('');
      expect(of({ plan })).toBe('');
      expect(of({ plan, text: 'Gladly.' })).toBe('Gladly.');
    }
  });
  it('is what the studio said, in the language in use, and what a person wrote as it is', () => {
    speak('de');
    expect(of({ said: say('undone', say('edit', 'crop')), text: 'Undone: Crop.' })).toBe(
      'Zurückgenommen: Zuschneiden.',
    );
    expect(of({ text: 'There is nothing to undo.' })).toBe('Es gibt nichts zurückzunehmen.');
    expect(of({ role: 'user', text: 'There is nothing to undo.' })).toBe('There is nothing to undo.');
  });
});
