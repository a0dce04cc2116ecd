import type { Page } from '@playwright/test'
import { expectNoFindings } from './support/axe.ts'
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

async function check(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading').first(), `a heading on ${name}`).toBeVisible()
  await expectNoFindings(page, name)
}

test('axe finds nothing on the pages before and around a document, in both themes', async ({ newBrowser }) => {
  const page = await (await newBrowser()).newPage()
  for (const path of ['/sign-up', '/forgot', '/reset/unknown', '/invite/unknown', '/sign-in']) {
    await page.goto(path)
    await check(page, path)
  }
  const at = await openSample(page)
  await check(page, 'documents')
  for (const name of [
    'excerpts',
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
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
  await check(page, 'the history')
})
