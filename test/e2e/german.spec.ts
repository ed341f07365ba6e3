/** The page in German: in no main state is there an English word of its own, seen or heard. */
import type { Page } from 'playwright/test';
import { fit } from '../../src-renderer/canvas/view.ts';
import { de } from '../../src-renderer/strings/de/index.ts';
import { en } from '../../src-renderer/strings/en/index.ts';
import { phrases } from '../../src-renderer/strings/phrases.ts';
import { expect, test } from './studio.ts';
import { sample } from './server.ts';

test.use({ locale: 'de-DE', contextOptions: { reducedMotion: 'reduce' } });

/** All that is shown or spoken, one text each. */
const textsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      // An example to be said is marked as the English that it is.
      if (!parentElement?.closest('script, style, noscript, [lang="en"]')) found.push(textContent ?? '');
    }
    const spoken = [
      'aria-label',
      'aria-description',
      'aria-valuetext',
      'aria-roledescription',
      'title',
      'placeholder',
      'alt',
    ];
    for (const element of document.body.querySelectorAll('*'))
      for (const name of spoken) found.push(element.getAttribute(name) ?? '');
    return found.map((text) => text.trim()).filter(Boolean);
  });

/** Words that English has and German hasn't. */
const englishWord =
  /\b(the|and|of|with|this|that|your|you|are|is|not|from|to|for|its?|be|can|can’t|no|nothing|something|here|there|what|all|undo|redo|show|layers?|versions|regions?|remove|move|select|selected|picture|done|undone|open|close|settings|choose|say|click|draw|again|photos|drop|needs?)\b/i;

/** What the studio is told is English in every language: in quotes, as examples, or as it was said. */
const told = [
  ...Object.values(phrases).map(({ text }) => text),
  ...Object.values(en.chat.suggestions).flat(),
  ...Object.values(en.selection.quickText),
  en.tools.wordsPlaceholder,
  'remove this',
  'make it black and white',
  'black and white',
  'make it a bit warmer',
  'put a lighthouse here',
  'crop',
  'gibberish zzz',
  'undo that',
];
/** Names: of photos and their makers, of packs and licences, of the model languages. */
const names =
  /English|Chelsea the cat|Stefan van der Walt|public domain|Apache-2\.0|CreativeML Open RAIL.?M|Non-?commercial|Stable Diffusion \w+|Segment Anything|GNU General Public License/gi;

function leaks(texts: string[]): string[] {
  const english = new Set<string>();
  const collect = (value: unknown, german: unknown): void => {
    if (typeof value === 'string') {
      if (value !== german && /\p{L}{3}/u.test(value)) english.add(value);
    } else if (value && typeof value === 'object')
      for (const [key, inner] of Object.entries(value))
        collect(inner, (german as Record<string, unknown>)[key]);
  };
  collect(en, de);
  const allowed = [...told].sort((a, b) => b.length - a.length);
  return texts.filter((text) => {
    if (allowed.includes(text)) return false;
    const own = allowed
      .reduce((rest, phrase) => rest.replaceAll(phrase, ''), text)
      .replace(/„[^“]*“|“[^”]*”/g, '')
      .replace(names, '');
    return english.has(text) || englishWord.test(own);
  });
}

