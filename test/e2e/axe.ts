/** What a screen reader or a keyboard would stumble over, found by axe-core in the page as it is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect, type Page } from 'playwright/test';
import { root } from './server.ts';

const source = readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

/** One line a violation: the rule, what it wants, and the elements. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(source); // not as a script element, which the page's policy forbids
  const { violations } = await page.evaluate(
    (options) => {
      const { axe } = window as unknown as {
        axe: { configure(spec: unknown): void; run(options: RunOptions): Promise<AxeResults> };
      };
      // Menus and tooltips lie at the end of the body, outside the landmarks, as dialogs do.
      const regionMatcher = 'dialog, [role=dialog], [role=alertdialog], [role=menu], [role=tooltip], svg';
      axe.configure({ checks: [{ id: 'region', options: { regionMatcher } }] });
      return axe.run(options);
    },
    { resultTypes: ['violations'] } satisfies RunOptions,
  );
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map((node) => `    ${node.html.slice(0, 160)} ${node.failureSummary?.split('\n')[1] ?? ''}`).join('\n')}`,
  );
}

/** No violation in this state of the page. */
export async function accessible(page: Page, state: string): Promise<void> {
  expect.soft(await violations(page), state).toEqual([]);
}
