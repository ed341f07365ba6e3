/**
 * What the page says is in `src-renderer/strings/`, so that it can be said in every language: no words in elements, in
 * attributes that are shown or spoken, or in what is told to a person. `test/unit/words.test.ts` proves it.
 */

/** Attributes whose text a person reads or hears, and properties of objects that end in them. */
const spoken =
  /^(label|title|placeholder|alt|description|message|hint|caption|text|aria-(label|description|valuetext|roledescription)|thumbLabel|closeButtonLabel|fromLabel|toLabel)$/;
const said = /^(label|title|placeholder|description|message|hint|caption)$/;
/** Functions whose text a person reads or hears. */
const telling = /^(announce|notify|fail|makeFailure|alert|confirm)$/;

const hasWord = (text) => /\p{L}{2,}/u.test(text);
const textOf = (node) => {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral') return node.quasis.map((quasi) => quasi.value.cooked).join(' ');
  if (node?.type === 'JSXExpressionContainer') return textOf(node.expression);
  return '';
};
/** Words that a sentence is made of; a single small one is a value of the code (`label: 'mask'`). */
const isSaid = (text) => hasWord(text) && (/\s/.test(text.trim()) || /^\p{Lu}/u.test(text));

const message = 'Words belong into src-renderer/strings: read them as t.area.key.';

export const wordsRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const report = (node) => context.report({ node, message });
    return {
      JSXText: (node) => hasWord(node.value) && report(node),
      'JSXElement > JSXExpressionContainer': (node) => hasWord(textOf(node)) && report(node),
      JSXAttribute(node) {
        const { name } = node.name;
        if (spoken.test(String(name)) && hasWord(textOf(node.value))) report(node);
      },
      Property(node) {
        const name = node.key.name ?? node.key.value;
        if (said.test(String(name)) && isSaid(textOf(node.value))) report(node);
      },
      CallExpression(node) {
        if (!telling.test(node.callee.name ?? '')) return;
        for (const argument of node.arguments) if (isSaid(textOf(argument))) report(argument);
      },
    };
  },
};