test('no English word of its own is in any state of the German page', async ({ served, page }) => {
  await page.goto(served.file);
  await page.waitForURL(`${served.url}**`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  const check = async (state: string) => expect.soft(leaks(await textsOn(page)), state).toEqual([]);
  const button = (name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' });
  const message = page.getByRole('textbox', { name: de.chat.message, exact: true });
  const say = async (text: string) => {
    await message.fill(text);
    await message.press('Enter');
  };
  const stage = page.getByRole('application');

  await expect(page.getByRole('heading', { level: 1, name: de.welcome.title })).toBeVisible();
  await check('empty');

  const chooser = page.waitForEvent('filechooser');
  await button(de.actions.open).first().click();
  await (await chooser).setFiles([sample('coffee.jpg'), sample('chelsea.jpg')]);
  await expect(button(de.library.show('chelsea'))).toBeVisible();
  await button(de.library.show('coffee')).click();
  await expect(page.getByRole('application', { name: de.canvas.label('coffee') })).toBeVisible();
  await check('photo');

  await button(de.actions.fit).click();
  const view = fit({ width: 600, height: 400 }, (await stage.boundingBox())!);
  const position = { x: view.x + 0.605 * 600 * view.scale, y: view.y + 0.7 * 400 * view.scale };
  await stage.click({ position });
  await expect(page.getByRole('toolbar', { name: de.selection.label }).getByText(/ %/)).toBeVisible();
  await check('selection');

  // Cards: done, without a model, without a place; answers; what isn't understood.
  await say('remove this');
  const card = (command: string) => page.getByRole('region', { name: de.plan.label(command), exact: true });
  await expect(card(de.commands.remove).getByText(de.plan.states.done)).toBeVisible();
  await say('make it a bit warmer');
  await expect(card(de.commands.adjust).getByText(de.plan.states.done)).toBeVisible();
  await say('put a lighthouse here');
  await expect(page.getByText(de.plan.packs).first()).toBeVisible();
  await say('undo that');
  await expect(page.getByText(de.sayings.undone(de.commands.adjust))).toBeVisible();
  await say('gibberish zzz');
  await expect(page.getByText('Ich verstehe „gibberish zzz“ nicht.')).toBeVisible();
  await check('cards and answers');
  await card(de.commands.remove).getByRole('button', { name: de.plan.more }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await check('card menu');
  await page.keyboard.press('Escape');

  for (const panel of ['layers', 'regions', 'history'] as const) {
    await page.getByRole('banner').getByRole('button', { name: de.panels.names[panel], exact: true }).click();
    await expect(page.getByRole('tabpanel', { name: de.panels.names[panel] })).toBeVisible();
    if (panel === 'layers') {
      await button(de.layers.duplicate).click();
      await expect(page.getByText(`coffee ${de.layers.copy}`).first()).toBeVisible();
      await button(de.layers.group).click();
      await expect(page.getByText(de.layers.groupName(1)).first()).toBeVisible();
    }
    await check(`panel ${panel}`);
  }
  await expect(page.getByRole('list', { name: de.history.label })).toContainText(
    de.sayings.duplicateLayer('coffee'),
  );
  await expect(page.getByRole('list', { name: de.history.label })).toContainText(/\d\d:\d\d/);
  await button(de.panels.close).click();

  for (const tool of [
    'box',
    'lasso',
    'polygon',
    'brush',
    'eraser',
    'words',
    'picker',
    'move',
    'crop',
    'text',
    'hand',
  ] as const) {
    await button(new RegExp(`^${de.actions[`tool-${tool}`]}`))
      .first()
      .click();
    await expect(page.getByRole('toolbar', { name: de.tools.label })).toBeVisible();
    await check(`tool ${tool}`);
  }
  await page.keyboard.press('Escape');

  await button(de.exports.button).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await check('export menu');
  await page.keyboard.press('Escape');
  await button(de.header.menu).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await check('project menu');
  await page.keyboard.press('Escape');

  await button(new RegExp(`^${de.activity.title}`)).click();
  await expect(page.getByRole('heading', { name: de.activity.title })).toBeVisible();
  await check('activity');
  await page.keyboard.press('Escape');

  await button(de.actions.settings).click();
  const dialog = page.getByRole('dialog', { name: de.settings.title });
  for (const tab of await dialog.getByRole('tab').all()) {
    await tab.click();
    await expect(dialog.getByRole('tabpanel')).toBeVisible();
    await check(`settings, ${await tab.textContent()}`);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await stage.focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: de.shortcuts.title })).toBeVisible();
  await check('shortcuts');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: de.palette.label })).toBeFocused();
  await check('palette');
  await page.keyboard.press('Escape');

  await page.getByRole('banner').getByRole('button', { name: de.actions.library }).click();
  const photos = page.getByRole('listbox', { name: de.sheet.label });
  await photos.getByRole('option').first().click();
  await expect(page.getByRole('region', { name: de.batch.label })).toBeVisible();
  await button(de.sheet.colour).click();
  await check('sheet');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  // What was said in German is said in English once that is spoken; nothing of it was kept in one language.
  await page.keyboard.press('Control+,');
  await page.getByRole('tab', { name: de.settings.sections.language }).click();
  await page.getByText(de.settings.languages.en).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Undone: Adjust.')).toBeVisible();
  await expect(page.getByText("I don't understand “gibberish zzz”.")).toBeVisible();
});
