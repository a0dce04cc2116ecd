import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportCsv, exportJsonLd, exportXlsx } from './support/exports.ts'
import { importFiles } from './support/import-files.ts'
import { inviteLink } from './support/invite.ts'
import { createWorkspace, joinByLink, signUp } from './support/person.ts'
import { chooseMode, clickAfter, expectSaved, openDocument, readText, showNew, statementCard, tagPassage } from './support/reader.ts'
import { expect, test } from './support/test.ts'

const FILE = 'us-russia-hotline-syria.txt'
const SOURCE = readFileSync(join(import.meta.dirname, '../tests/fixtures/sources', FILE))
const TITLE = 'Two Militaries, One Sky: How a Phone Line Keeps Washington and Moscow Apart over Syria'
/** The text as it must arrive: paragraphs joined by one line break. */
const IMPORTED = SOURCE.toString('utf8')
  .trim()
  .split(/\n{2,}/)
  .join('\n')

// An emoji in front of the passages: from there on UTF-16 offsets and code points differ.
const MAREN_TYPES = { after: 'answered around the clock', words: ' by day and by night 🕊' }
const TOMAS_TYPES = { after: 'on the Syrian coast', words: ', not far from Latakia' }
const EDITED = [MAREN_TYPES, TOMAS_TYPES].reduce((text, { after, words }) => text.replace(after, after + words), IMPORTED)

const MAREN_TAGS = 'deconfliction line between the United States and Russia'
const TOMAS_TAGS = 'the United States and Russia was opened in October 2015'

test('two people import, edit, tag, see each other’s work, find it again and export it', async ({ newBrowser }) => {
  const maren = await signUp(await newBrowser(), 'Maren Solberg')
  const workspaceId = await createWorkspace(maren, 'Syria desk')
  const tomas = await joinByLink(await newBrowser(), 'Tomas Vrba', await inviteLink(maren, workspaceId, 'editor'))

  await test.step('one imports, both open', async () => {
    await maren.page.goto(`/w/${workspaceId}/documents`)
    await importFiles(maren.page, [{ name: FILE, bytes: SOURCE }])
    await openDocument(maren.page, TITLE)
    // Without a reload: the list of the other follows.
    await openDocument(tomas.page, TITLE)
    expect(await readText(maren.page)).toBe(IMPORTED)
    expect(await readText(tomas.page)).toBe(IMPORTED)
    await expect(maren.page.getByRole('group', { name: '2 people here now' })).toBeVisible()
    await expect(maren.page.getByRole('button', { name: 'Tomas Vrba, here now' })).toBeVisible()
  })

  await test.step('both type in the same paragraph at the same time', async () => {
    const type = async ({ page }: typeof maren, { after, words }: typeof MAREN_TYPES) => {
      await chooseMode(page, 'Edit text')
      await clickAfter(page, after)
      await page.keyboard.type(words, { delay: 20 })
    }
    await Promise.all([type(maren, MAREN_TYPES), type(tomas, TOMAS_TYPES)])
    for (const { page } of [maren, tomas]) {
      await expect.poll(() => readText(page)).toBe(EDITED)
      await expectSaved(page)
      await chooseMode(page, 'Tag')
    }
  })

  const hers = 'United States, source; Russia, recipient; Hotline, supports'
  const his = 'United States, source; Deescalation, neutral'
  await test.step('both tag overlapping passages, each sees the other’s statement', async () => {
    await tagPassage(maren.page, { from: MAREN_TAGS, memo: 'Since 2015.' }, [
      { name: 'United States', create: 'actor' },
      { name: 'Russia', create: 'actor' },
      { name: 'Hotline', create: 'theme' },
    ])
    await maren.page.getByRole('article', { name: /^Statement: United States/ }).click()
    await showNew(tomas.page)
    await statementCard(tomas.page, 'United States, source; Russia, recipient; Hotline, neutral').waitFor()
    // The stance afterwards, from the other's side too: what one changes, the other sees.
    await maren.page.keyboard.press('e')
    const change = maren.page.getByRole('dialog', { name: 'Change statement' })
    await change.getByRole('button', { name: 'Hotline, neutral. Change to' }).click()
    await expect(change.getByRole('button', { name: 'Hotline, mixed. Change to supports' })).toBeVisible()
    await change.getByRole('button', { name: 'Hotline, mixed. Change to supports' }).click()
    await change.getByRole('button', { name: 'Save changes' }).click()
    await statementCard(tomas.page, hers).waitFor()

    await tagPassage(tomas.page, { from: TOMAS_TAGS }, [{ name: 'United States' }, { name: 'Deescalation', create: 'theme' }])
    await showNew(maren.page)
    await statementCard(maren.page, his).waitFor()
    for (const { page } of [maren, tomas]) await expectSaved(page)
  })

  await test.step('both reload and find the same', async () => {
    for (const { page } of [maren, tomas]) {
      await page.reload()
      await expectSaved(page)
      expect(await readText(page)).toBe(EDITED)
      await expect(page.getByRole('article', { name: 'Document text, 2 statements' })).toBeVisible()
      await expect(statementCard(page, hers)).toContainText(MAREN_TAGS)
      await expect(statementCard(page, his)).toContainText(TOMAS_TAGS)
    }
  })

  await test.step('the excerpts page lists both', async () => {
    // Excerpts are computed a moment after an edit; a page shows them as they were when it was opened.
    await expect(async () => {
      await maren.page.goto(`/w/${workspaceId}/excerpts`)
      await expect(maren.page.getByRole('status').filter({ hasText: '2 excerpts' })).toBeVisible({ timeout: 1000 })
    }).toPass()
    for (const words of [MAREN_TAGS, TOMAS_TAGS]) await expect(maren.page.getByRole('link', { name: words })).toBeVisible()
  })

  await test.step('an excerpt leads back to its words', async () => {
    await maren.page.getByRole('link', { name: TOMAS_TAGS }).click()
    await expect(statementCard(maren.page, his)).toHaveAttribute('aria-current', 'true')
    await maren.page.goBack()
  })

  await test.step('the exports hold the exact quotes and offsets', async () => {
    const expected = [MAREN_TAGS, TOMAS_TAGS].map((quote) => {
      const start = [...EDITED.slice(0, EDITED.indexOf(quote))].length
      return { quote, start, end: start + [...quote].length }
    })
    expect(expected[0]?.start, 'the emoji makes both units differ').toBe(EDITED.indexOf(MAREN_TAGS) - 1)
    const choose = (name: RegExp) => async () => {
      await maren.page.getByRole('button', { name: 'Export' }).click()
      await maren.page.getByRole('group', { name: 'Export all 2 that match' }).getByRole('menuitem', { name }).click()
    }
    expect(await exportCsv(maren.page, choose(/CSV/), EDITED)).toEqual(expected)
    expect(await exportXlsx(maren.page, choose(/XLSX/), EDITED)).toEqual(expected)
    expect(await exportJsonLd(maren.page, choose(/JSON-LD/))).toEqual(expected)
    await maren.page.getByRole('button', { name: 'Export' }).click()
    await maren.page.getByRole('menuitem', { name: 'All formats…' }).click()
    const dialog = maren.page.getByRole('dialog', { name: 'Export' })
    await expect(dialog.getByText('2 excerpts in 1 document')).toBeVisible()
    await dialog.getByRole('radio', { name: /brat standoff/ }).check()
    const download = maren.page.waitForEvent('download')
    await dialog.getByRole('link', { name: 'Download' }).click()
    expect((await download).suggestedFilename()).toMatch(/\.zip$/)
  })
})
