import type { Page } from '@playwright/test'
import { openDesk, TEXT } from './support/desk.ts'
import { documentText, expectSaved, readText, selectWithKeys, statementCard, tagPopover } from './support/reader.ts'
import { expect, test } from './support/test.ts'

const caretIsAtStart = (page: Page) =>
  documentText(page).evaluate((doc) => {
    const before = document.createRange()
    before.setStart(doc, 0)
    const { focusNode, focusOffset } = getSelection() as Selection
    if (focusNode) before.setEnd(focusNode, focusOffset)
    return focusNode !== null && before.toString() === ''
  })

test('everything a coder does works without a mouse', async ({ newBrowser }) => {
  const { owner, workspaceId } = await openDesk(newBrowser)
  const { page } = owner
  await page.goto(`/w/${workspaceId}/documents`)
  const link = page.getByRole('table', { name: 'Documents' }).getByRole('link').first()
  for (let stops = 0; stops < 40 && !(await link.evaluate((element) => element === document.activeElement)); stops++)
    await page.keyboard.press('Tab')
  await expect(link).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(documentText(page)).toBeVisible()
  await expectSaved(page)

  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to document' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(documentText(page)).toBeFocused()

  await selectWithKeys(page, TEXT, 'hotline with Russia')
  await page.keyboard.press('t')
  const field = tagPopover(page).getByRole('combobox')
  await expect(field).toBeFocused()
  await page.keyboard.type('Pentagon')
  await page.keyboard.press('ArrowUp')
  await expect(tagPopover(page).getByRole('option', { selected: true })).toHaveText(/Create (theme|actor) Pentagon/)
  if (!(await tagPopover(page).getByRole('option', { selected: true }).textContent())?.includes('actor'))
    await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(tagPopover(page).getByRole('button', { name: 'Remove Pentagon' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(tagPopover(page)).toHaveCount(0)
  await expect(statementCard(page, 'Pentagon, source'), 'keys pressed in a row all count').toContainText('“hotline with Russia”')
  await expect(documentText(page), 'the keyboard is back in the text').toBeFocused()

  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await expect(statementCard(page, 'Pentagon, source')).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('Delete')
  await expect(statementCard(page, 'Pentagon, source')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await statementCard(page, 'Pentagon, source').waitFor()

  await page.keyboard.press('Control+e')
  await expect(page.getByRole('radio', { name: 'Edit text' })).toBeChecked()
  // Within 200 ms of its getting the focus the editor takes a jump to the start for the browser's own; nobody is that fast.
  await expect(async () => {
    await page.keyboard.press('Control+Home')
    await page.waitForTimeout(50)
    expect(await caretIsAtStart(page)).toBe(true)
  }).toPass({ timeout: 5000 })
  await page.keyboard.type('Now: ')
  expect(await readText(page)).toBe(`Now: ${TEXT}`)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('radio', { name: 'Tag' })).toBeChecked()
  await page.keyboard.type('xyz')
  expect(await readText(page)).toBe(`Now: ${TEXT}`)
  await expectSaved(page)
})
