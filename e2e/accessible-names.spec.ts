import type { Page } from '@playwright/test'
import { signIn } from './support/person.ts'
import { expectSaved } from './support/reader.ts'
import { expect, test } from './support/test.ts'

/** Roles of things one can use or must be able to tell apart. */
const NAMED = [
  'button',
  'checkbox',
  'combobox',
  'dialog',
  'group',
  'image',
  'img',
  'link',
  'listbox',
  'menuitem',
  'option',
  'progressbar',
  'radio',
  'radiogroup',
  'region',
  'searchbox',
  'slider',
  'spinbutton',
  'switch',
  'tab',
  'table',
  'tablist',
  'textbox',
  'toolbar',
  'tree',
  'treeitem',
]

interface Node {
  ignored: boolean
  role?: { value: string }
  name?: { value: string }
  backendDOMNodeId?: number
}

/** What a screen reader would find without a name on the open page, as the browser itself computes it. */
async function nameless(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: Node[] }
  const found = nodes.filter((node) => !node.ignored && NAMED.includes(node.role?.value ?? '') && !node.name?.value.trim())
  const described: string[] = []
  for (const { role, backendDOMNodeId } of found) {
    const { outerHTML } = await session.send('DOM.getOuterHTML', { backendNodeId: backendDOMNodeId ?? 0 })
    // An unnamed fieldset or details is a plain container.
    if (role?.value !== 'group' || /role="group"/.test(outerHTML)) described.push(`${role?.value}: ${outerHTML.slice(0, 160)}`)
  }
  await session.detach()
  return described
}

/** Every page: what can be used has a name, there is one main part and one first heading, and the language is told. */
async function check(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  expect(await nameless(page), `without a name on ${name}`).toEqual([])
  await expect(page.getByRole('main'), `main of ${name}`).toHaveCount(1)
  await expect(page.locator('html'), `language of ${name}`).toHaveAttribute('lang', 'en')
  await expect(page, `title of ${name}`).toHaveTitle(/Interline/)
  expect(await page.getByRole('heading', { level: 1 }).count(), `first headings of ${name}`).toBeGreaterThanOrEqual(1)
}

const closeDialog = async (page: Page) => {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('every page of the sample workspace tells a screen reader what is there', async ({ newBrowser }) => {
  const context = await newBrowser()
  const page = await context.newPage()
  await page.goto('/sign-up')
  await check(page, 'sign-up')
  await page.goto('/sign-in')
  await check(page, 'sign-in')
  await signIn(page, process.env.E2E_EMAIL ?? '', process.env.E2E_PASSWORD ?? '')
  await page.waitForURL(/\/documents$/)
  await check(page, 'documents')
  const at = page.url().replace(/\/documents$/, '')
  for (const name of ['excerpts', 'actors', 'themes', 'settings', 'codebook', 'proposals', 'mentions', 'memos', 'claims', 'comments']) {
    await page.goto(`${at}/${name}`)
    await check(page, name)
  }
  await page.goto(`${at}/documents`)
  await page.getByRole('table', { name: 'Documents' }).getByRole('link').first().click()
  await expect(page.getByRole('article', { name: /^Document text, \d+ statements$/ })).toBeVisible()
  await expectSaved(page)
  await check(page, 'the reader')
  await page.getByRole('button', { name: 'History', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Versions and changes' }).click()
  for (const view of ['As it was', 'Changes', 'Playback']) {
    await page.getByRole('radio', { name: view }).click()
    await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
    await check(page, `the history, ${view}`)
  }
})

test('so does what opens over the pages of the codebook, and the page of an actor', async ({ newBrowser }) => {
  const page = await (await newBrowser()).newPage()
  await page.goto('/sign-in')
  await signIn(page, process.env.E2E_EMAIL ?? '', process.env.E2E_PASSWORD ?? '')
  await page.waitForURL(/\/documents$/)
  const at = page.url().replace(/\/documents$/, '')
  await page.goto(`${at}/actors`)
  for (const [menu, name] of [
    ['Kind: any', 'Edit kinds'],
    ['Codebook', 'Import a codebook'],
  ] as const) {
    await page.getByRole('button', { name: menu, exact: true }).click()
    await page.getByRole('menuitem', { name }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await check(page, name)
    await closeDialog(page)
  }
  await page.getByRole('button', { name: 'Iran', exact: true }).click()
  const drawer = page.getByRole('complementary', { name: /^Actor: / })
  await expect(drawer).toBeVisible()
  await check(page, 'the drawer of an actor')
  await page.keyboard.press('m')
  await expect(page.getByRole('dialog', { name: 'Merge actors' })).toBeVisible()
  await check(page, 'the dialog that merges actors')
  await closeDialog(page)
  await drawer.getByRole('link', { name: 'Open page' }).click()
  await page.waitForURL(/\/actors\/[0-9a-f-]{36}/)
  await check(page, 'the page of an actor')
  await page.goto(`${at}/excerpts`)
  await page.getByRole('button', { name: /^Change tags/ }).click()
  await page.getByRole('menuitem', { name: 'Add a tag' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await check(page, 'the dialog that changes many tags')
  await closeDialog(page)
})
