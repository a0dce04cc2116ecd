import { openDesk } from './support/desk.ts'
import { OFFLINE_NOISE } from './support/offline-noise.ts'
import { dragOver, expectSaved, showNew, statementCard, tagPassage, tagPopover } from './support/reader.ts'
import { expect, test } from './support/test.ts'

test('two actors are merged while others tag with one of them, one of them offline; taken back, and split', async ({
  newBrowser,
  expectComplaints,
}) => {
  expectComplaints(OFFLINE_NOISE)
  const members = [
    { name: 'Tomas Vrba', role: 'editor' },
    { name: 'Layla Haddad', role: 'coder' },
  ] as const
  const { owner, people, workspaceId } = await openDesk(newBrowser, { members })
  const [tomas, layla] = people
  const reader = tomas!.page
  await tagPassage(owner.page, { from: 'hotline with Russia' }, [{ name: 'Pentagon', create: 'actor' }])
  await tagPassage(owner.page, { from: 'officers answer every call' }, [{ name: 'US DoD', create: 'actor' }])
  await showNew(reader, 2)
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

  // Meanwhile Layla, without a connection, tags with the one that is about to go; Tomas has chosen it and not saved yet.
  await showNew(layla!.page, 2)
  await statementCard(layla!.page, 'US DoD, source').waitFor()
  await layla!.context.setOffline(true)
  await tagPassage(layla!.page, { from: 'used for politics' }, [{ name: 'US DoD' }])
  await dragOver(reader, 'around the clock')
  const popover = tagPopover(reader)
  await popover.getByRole('combobox', { name: 'Add actors and themes' }).fill('US DoD')
  await reader.keyboard.press('Enter')
  await expect(popover.getByRole('button', { name: 'Remove US DoD' })).toBeVisible()

  await dialog.getByRole('button', { name: 'Merge into Pentagon' }).click()
  const undo = page.getByRole('button', { name: 'Undo' })
  await expect(page.getByText('Merged 1 actor into Pentagon')).toBeVisible()
  await undo.hover() // keeps the toast while we look
  await expect(popover.getByRole('button', { name: 'Remove Pentagon' }), 'what he chose is this one now').toBeVisible()
  await popover.getByRole('button', { name: 'Tag passage' }).click()
  await layla!.context.setOffline(false)
  await showNew(reader)
  await showNew(owner.page, 2)
  await showNew(layla!.page)
  for (const somebody of [reader, owner.page, layla!.page]) await expect(statementCard(somebody, 'Pentagon, source')).toHaveCount(4)
  await expect(table.getByRole('button', { name: 'US DoD' })).toHaveCount(0)
  await expect(page.getByRole('complementary', { name: 'Actor: Pentagon' })).toContainText('US DoD')

  await undo.click()
  await expect(page.getByText('Taken back: US DoD is back')).toBeVisible()
  // Layla meant the one that is back; Tomas saw and saved the other.
  await expect(statementCard(reader, 'US DoD, source')).toHaveCount(2)
  await expect(statementCard(reader, 'Pentagon, source')).toHaveCount(2)

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
