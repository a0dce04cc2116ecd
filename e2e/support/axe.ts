import { AxeBuilder } from '@axe-core/playwright'
import { type BrowserContext, expect, type Page } from '@playwright/test'

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
  const findings = violations.flatMap(({ id, nodes }) => nodes.map((node) => ({ ...node, rule: id, selector: node.target.join(' ') })))
  const lines: string[] = []
  for (const { rule, selector, html, any } of findings) {
    if (rule === 'label-content-name-mismatch' && (await isNamedByItsWords(page, selector))) continue
    if (rule === 'heading-order' && (await isInSource(page, selector))) continue
    lines.push(`${rule}: ${selector} ${html.slice(0, 200)} ${any[0]?.message ?? ''}`)
  }
  return lines
}

/**
 * Not all words on a control are its label, which axe cannot know: not the key beside it, told by aria-keyshortcuts, not where
 * a word may be divided, and in a row of a tree, named by its entry and its counts in words, not the cells of hotkey and definition.
 */
function isNamedByItsWords(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).evaluate((control) => {
    if (control.getAttribute('role') === 'treeitem') return true
    const copy = control.cloneNode(true) as Element
    for (const key of copy.querySelectorAll('.kbd')) key.remove()
    const words = (text: string | null) => (text ?? '').replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim().toLowerCase()
    return words(control.getAttribute('aria-label')).includes(words(copy.textContent))
  })
}

/** How the headings of a source follow each other is its author's doing, and is kept. */
function isInSource(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).evaluate((element) => element.closest('#doc') !== null)
}

/** Fails when axe finds something on the open page, in light or dark. Only colours can differ between the two. */
export async function expectNoFindings(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await axeFindings(page), `axe on ${name}`).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await axeFindings(page, { onlyColours: true }), `axe on ${name} in the dark`).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
}

/**
 * Fails when axe finds something where a journey ended. Pages at one address are looked at once: what two people have open
 * of a document differs in little. What only a theme can break has a journey of its own.
 */
export async function expectNoFindingsAtEnd(contexts: readonly BrowserContext[]): Promise<void> {
  const addresses = new Map(contexts.flatMap((context) => context.pages()).map((page) => [page.url(), page]))
  for (const [address, page] of addresses) {
    if (!/^http.*\/(w\/|sign-|account|workspaces|invite|reset|forgot)/.test(address)) continue
    expect(await axeFindings(page), `axe on ${address}`).toEqual([])
  }
}
