import { ESLint } from 'eslint';
import { expect, it } from 'vitest';

const lint = async (text: string, filePath = 'src-renderer/library/Sheet.tsx') => {
  const [result] = await new ESLint().lintText(text, { filePath });
  return result!.messages.filter(({ ruleId }) => ruleId === 'vitrail/words').length;
};

it.each([
  'export const A = () => <p>Drop a photo</p>;\n',
  "export const A = () => <p>{'Drop a photo'}</p>;\n",
  'export const A = ({ n }: { n: number }) => <p>{`${n} photos`}</p>;\n',
  'export const A = () => <input aria-label="Name" />;\n',
  'export const A = ({ n }: { n: number }) => <input placeholder={`${n} photos`} />;\n',
  "announce('Saved it.');\n",
  "notify('error', { code: 'bad-input', message: 'This could not be read.' });\n",
])('%j is said outside the strings', async (text) => {
  expect(await lint(text)).toBeGreaterThan(0);
});

it.each([
  'export const A = () => <p className="a b" role="status">{t.welcome.title}</p>;\n',
  'export const A = () => <p>{t.a} · {t.b}</p>;\n',
  "export const part = { kind: 'mask', label: 'mask' };\n",
  'announce(t.sheet.removed(2));\n',
])('%j is fine', async (text) => {
  expect(await lint(text)).toBe(0);
});

it('the strings themselves are where words are', async () => {
  expect(await lint("export const a = { title: 'A photo' };\n", 'src-renderer/strings/en/app.ts')).toBe(0);
});
