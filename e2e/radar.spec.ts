import { openDesk } from './support/desk.ts'
import { chooseMode, clickAfter, documentText, expectSaved, showNew, statementCard } from './support/reader.ts'
import { expect, test } from './support/test.ts'
import { undoFromToast } from './support/undo-from-toast.ts'

test('names of known actors are underlined as they are typed, tagged with one key, ignored, listed, and tagged in bulk', async ({
  newBrowser,
}) => {
  const { owner, people, workspaceId, documentPath } = await openDesk(newBrowser, { members: [{ name: 'Tomas Vrba', role: 'viewer' }] })
  const { page } = owner
  const reading = people[0]!.page
  const hints = documentText(page).locator('.hint')
  await page.goto(`/w/${workspaceId}/actors`)
  await page.getByRole('textbox', { name: 'Names' }).fill('Russia\nMoscow\nPentagon')
  await page.getByRole('button', { name: 'Add actors' }).click()
  await expect(page.getByRole('table', { name: 'Actors' }).getByRole('row')).toHaveCount(4)
  await page.goto(documentPath)
  await expect(hints).toHaveText(['Pentagon', 'Russia', 'Moscow'])
  await expect(hints.nth(1)).toHaveAttribute('aria-description', 'Russia, not tagged')

  // One key: the name is tagged, for everybody.
  await clickAfter(page, 'hotline with Rus')
  await expect(page.getByRole('toolbar', { name: '“Russia” is not tagged' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(statementCard(page, 'Russia, mentioned').locator('.card__q')).toHaveText('“Russia”')
  await showNew(reading)
  await expect(statementCard(reading, 'Russia, mentioned')).toBeVisible()
  await expect(hints).toHaveText(['Pentagon', 'Moscow'])
  await page.keyboard.press('Control+z')
  await expect(hints).toHaveText(['Pentagon', 'Russia', 'Moscow'])

  // As it is typed, in another case.
  await chooseMode(page, 'Edit text')
  await clickAfter(page, 'used for politics.')
  await page.keyboard.type(' Russia’s envoy agreed.')
  await expect(hints).toHaveText(['Pentagon', 'Russia', 'Moscow', 'Russia'])
  await expectSaved(page)
  await chooseMode(page, 'Tag')

  // Ignored in this document, and back.
  await page.getByRole('tab', { name: 'Untagged 4' }).click()
  const russia = page.getByRole('region', { name: 'Russia, 2 mentions' })
  await russia.getByRole('button', { name: 'Ignore all 2 mentions of Russia' }).click()
  await page.getByRole('menuitem', { name: 'In this document' }).click()
  await expect(hints).toHaveText(['Pentagon', 'Moscow'])
  await undoFromToast(page)
  await expect(hints).toHaveText(['Pentagon', 'Russia', 'Moscow', 'Russia'])
  await russia.getByRole('button', { name: 'Tag all 2 mentions of Russia' }).click()
  await expect(hints).toHaveText(['Pentagon', 'Moscow'])
  await page.getByRole('button', { name: 'Underline untagged names' }).click()
  await expect(hints).toHaveCount(0)
  await expectSaved(page)

  // The rest from the list of the workspace.
  await page.goto(`/w/${workspaceId}/mentions`)
  const results = page.getByRole('region', { name: 'Results' })
  await expect(results.getByText('2 untagged names')).toBeVisible()
  await results.getByRole('checkbox', { name: 'Select “Moscow”' }).check()
  await page.getByRole('toolbar', { name: '1 mention selected' }).getByRole('button', { name: 'Tag 1' }).click()
  await expect(page.getByText('Tagged 1 mention.')).toBeVisible()
  await results.getByRole('button', { name: 'Ignore “Pentagon”' }).click()
  await page.getByRole('menuitem', { name: 'In all documents' }).click()
  await expect(page.getByText('Every known name is tagged')).toBeVisible()
  await showNew(reading, 3)
  await expect(statementCard(reading, 'Moscow, mentioned')).toBeVisible()
})
