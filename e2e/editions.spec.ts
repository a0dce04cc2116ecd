import type { Page } from '@playwright/test'
import { openDesk, TEXT, TITLE } from './support/desk.ts'
import { chooseMode, documentText, dragOver, expectSaved, readText, showNew, statementCard, tagPassage } from './support/reader.ts'
import { expect, test } from './support/test.ts'
import { undoFromToast } from './support/undo-from-toast.ts'

const REVISED = `${TITLE}
The Pentagon said on Tuesday that the hotline with Russia is open around the clock.
Both sides tested it twice.
Moscow said that the line must not be used for politics, and that officers now answer each call.`

const editionDialog = (page: Page) => page.getByRole('dialog', { name: /Add a new edition|Edition \d+ applied/ })

async function chooseEdition(page: Page, text: string, name = 'revised.txt'): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Add a new edition…' }).click()
  const bytes = new TextEncoder().encode(text.replaceAll('\n', '\n\n'))
  await editionDialog(page)
    .getByLabel('File of the new edition')
    .setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) })
}

const detached = (page: Page, says: string) => page.getByRole('region', { name: `Detached statement: ${says}` })

async function deleteWords(page: Page, words: string): Promise<void> {
  await chooseMode(page, 'Edit text')
  await dragOver(page, words)
  await page.keyboard.press('Delete')
  await chooseMode(page, 'Tag')
  await expectSaved(page)
}

test('a new edition shows what it would do, is applied for everybody, and asks where lost statements belong', async ({ newBrowser }) => {
  const { owner, people } = await openDesk(newBrowser, { members: [{ name: 'Tomas Vrba', role: 'coder' }] })
  const { page } = owner
  const other = people[0]!.page
  await tagPassage(page, { from: 'hotline with Russia' }, [{ name: 'Kept', create: 'theme' }])
  await tagPassage(page, { from: 'said on Monday' }, [{ name: 'Changed', create: 'theme' }])
  await tagPassage(page, { from: 'answer every call' }, [{ name: 'Lost', create: 'theme' }])
  await expectSaved(page)

  await showNew(other, 3)

  await chooseEdition(page, REVISED)
  const dialog = editionDialog(page)
  await expect(dialog).toContainText('2 paragraphs changed, 1 paragraph added.')
  await expect(dialog.getByRole('region', { name: 'Statements whose words change' })).toContainText('said on Monday')
  await expect(dialog.getByRole('region', { name: 'Statements whose words change' })).toContainText('said on Tuesday')
  await expect(dialog.getByRole('region', { name: 'Statements that lose all their words' })).toContainText('answer each call')
  expect(await readText(page), 'nothing has changed yet').toBe(TEXT)

  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await chooseEdition(page, REVISED)
  await dialog.getByRole('button', { name: 'Apply this edition' }).click()
  await expect(dialog).toContainText('2 statements kept, 1 statement needs you.')
  for (const open of [page, other]) {
    await expect.poll(() => readText(open)).toBe(REVISED)
    await expect(open.getByRole('tab', { name: 'Detached 1' })).toBeVisible()
  }
  await detached(page, 'Lost, neutral').getByRole('button', { name: 'Attach here: answer each call' }).click()
  await expect(dialog).toContainText('All of them are attached again.')
  await dialog.getByRole('button', { name: 'Done' }).click()
  for (const open of [page, other]) {
    await expect(statementCard(open, 'Kept, neutral').locator('.card__q')).toHaveText('“hotline with Russia”')
    await expect(statementCard(open, 'Changed, neutral').locator('.card__q')).toHaveText('“said on Tuesday”')
    await expect(statementCard(open, 'Lost, neutral').locator('.card__q')).toHaveText('“answer each call”')
  }
  await expect(statementCard(other, 'Lost, neutral')).toContainText('Found again by Maren Solberg')
})

test('the same text and another source are told apart; who may not import is not asked', async ({ newBrowser }) => {
  const { owner, people, workspaceId } = await openDesk(newBrowser, { members: [{ name: 'Tomas Vrba', role: 'coder' }] })
  const { page } = owner
  const dialog = editionDialog(page)
  await chooseEdition(page, TEXT)
  await expect(dialog).toContainText('is the same as the text here, word for word')
  await expect(dialog.getByRole('button', { name: 'Apply' })).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Close' }).last().click()

  await chooseEdition(page, 'Wheat prices rose again in the north of the country.\nBakeries closed early on Friday.', 'wheat.txt')
  await expect(dialog.getByRole('alert')).toContainText('It looks like another source')
  await dialog.getByRole('button', { name: 'Import as a new document' }).click()
  await page.waitForURL(`**/w/${workspaceId}/documents`)
  await expect(page.getByRole('table', { name: 'Documents' }).getByRole('link', { name: 'wheat' })).toBeVisible()

  const other = people[0]!.page
  expect(await readText(other)).toBe(TEXT)
  await other.getByRole('button', { name: 'More', exact: true }).click()
  await expect(other.getByRole('menuitem', { name: 'Copy link' })).toBeVisible()
  await expect(other.getByRole('menuitem', { name: 'Add a new edition…' })).toHaveCount(0)
})

test('deleted words are found again where they are now, with the keyboard, and undo takes it back', async ({ newBrowser }) => {
  const { owner, people } = await openDesk(newBrowser, {
    members: [{ name: 'Tomas Vrba', role: 'editor' }],
    text: `${TEXT}\nA second note said that the hotline with Russia was open around the clock, too.`,
  })
  const { page } = owner
  const other = people[0]!.page
  await tagPassage(page, { from: 'hotline with Russia is open' }, [{ name: 'Hotline', create: 'theme' }])
  await showNew(other)
  await deleteWords(page, 'hotline with Russia is open')
  await page.getByRole('tab', { name: 'Detached 1' }).click()
  const card = detached(page, 'Hotline, neutral')
  await expect(card).toContainText('“hotline with Russia is open”')
  await expect(card).toContainText('said on Monday that the')

  await card.getByRole('button', { name: 'Find again' }).press('Enter')
  const attach = card.getByRole('button', { name: 'Attach here: hotline with Russia was open' })
  await attach.focus()
  await expect(documentText(page).locator('.sel')).toHaveText('hotline with Russia was open')
  await expect(statementCard(page, 'Hotline, neutral'), 'nothing is attached unasked').toHaveCount(0)
  await attach.press('Enter')
  for (const open of [page, other])
    await expect(statementCard(open, 'Hotline, neutral').locator('.card__q')).toHaveText('“hotline with Russia was open”')
  await expect(statementCard(page, 'Hotline, neutral')).toContainText('Found again by you')

  await undoFromToast(page)
  await expect(page.getByRole('tab', { name: 'Detached 1' })).toBeVisible()
  await expect(statementCard(other, 'Hotline, neutral')).toHaveCount(0)

  await page.getByRole('tab', { name: 'Detached 1' }).click()
  await deleteWords(other, 'hotline with Russia was open around the clock, too')
  await card.getByRole('button', { name: 'Find again' }).click()
  await expect(card).toContainText('Nothing like these words is in the text now.')
  await card.getByRole('button', { name: 'Show where it was' }).click()
  await expect(documentText(page).locator('.sel').first()).toContainText('The Pentagon said on Monday')

  // The words come back, and the statement with them: it is no longer in the list.
  await documentText(page).press('Control+z')
  await expect(statementCard(page, 'Hotline, neutral').locator('.card__q')).toHaveText('“hotline with Russia is open”')
  await expect(page.getByRole('tab', { name: /^Detached/ })).toHaveCount(0)
})
