import { openDesk } from './support/desk.ts'
import { expectSaved, statementCard, tagPassage } from './support/reader.ts'
import { expect, test } from './support/test.ts'

test('changes of the codebook reach an open reader, and a deletion can be taken back', async ({ newBrowser }) => {
  const { owner, people, workspaceId } = await openDesk(newBrowser, { members: [{ name: 'Tomas Vrba', role: 'editor' }] })
  const reader = owner.page
  const { page } = people[0]!
  await tagPassage(reader, { from: 'hotline with Russia' }, [
    { name: 'Pentagon', create: 'actor' },
    { name: 'Hotline', create: 'theme' },
  ])
  await statementCard(reader, 'Pentagon, source; Hotline, neutral').waitFor()
  await expectSaved(reader)

  await page.goto(`/w/${workspaceId}/themes`)
  await page.getByRole('treeitem', { name: /^Hotline, \d+ statements?/ }).click()
  const drawer = page.getByRole('complementary', { name: 'Theme: Hotline' })
  await drawer.getByLabel('Name', { exact: true }).fill('Deconfliction line')
  await drawer.getByLabel('Name', { exact: true }).press('Enter')
  await statementCard(reader, 'Pentagon, source; Deconfliction line, neutral').waitFor()

  await page.goto(`/w/${workspaceId}/actors`)
  await page.getByRole('table', { name: 'Actors' }).getByText('Pentagon').click()
  await page.getByRole('complementary', { name: 'Actor: Pentagon' }).getByRole('button', { name: 'Delete actor' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Delete Pentagon' })
  await expect(dialog, 'it says what it affects').toContainText('1 statement')
  await dialog.getByRole('button', { name: 'Delete actor' }).click()
  await expect(page.getByRole('table', { name: 'Actors' }).getByText('Pentagon')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Pentagon is back')).toBeVisible()
  await statementCard(reader, 'Pentagon, source; Deconfliction line, neutral').waitFor()
})
