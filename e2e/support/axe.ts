import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './test.ts'

/** The success criteria of WCAG 2.2 up to AA, as axe names them, and its own advice on landmarks, headings and roles. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on the open page as it is now, in the theme it now has: a line for each rule and element that breaks it. */
export async function axeFindings(page: Page): Promise<string[]> {
  // No page of the product has frames, so axe need not open a page of its own to gather their findings.
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode(true).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html, any }) => `${id}: ${target.join(' ')} ${html.slice(0, 200)} ${any[0]?.message ?? ''}`),
  )
}

/** Fails when axe finds something on the open page. Close toasts and wait for what the page loads before. */
export async function expectNoFindings(page: Page, name: string): Promise<void> {
  expect(await axeFindings(page), `axe on ${name}`).toEqual([])
}
