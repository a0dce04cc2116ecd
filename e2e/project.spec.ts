import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readQdpx } from '#/lib/format/refi/read-qdpx.ts'
import { newPerson, newWorkspace } from './support/behind-the-pages.ts'
import { expectSaved, openDocument, readText } from './support/reader.ts'
import { expect, test } from './support/test.ts'

const FIXTURES = join(import.meta.dirname, '../tests/fixtures/refi')
const PROJECT = readFileSync(join(FIXTURES, 'reference.qdpx'))
/** What is in it, by whoever made it. Offsets in UTF-16 units. */
const EXPECTED = JSON.parse(readFileSync(join(FIXTURES, 'reference.expected.json'), 'utf8')) as {
  text: string
  selections: { quote: string; codes: string[]; utf16: [number, number] }[]
}

/** Passages with their codes, in an order of their own. */
const inOrder = (passages: { start: number; end: number; quote: string; codes: string[] }[]) =>
  passages
    .map(({ codes, ...passage }) => ({ ...passage, codes: codes.toSorted() }))
    .toSorted((a, b) => a.start - b.start || a.end - b.end || (String(a.codes) < String(b.codes) ? -1 : 1))

test('a project of another program comes in, is worked on, and goes out again for other programs', async ({
  newBrowser,
  expectComplaints,
}) => {
  // A file that is refused.
  expectComplaints(/status of 422.*api\/(projects|archives)/)
  const owner = await newPerson(await newBrowser(), 'Maren Solberg')
  const workspaceId = await newWorkspace(owner, 'Ossetia desk')
  const { page } = owner

  await test.step('what it would bring is shown before anything happens', async () => {
    await page.goto(`/w/${workspaceId}/documents`)
    await page.getByRole('button', { name: 'Import a project' }).click()
    const dialog = page.getByRole('dialog', { name: 'Import a project' })
    const choose = (name: string, buffer: Buffer) =>
      dialog.getByLabel('Project file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
    await choose('notes.json', Buffer.from('{"notes": []}'))
    await expect(dialog.getByRole('alert')).toHaveText('This JSON is neither an export of Label Studio nor Web Annotations.')
    await choose('reference.qdpx', PROJECT)
    await expect(dialog).toContainText('Passages8')
    await expect(dialog).toContainText('Briefing note')
    await expect(dialog.getByRole('region', { name: 'Not carried over' })).toContainText('1 relation between codes or passages left out.')
    await dialog.getByRole('button', { name: 'Import', exact: true }).click()
    await expect(page.getByText('Project imported: 1 document, 8 statements')).toBeVisible()
  })

  await test.step('its text and passages are there', async () => {
    await openDocument(page, 'Briefing note')
    expect(await readText(page)).toBe(EXPECTED.text.trimEnd())
    await expect(page.getByRole('article', { name: 'Document text, 8 statements' })).toBeVisible()
  })

  await test.step('what was noted about the project is a memo', async () => {
    await page.goto(`/w/${workspaceId}/memos`)
    await expect(page.getByText('Line 1')).toBeVisible()
    await page.goto(`/w/${workspaceId}/documents`)
    await openDocument(page, 'Briefing note')
  })

  await test.step('what is marked as important is found', async () => {
    const card = page.getByRole('article', { name: /^Statement: Russia/ })
    await card.click()
    await page.keyboard.press('i')
    await expect(card.getByText('Important to you')).toBeAttached()
    await expectSaved(page)
    await expect(async () => {
      await page.goto(`/w/${workspaceId}/excerpts?ask=is:important`)
      await expect(page.locator('[data-excerpt]')).toHaveCount(1, { timeout: 2000 })
    }).toPass({ timeout: 40_000 })
    await expect(page.locator('[data-excerpt]')).toContainText('Россия заявила, что санкции незаконны.')
    await page.getByRole('button', { name: 'Remove filter Excerpt Marked as important' }).click()
    await expect(page.locator('[data-excerpt]')).toHaveCount(8)
  })

  await test.step('it goes out with the very passages and codes it came in with', async () => {
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: 'All formats…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Export' })
    await dialog.getByRole('radio', { name: /For ATLAS\.ti/ }).check()
    await expect(dialog.getByText('Who finds them important, of 1 excerpt.')).toBeVisible()
    const [file] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('link', { name: 'Download' }).click()])
    expect(file.suggestedFilename()).toMatch(/\.qdpx$/)
    const read = await readQdpx(readFileSync(await file.path()), 'theme')
    if (!read.ok) throw new Error(read.message)
    const [document, ...others] = read.documents
    expect([document?.title, document?.text, others]).toEqual(['Briefing note', EXPECTED.text.trimEnd(), []])
    const statements = document?.statements.map(({ quote, range, tags }) => ({
      ...{ start: range?.start ?? -1, end: range?.end ?? -1, quote },
      codes: tags.map(({ path }) => path.at(-1) ?? ''),
    }))
    const expected = EXPECTED.selections.map(({ quote, utf16: [start, end], codes }) => ({ start, end, quote, codes }))
    expect(inOrder(statements ?? [])).toEqual(inOrder(expected))
  })

  await test.step('the whole workspace goes out as an archive, and comes back beside it', async () => {
    await page.goto(`/w/${workspaceId}/settings`)
    await page.getByRole('button', { name: 'Make an archive' }).click()
    const link = page.getByRole('link', { name: 'Download the archive' })
    await expect(link).toBeVisible({ timeout: 40_000 })
    const [file] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(file.suggestedFilename()).toMatch(/^Ossetia-desk-archive-.*\.interline$/)

    await page.goto('/workspaces')
    await page.getByRole('button', { name: 'Bring back an archive' }).click()
    const dialog = page.getByRole('dialog', { name: 'Bring back an archive' })
    const archive = dialog.getByLabel('Archive', { exact: true })
    await archive.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no archive') })
    await expect(dialog.getByRole('alert')).toContainText('This is neither an archive nor a backup')
    await archive.setInputFiles(await file.path())
    await expect(dialog).toContainText('Statements8')
    await expect(dialog).toContainText('That workspace is still here and stays as it is.')
    await dialog.getByLabel('Name of the workspace').fill('Ossetia desk, again')
    await dialog.getByRole('button', { name: 'Bring back', exact: true }).click()
    await expect(page.getByText('1 document, 8 statements.')).toBeVisible({ timeout: 40_000 })
    expect(page.url()).not.toContain(workspaceId)
    await openDocument(page, 'Briefing note')
    await expect(page.getByRole('article', { name: 'Document text, 8 statements' })).toBeVisible()
  })
})
