import { ask } from './support/ask.ts'
import { openDesk, TEXT } from './support/desk.ts'
import { OFFLINE_NOISE } from './support/offline-noise.ts'
import {
  chooseMode,
  clickAfter,
  documentText,
  dragOver,
  expectSaved,
  readText,
  saveState,
  showNew,
  statementCard,
  tagPassage,
  tagPopover,
} from './support/reader.ts'
import { expect, test } from './support/test.ts'

test('a viewer reads, and can neither edit, tag, nor import', async ({ newBrowser, expectComplaints }) => {
  const { owner, people, workspaceId } = await openDesk(newBrowser, { members: [{ name: 'Ines Okafor', role: 'viewer' }] })
  const page = people[0]!.page
  expect(await readText(page)).toBe(TEXT)

  await expect(page.getByRole('radio', { name: 'Edit text' })).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('radio', { name: 'Edit text' }).click({ force: true })
  await expect(page.getByRole('radio', { name: 'Tag' })).toBeChecked()
  await clickAfter(page, 'around the clock')
  await page.keyboard.type('xyz')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Backspace')
  await dragOver(page, 'hotline with Russia')
  await page.keyboard.press('t')
  await page.keyboard.press('1')
  await expect(tagPopover(page)).toHaveCount(0)

  // What the owner does afterwards arrives, so the viewer's page is live, and holds nothing of the viewer's own.
  await tagPassage(owner.page, { from: 'hotline with Russia' }, [{ name: 'Hotline', create: 'theme' }])
  await showNew(page)
  await statementCard(page, 'Hotline, neutral').waitFor()
  for (const person of [owner, people[0]!]) expect(await readText(person.page)).toBe(TEXT)

  expectComplaints(/status of 403.*\/api\/imports/)
  const refused = await page.evaluate(async (id) => {
    const form = new FormData()
    form.set('file', new Blob(['A text that nobody asked for.']), 'intruder.txt')
    return (await fetch(`/api/imports/${id}`, { method: 'POST', body: form })).status
  }, workspaceId)
  expect(refused).toBe(403)
  await page.goto(`/w/${workspaceId}/documents`)
  await expect(page.getByRole('table', { name: 'Documents' }).getByRole('row')).toHaveCount(2)
  await expect(page.getByLabel('Files to import')).toHaveCount(0)
  const exported = await ask(page, `/api/exports/${workspaceId}?format=csv`)
  expect(await exported.text(), 'a viewer may export').toContain('hotline with Russia')
})

test('a coder tags and cannot edit the text; made an editor, can', async ({ newBrowser }) => {
  const { owner, people, workspaceId, documentPath } = await openDesk(newBrowser, { members: [{ name: 'Tomas Vrba', role: 'coder' }] })
  const { page, name } = people[0]!
  await tagPassage(page, { from: 'officers answer every call' }, [{ name: 'Moscow', create: 'actor' }])
  await showNew(owner.page)
  await statementCard(owner.page, 'Moscow, source').waitFor()
  await page.getByRole('radio', { name: 'Edit text' }).click({ force: true })
  await expect(page.getByRole('radio', { name: 'Tag' })).toBeChecked()

  await owner.page.goto(`/w/${workspaceId}/settings`)
  await owner.page.getByRole('combobox', { name: `Role of ${name}` }).selectOption('editor')
  await expect(owner.page.getByText(`${name}: editor from now on`)).toBeVisible()
  await page.goto(documentPath)
  await expectSaved(page)
  await chooseMode(page, 'Edit text')
  await clickAfter(page, 'around the clock')
  await page.keyboard.type(', every day')
  await expectSaved(page)
  await owner.page.goto(documentPath)
  await expect(documentText(owner.page)).toContainText('around the clock, every day.')
})

test('an editor made a viewer while away stops writing in the page that is open, and is told so', async ({
  newBrowser,
  expectComplaints,
}) => {
  expectComplaints(OFFLINE_NOISE)
  const { owner, people, workspaceId } = await openDesk(newBrowser, { members: [{ name: 'Tomas Vrba', role: 'editor' }] })
  const { page, name, context } = people[0]!
  await chooseMode(page, 'Edit text')
  // Connected, the page would know of the new role before the words are typed, or not: who is first is anybody's guess.
  await context.setOffline(true)
  await documentText(page).click()
  await page.keyboard.type('must not arrive')
  await expect(saveState(page)).toHaveText(/kept on this device$/)
  const second = await owner.context.newPage()
  await second.goto(`/w/${workspaceId}/settings`)
  await second.getByRole('combobox', { name: `Role of ${name}` }).selectOption('viewer')
  await expect(second.getByText(`${name}: viewer from now on`)).toBeVisible()

  await context.setOffline(false)
  await expect(saveState(page)).toContainText('Not saved')
  await expect(page.getByRole('region', { name: 'Unsaved changes' }).getByRole('alert')).toContainText('Your role allows no changes here.')
  expect(await readText(owner.page)).toBe(TEXT)
  await page.getByRole('button', { name: 'Reload without them' }).click()
  await expectSaved(page)
  expect(await readText(page)).toBe(TEXT)
  await expect(page.getByRole('radio', { name: 'Edit text' })).toHaveAttribute('aria-disabled', 'true')
})
