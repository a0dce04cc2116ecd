import type { Page } from '@playwright/test'
import { openDesk, TEXT } from './support/desk.ts'
import {
  chooseMode,
  clickAfter,
  documentText,
  expectSaved,
  readText,
  showNew,
  statementCard,
  tagPassage,
  tagPopover,
} from './support/reader.ts'
import { expect, test } from './support/test.ts'

const bar = (page: Page) => page.getByRole('search', { name: 'Find in the text' })
const marks = (page: Page) => documentText(page).locator('.find')
const selectedWords = (page: Page) => page.evaluate(() => String(getSelection()))

test('words are found, counted, gone through and tagged at once', async ({ newBrowser }) => {
  const { owner } = await openDesk(newBrowser)
  const { page } = owner
  await documentText(page).focus()
  await page.keyboard.press('Control+f')
  const field = bar(page).getByRole('searchbox', { name: 'Find' })
  await expect(field).toBeFocused()
  await page.keyboard.type('line')
  await expect(field).toHaveAccessibleDescription('1 of 3')
  await expect(marks(page)).toHaveText(['line', 'line', 'line'])
  await expect(marks(page).nth(0)).toHaveClass(/is-current/)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(field).toHaveAccessibleDescription('3 of 3')
  await page.keyboard.press('Shift+Enter')
  await expect(marks(page).nth(1)).toHaveClass(/is-current/)
  await bar(page).getByRole('button', { name: 'Whole words' }).click()
  await expect(field).toHaveAccessibleDescription('2 of 2')
  await expect(bar(page).getByRole('button', { name: 'Replace' }), 'only Edit mode changes words').toHaveCount(0)
  await field.press('Escape')
  await expect(bar(page)).toHaveCount(0)
  await expect(documentText(page)).toBeFocused()
  expect(await selectedWords(page)).toBe('line')
  await page.keyboard.press('t')
  await expect(tagPopover(page)).toBeVisible()
  await expect(marks(page)).toHaveCount(0)
})

test('tags stay on words that are replaced, and one undo brings the old ones back', async ({ newBrowser }) => {
  const { owner, people } = await openDesk(newBrowser, { members: [{ name: 'Tomas Vrba', role: 'editor' }] })
  const { page } = owner
  const other = people[0]!.page
  await tagPassage(page, { from: 'line stays' }, [{ name: 'Outer', create: 'theme' }])
  await tagPassage(page, { from: 'hotline' }, [{ name: 'Inner', create: 'theme' }])
  await showNew(other, 2)
  await chooseMode(page, 'Edit text')
  await clickAfter(page, 'on Monday')
  await page.keyboard.type(' night')
  await page.keyboard.press('Control+h')
  await page.keyboard.type('line')
  await bar(page).getByRole('textbox', { name: 'Replace with' }).fill('channels')
  await chooseMode(other, 'Edit text')
  await clickAfter(other, 'every call')
  await other.keyboard.type(' at once')
  await expect(bar(page).getByRole('searchbox')).toHaveAccessibleDescription('2 of 3')

  await bar(page).getByRole('button', { name: 'Replace all' }).click()
  const before = TEXT.replace('on Monday', 'on Monday night').replace('every call', 'every call at once')
  for (const open of [page, other]) {
    await expect.poll(() => readText(open)).toBe(before.replaceAll('line', 'channels'))
    await expect(statementCard(open, 'Outer, neutral').locator('.card__q')).toHaveText('“channels stays”')
    await expect(statementCard(open, 'Inner, neutral').locator('.card__q')).toHaveText('“hotchannels”')
  }
  await expect(bar(page).getByRole('searchbox')).toHaveAccessibleDescription('None')
  await page.getByRole('status').filter({ hasText: 'Replaced in 3 places.' }).getByRole('button', { name: 'Undo' }).click()
  for (const open of [page, other]) {
    await expect.poll(() => readText(open)).toBe(before)
    await expect(statementCard(open, 'Outer, neutral').locator('.card__q')).toHaveText('“line stays”')
    await expect(statementCard(open, 'Inner, neutral').locator('.card__q')).toHaveText('“hotline”')
  }
  await expectSaved(page)
})
