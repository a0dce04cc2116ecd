import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './test.ts'

/** The success criteria of WCAG 2.2 up to AA, as axe names them, and its own advice on landmarks, headings and roles. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Of these, what a theme can break. */
const ON_COLOURS = ['color-contrast', 'link-in-text-block']

/**
 * What axe finds on the open page as it is now: a line for each element that breaks a rule. Close toasts and wait for
 * what the page loads before.
 */
export async function axeFindings(page: Page, { onlyColours = false } = {}): Promise<string[]> {
  // No page of the product has frames, so axe need not open a page of its own to gather their findings.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  const { violations } = await (onlyColours ? axe.withRules(ON_COLOURS) : axe.withTags(TAGS)).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => !isRowOfTree(id, html))
      .map(({ target, html, any }) => `${id}: ${target.join(' ')} ${html.slice(0, 200)} ${any[0]?.message ?? ''}`),
  )
}

/** A row of a tree is named by its entry and its counts in words; axe takes the other cells, a hotkey or a definition, for its label. */
function isRowOfTree(rule: string, html: string): boolean {
  return rule === 'label-content-name-mismatch' && html.includes('role="treeitem"')
}

/** Fails when axe finds something on the open page, in light or dark. Only colours can differ between the two. */
export async function expectNoFindings(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await axeFindings(page), `axe on ${name}`).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await axeFindings(page, { onlyColours: true }), `axe on ${name} in the dark`).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
}
