import { readFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'
import { parseCsv } from '#/tests/support/parse-csv.ts'
import { newPerson, newWorkspace } from './support/behind-the-pages.ts'
import { caretToStart, documentText, expectSaved, readText, selectWithKeys, statementCard, tagPopover } from './support/reader.ts'
import { expect, test } from './support/test.ts'

const TITLE = 'Two calls on one night'
const TEXT = `${TITLE}
The Pentagon said it called the Russian side twice before the strike.
Moscow said nobody called.`

/** Goes on with Tab until something has the keyboard, as somebody does who cannot point at it. */
async function tabTo(target: Locator): Promise<void> {
  const has = () => target.evaluate((element) => element === document.activeElement)
  await target.waitFor()
  for (let stops = 0; stops < 80 && !(await has()); stops++) await target.page().keyboard.press('Tab')
  await expect(target, 'Tab leads there').toBeFocused()
}

test('the main job needs the keyboard alone: sign in, import, open, edit, tag, comment, find, export', async ({ newBrowser }) => {
  const owner = await newPerson(await newBrowser(), 'Maren Solberg')
  const workspaceId = await newWorkspace(owner, 'Night desk')
  const page = await (await newBrowser()).newPage()
  const { keyboard } = page

  await test.step('sign in', async () => {
    await page.goto('/sign-in')
    await expect(page.getByRole('textbox', { name: 'Work email' })).toBeFocused()
    await keyboard.type(owner.email)
    await tabTo(page.getByRole('textbox', { name: 'Password' }))
    await keyboard.type(owner.password)
    await keyboard.press('Enter')
    await page.waitForURL(`**/w/${workspaceId}/documents`)
  })

  await test.step('import a text', async () => {
    await tabTo(page.getByRole('main').getByRole('button', { name: 'Paste or type text' }))
    await keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Paste text' })
    await tabTo(dialog.getByRole('textbox', { name: 'Title' }))
    await keyboard.type(TITLE)
    await tabTo(dialog.getByRole('textbox', { name: 'Text', exact: true }))
    await keyboard.insertText(TEXT.replaceAll('\n', '\n\n'))
    await tabTo(dialog.getByRole('button', { name: 'Add document' }))
    await keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
  })

  await test.step('open it', async () => {
    await tabTo(page.getByRole('table', { name: 'Documents' }).getByRole('link', { name: TITLE }))
    await keyboard.press('Enter')
    const text = page.getByRole('article', { name: 'Document text, 0 statements' })
    await expect(text).toBeVisible()
    await expectSaved(page)
    await tabTo(page.getByRole('link', { name: 'Skip to document' }))
    await keyboard.press('Enter')
    await expect(text).toBeFocused()
  })

  const edited = `Night: ${TEXT}`
  await test.step('edit it', async () => {
    await keyboard.press('Control+e')
    await expect(page.getByRole('textbox', { name: 'Document text' })).toBeVisible()
    await caretToStart(page)
    await keyboard.type('Night: ')
    await expect.poll(() => readText(page)).toBe(edited)
    await keyboard.press('Escape')
    await expect(page.getByRole('radio', { name: 'Tag', exact: true })).toBeChecked()
  })

  const card = statementCard(page, 'Pentagon, source')
  await test.step('tag a passage', async () => {
    await selectWithKeys(page, edited, 'called the Russian side twice')
    await keyboard.press('t')
    const field = tagPopover(page).getByRole('combobox', { name: 'Add actors and themes' })
    await expect(field).toBeFocused()
    await keyboard.type('Pentagon')
    const chosen = tagPopover(page).getByRole('option', { selected: true })
    await keyboard.press('ArrowDown')
    for (let i = 0; i < 4 && !(await chosen.textContent())?.includes('Create actor'); i++) await keyboard.press('ArrowDown')
    await expect(chosen).toContainText('Create actor')
    await keyboard.press('Enter')
    await expect(tagPopover(page).getByRole('button', { name: 'Remove Pentagon' })).toBeVisible()
    await keyboard.press('Control+Enter')
    await expect(card).toContainText('“called the Russian side twice”')
    await expect(documentText(page)).toBeFocused()
  })

  await test.step('comment on it', async () => {
    await keyboard.press('Escape')
    await keyboard.press('j')
    await expect(card).toHaveAttribute('aria-current', 'true')
    await keyboard.press('c')
    await expect(card.getByRole('textbox', { name: 'Comment' })).toBeFocused()
    await keyboard.type('Moscow denies it.')
    await keyboard.press('Control+Enter')
    await expect(card.getByText('1 comment', { exact: true })).toBeVisible()
    await keyboard.press('Escape')
    await expectSaved(page)
  })

  await test.step('find it again', async () => {
    await keyboard.press('Control+k')
    await expect(page.getByRole('combobox', { name: 'Search or type a command' })).toBeFocused()
    await keyboard.type('>excerpts')
    await expect(page.getByRole('dialog', { name: 'Search and commands' }).getByRole('option', { selected: true })).toContainText('xcerpts')
    await keyboard.press('Enter')
    await page.waitForURL('**/excerpts')
    // Excerpts are computed a moment after an edit; a page shows them as they were when it was opened.
    await expect(async () => {
      await page.reload()
      await expect(page.getByRole('link', { name: 'called the Russian side twice' })).toBeVisible({ timeout: 1000 })
    }).toPass()
  })

  await test.step('take it out', async () => {
    await tabTo(page.getByRole('button', { name: 'Export', exact: true }))
    await keyboard.press('Enter')
    const csv = page.getByRole('menuitem', { name: /CSV/ }).first()
    await expect(page.getByRole('menuitem').first()).toBeFocused()
    for (let i = 0; i < 8 && !(await csv.evaluate((item) => item === document.activeElement)); i++) await keyboard.press('ArrowDown')
    const [file] = await Promise.all([page.waitForEvent('download'), keyboard.press('Enter')])
    const [header, row] = parseCsv((await readFile(await file.path(), 'utf8')).replace(/^\ufeff/, ''))
    expect(row?.[header?.indexOf('quote') ?? -1]).toBe('called the Russian side twice')
  })
})
