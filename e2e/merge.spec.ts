import { openDesk } from './support/desk.ts'
import { expectSaved, statementCard, tagPassage } from './support/reader.ts'
import { expect, test } from './support/test.ts'

test('two actors are merged while a third person tags one of them, taken back, and split', async ({ newBrowser }) => {
  const { owner, people, workspaceId } = await openDesk(newBrowser, { members: [{ name: 'Tomas Vrba', role: 'editor' }] })
  const [tomas] = people
  const reader = tomas!.page
  await tagPassage(owner.page, { from: 'hotline with Russia' }, [{ name: 'Pentagon', create: 'actor' }])
  await tagPassage(owner.page, { from: 'officers answer every call' }, [{ name: 'US DoD', create: 'actor' }])
  await statementCard(reader, 'US DoD, source').waitFor()
  await expectSaved(owner.page)

  // The owner is about to merge: the dialog says what moves.
  const page = await owner.context.newPage()
  await page.goto(`/w/${workspaceId}/actors`)
  const table = page.getByRole('table', { name: 'Actors' })
  await table.getByRole('button', { name: 'US DoD' }).click()
  await expect(page.getByRole('complementary', { name: 'Actor: US DoD' })).toBeVisible()
  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog', { name: 'Merge actors' })
  await dialog.getByRole('combobox', { name: /Which actor is the same as US DoD/ }).fill('penta')
  await page.keyboard.press('Enter')
  await dialog.getByRole('radio', { name: /Pentagon/ }).check()
  await expect(dialog).toContainText('1 statement in 1 document moves to')
  await expect(dialog).toContainText('1 name becomes another name of')

  // Meanwhile a third person tags with the one that is about to go.
  await Promise.all([
    dialog.getByRole('button', { name: 'Merge into Pentagon' }).click(),
    tagPassage(reader, { from: 'around the clock' }, [{ name: 'US DoD' }]),
  ])
  const undo = page.getByRole('button', { name: 'Undo' })
  await expect(page.getByText('Merged 1 actor into Pentagon')).toBeVisible()
  await undo.hover() // keeps the toast while we look
  await expect(statementCard(reader, 'Pentagon, source')).toHaveCount(3)
  await expect(statementCard(owner.page, 'Pentagon, source')).toHaveCount(3)
  await expect(table.getByRole('button', { name: 'US DoD' })).toHaveCount(0)
  await expect(page.getByRole('complementary', { name: 'Actor: Pentagon' })).toContainText('US DoD')

  await undo.click()
  await expect(page.getByText('Taken back: US DoD is back')).toBeVisible()
  await expect(statementCard(reader, 'US DoD, source')).toHaveCount(2)
  await expect(statementCard(reader, 'Pentagon, source')).toHaveCount(1)

  // Split: digits choose, Enter goes on.
  await table.getByRole('button', { name: 'US DoD' }).click()
  await page.getByRole('complementary', { name: 'Actor: US DoD' }).getByRole('button', { name: 'Split…' }).click()
  const split = page.getByRole('dialog', { name: 'Split US DoD' })
  await split.getByRole('textbox', { name: 'New actor 1' }).fill('Joint Staff')
  await split.getByRole('button', { name: 'Go through 2 passages' }).click()
  await expect(split.getByRole('status')).toHaveText('1 of 2')
  await page.keyboard.press('2')
  await expect(split.getByRole('radio', { name: /Joint Staff/ })).toBeChecked()
  await page.keyboard.press('Enter')
  await page.keyboard.press('1')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Backspace')
  await expect(split.getByRole('status')).toHaveText('2 of 2')
  await page.keyboard.press('Enter')
  await split.getByRole('button', { name: 'Move 1 passage' }).click()
  await expect(page.getByText('Split US DoD: 1 passage moved.')).toBeVisible()
  await expect(statementCard(reader, 'Joint Staff, source')).toHaveCount(1)
  await expect(statementCard(reader, 'US DoD, source')).toHaveCount(1)

  // Taken back from the history.
  await page.goto(`/w/${workspaceId}/codebook`)
  await page
    .getByRole('row', { name: /split/i })
    .first()
    .getByRole('button', { name: /^Version/ })
    .click()
  await page.getByRole('menuitem', { name: 'Take this change back' }).click()
  await expect(statementCard(reader, 'US DoD, source')).toHaveCount(2)
  await page.goto(`/w/${workspaceId}/bin`)
  await expect(page.getByRole('heading', { name: 'The bin is empty' })).toBeVisible()
})
