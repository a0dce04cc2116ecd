import type { Page } from '@playwright/test'
import { expectNoFindings } from './support/axe.ts'
import { nameless } from './support/nameless.ts'
import { signIn } from './support/person.ts'
import { chooseMode, documentText, dragOver, expectSaved, openDocument, tagPopover } from './support/reader.ts'
import { expect, test } from './support/test.ts'

const DOCUMENT = 'The phone line that keeps two militaries apart over Syria'

/** Signs in to the sample workspace. @returns where its pages are */
async function openSample(page: Page): Promise<string> {
  await signIn(page, process.env.E2E_EMAIL ?? '', process.env.E2E_PASSWORD ?? '')
  await page.waitForURL(/\/documents$/)
  return page.url().replace(/\/documents$/, '')
}

/** Everything that can be used has a name, there is one main part and a first heading, and the language is told; axe finds nothing. */
async function check(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading').first(), `a heading on ${name}`).toBeVisible()
  await expectNoFindings(page, name)
  expect(await nameless(page), `without a name on ${name}`).toEqual([])
  await expect(page.getByRole('main'), `main of ${name}`).toHaveCount(1)
  await expect(page.locator('html'), `language of ${name}`).toHaveAttribute('lang', 'en')
  await expect(page, `title of ${name}`).toHaveTitle(/Interline/)
  await expect(page.getByRole('heading', { level: 1 }).first(), `first heading of ${name}`).toBeAttached()
}

const closeDialog = async (page: Page) => {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('axe finds nothing on the pages before and around a document, in both themes, and all on them has a name', async ({ newBrowser }) => {
  const page = await (await newBrowser()).newPage()
  for (const path of ['/sign-up', '/forgot', '/reset/unknown', '/invite/unknown', '/sign-in']) {
    await page.goto(path)
    await check(page, path)
  }
  const at = await openSample(page)
  await check(page, 'documents')
  for (const name of [
    'excerpts',
    'analysis',
    'themes',
    'settings',
    'audit',
    'codebook',
    'proposals',
    'mentions',
    'memos',
    'claims',
    'comments',
    'bin',
  ]) {
    await page.goto(`${at}/${name}`)
    await check(page, name)
  }
  for (const path of ['/account', '/workspaces']) {
    await page.goto(path)
    await check(page, path)
  }
})

test('axe finds nothing in a document, its history and on an actor, in both themes', async ({ newBrowser }) => {
  const page = await (await newBrowser()).newPage()
  await page.goto('/sign-in')
  const at = await openSample(page)
  await page.goto(`${at}/actors`)
  await page.getByRole('button', { name: 'Iran', exact: true }).click()
  const drawer = page.getByRole('complementary', { name: /^Actor: / })
  await expect(drawer).toBeVisible()
  await check(page, 'actors with one open')
  await drawer.getByRole('link', { name: 'Open page' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Iran' })).toBeVisible()
  await check(page, 'the page of an actor')

  await page.goto(`${at}/documents`)
  await openDocument(page, DOCUMENT)
  await documentText(page).focus()
  await page.keyboard.press('j')
  await expect(page.getByRole('textbox', { name: /^(Comment|Reply)$/ })).toBeVisible()
  await check(page, 'the reader with a statement open')
  await page.keyboard.press('Escape')
  await dragOver(page, 'It is a working telephone')
  await tagPopover(page).getByRole('combobox').fill('rus')
  await expect(tagPopover(page).getByRole('option', { selected: true })).toBeVisible()
  await check(page, 'the popover')
  await page.keyboard.press('Escape')
  await expect(tagPopover(page)).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await check(page, 'the sheet of keys')
  await page.keyboard.press('Escape')
  await chooseMode(page, 'Edit text')
  await check(page, 'the reader while editing')
  await expectSaved(page)

  const path = new URL(page.url()).pathname
  await page.goto(`${path}/history`)
  for (const view of ['As it was', 'Changes', 'Playback']) {
    await page.getByRole('radio', { name: view }).click()
    await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
    await check(page, `the history, ${view}`)
  }
})

test('axe finds nothing in what opens over the pages of the codebook and the excerpts', async ({ newBrowser }) => {
  const page = await (await newBrowser()).newPage()
  await page.goto('/sign-in')
  const at = await openSample(page)
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
  await expect(page.getByRole('complementary', { name: /^Actor: / })).toBeVisible()
  await page.keyboard.press('m')
  await expect(page.getByRole('dialog', { name: 'Merge actors' })).toBeVisible()
  await check(page, 'the dialog that merges actors')
  await closeDialog(page)
  await page.goto(`${at}/excerpts`)
  await page.getByRole('checkbox', { name: 'Select all excerpts that match' }).check()
  await page.getByRole('toolbar').getByRole('button', { name: 'Add tag' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await check(page, 'the dialog that changes many tags')
  await closeDialog(page)
  await page.getByRole('button', { name: 'Edit as text' }).click()
  await page.getByRole('textbox', { name: 'Query as text' }).waitFor()
  await check(page, 'the query as text')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('menuitem', { name: 'All formats…' }).click()
  await expect(page.getByRole('dialog', { name: 'Export' }).getByText(/ excerpts in .* documents$/)).toBeVisible()
  await check(page, 'the dialog of all formats')
  await closeDialog(page)
  await page.goto(`${at}/documents`)
  await page.getByRole('button', { name: 'Import a project' }).click()
  await expect(page.getByRole('dialog', { name: 'Import a project' })).toBeVisible()
  await check(page, 'the dialog that imports a project')
  await closeDialog(page)
})
