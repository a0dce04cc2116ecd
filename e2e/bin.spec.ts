import { openDesk, TITLE } from './support/desk.ts'
import { openDocument } from './support/reader.ts'
import { expect, test } from './support/test.ts'

test('a deleted document waits in the bin, comes back, and goes for good only for who types its title', async ({
  newBrowser,
  expectComplaints,
}) => {
  const { owner, workspaceId, documentPath } = await openDesk(newBrowser)
  const { page } = owner
  const toBin = async () => {
    await page.goto(`/w/${workspaceId}/documents`)
    await page
      .getByRole('table', { name: 'Documents' })
      .getByRole('button', { name: `Actions for ${TITLE}` })
      .click()
    await page.getByRole('menuitem', { name: 'Move to bin' }).click()
    await page.getByRole('link', { name: 'Bin: 1 document' }).click()
    await expect(page.getByRole('heading', { name: 'Bin', level: 1 })).toBeVisible()
  }
  await toBin()
  const bin = page.getByRole('table', { name: 'Deleted documents' })
  await expect(bin).toContainText(/Deleted on \d+ \w+ \d+ by Maren Solberg/)
  await bin.getByRole('button', { name: `Bring ${TITLE} back` }).click()
  await expect(page.getByRole('heading', { name: 'The bin is empty' })).toBeVisible()
  await page.goto(`/w/${workspaceId}/documents`)
  await openDocument(page, TITLE)

  await toBin()
  await bin.getByRole('button', { name: `Delete ${TITLE} for good now` }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete this document for good?' })
  await expect(dialog).toContainText('1 original file')
  await dialog.getByRole('textbox').fill('the line')
  await dialog.getByRole('button', { name: 'Delete for good' }).click()
  await expect(dialog.getByText('Type the title exactly as it is written above.')).toBeVisible()
  await dialog.getByRole('textbox').fill(TITLE)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'The bin is empty' })).toBeVisible()
  expectComplaints(/status of 404/)
  await page.goto(documentPath)
  await expect(page.getByRole('heading', { name: 'Nothing is here' })).toBeVisible()
})

test('a deleted workspace closes to everybody and comes back for an owner', async ({ newBrowser, expectComplaints }) => {
  const { owner, people, workspaceId, documentPath } = await openDesk(newBrowser, { members: [{ name: 'Tomas Vrba', role: 'coder' }] })
  const { page } = owner
  const tomas = people[0]!.page
  expectComplaints(/status of 404/)
  await page.goto(`/w/${workspaceId}/settings`)
  await page.getByRole('button', { name: 'Delete this workspace' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete this workspace?' })
  await dialog.getByRole('textbox').fill('Syria desk')
  await dialog.getByRole('button', { name: 'Delete workspace' }).click()
  await page.waitForURL('**/workspaces')
  const deleted = page.getByRole('region', { name: 'Deleted workspaces' })
  await expect(deleted).toContainText('Syria desk')

  await tomas.goto(documentPath)
  await expect(tomas.getByRole('heading', { name: 'Nothing is here' })).toBeVisible()
  await tomas.goto('/workspaces')
  await expect(tomas.getByLabel('Name of the workspace')).toBeVisible()
  await expect(tomas.getByRole('region', { name: 'Deleted workspaces' })).toHaveCount(0)

  await deleted.getByRole('button', { name: 'Bring Syria desk back' }).click()
  await page.waitForURL(`**/w/${workspaceId}/documents`)
  await tomas.goto(`/w/${workspaceId}/documents`)
  await openDocument(tomas, TITLE)
})
