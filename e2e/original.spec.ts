import { readFileSync } from 'node:fs'
import { parseCsv } from '#/tests/support/parse-csv.ts'
import { ask } from './support/ask.ts'
import { openDesk, TEXT } from './support/desk.ts'
import { signUp } from './support/person.ts'
import { chooseMode, clickAfter, expectSaved, readText, tagPassage } from './support/reader.ts'
import { expect, test } from './support/test.ts'

const PASSAGE = 'hotline with Russia is open'
const TYPED = ' and Türkiye'
const EDITED = PASSAGE.replace('Russia', `Russia${TYPED}`)

test('an edit in a tagged passage: the mark appears, the original shows the change, excerpt and export quote both', async ({
  newBrowser,
}) => {
  const { owner, people, workspaceId } = await openDesk(newBrowser, { members: [{ name: 'Ines Okafor', role: 'viewer' }] })
  const { page } = owner
  const reader = people[0]!.page
  const mark = page.getByRole('button', { name: /^Edited since import/ })
  const original = page.getByRole('complementary', { name: 'Original' })
  const places = original.getByRole('toolbar', { name: 'Differences' }).getByRole('status')
  const shown = original.getByRole('region', { name: 'Text of the original' })
  await tagPassage(page, { from: PASSAGE }, [{ name: 'Hotline', create: 'theme' }])

  await test.step('what was imported stands beside the text, and is the same', async () => {
    await expect(mark).toHaveCount(0)
    await page.getByRole('button', { name: 'Original', exact: true }).click()
    await expect(places).toHaveText('The same as the text')
    expect(await shown.locator('p').allTextContents()).toEqual(TEXT.split('\n'))
    await expect(shown).not.toHaveAttribute('contenteditable')
  })

  await test.step('words that somebody types are marked as added, for everybody', async () => {
    await chooseMode(page, 'Edit text')
    await clickAfter(page, 'hotline with Russia')
    await page.keyboard.type(TYPED)
    await expectSaved(page)
    await expect(places).toHaveText('1 difference')
    await expect(shown.locator('ins')).toContainText(TYPED.trim())
    await expect(mark).toBeVisible()
    await expect(reader.getByRole('button', { name: /^Edited since import/ })).toBeVisible()
    await chooseMode(page, 'Tag')
    await original.getByRole('button', { name: 'Next difference' }).click()
    await expect(places).toHaveText('1 of 1')
    await expect(shown.locator('ins')).toBeInViewport()
  })

  await test.step('a selected statement shows its words in the original too', async () => {
    await page.locator('#doc').focus()
    await page.keyboard.press('j')
    await expect(shown.locator('mark')).toHaveText(['hotline with Russia', ' is open'])
    await page.keyboard.press('Escape')
  })

  await test.step('the file is what was imported, also for those who only read; strangers get nothing', async () => {
    const documentId = page.url().split('/').pop()?.split('?')[0]
    const [file] = await Promise.all([page.waitForEvent('download'), original.getByRole('link', { name: 'File' }).click()])
    expect(readFileSync(await file.path(), 'utf8')).toBe(await (await ask(reader, `/api/originals/${documentId}`)).text())
    const answer = await ask(reader, `/api/originals/${documentId}/text`)
    expect(await answer.json()).toMatchObject({ edition: 1, text: TEXT, editions: [{ edition: 1 }] })
    const again = await ask(reader, `/api/originals/${documentId}/text`, { 'If-None-Match': answer.headers().etag ?? '' })
    expect(again.status()).toBe(304)
    for (const edition of ['2', '0', 'x']) {
      expect((await ask(reader, `/api/originals/${documentId}/text?edition=${edition}`)).status()).toBe(404)
      expect((await ask(reader, `/api/originals/${documentId}?edition=${edition}`)).status()).toBe(404)
    }
    const stranger = await signUp(await newBrowser(), 'Ulla Stranger')
    expect((await ask(stranger.page, `/api/originals/${documentId}/text`)).status()).toBe(404)
  })

  await test.step('the list of documents says so', async () => {
    await page.goto(`/w/${workspaceId}/documents`)
    await expect(page.getByRole('table', { name: 'Documents' }).getByText('Edited since import')).toBeVisible()
  })

  await test.step('the excerpt and its export quote both', async () => {
    await page.goto(`/w/${workspaceId}/excerpts`)
    const note = page.getByRole('group').filter({ hasText: 'Original:' })
    await expect(note).toContainText(`“${PASSAGE}”`)
    await note.getByText('Compare').click()
    await expect(note.locator('ins')).toContainText(TYPED.trim())
    const csv = await ask(page, `/api/exports/${workspaceId}?format=csv`)
    const [header = [], row = []] = parseCsv((await csv.text()).replace(/^\ufeff/, ''))
    const cell = (name: string) => row[header.indexOf(name)] ?? ''
    expect(cell('quote')).toBe(EDITED)
    expect(cell('original_quote')).toBe(PASSAGE)
    expect(cell('original_differs')).toBe('yes')
    expect(TEXT.slice(Number(cell('original_start_utf16')), Number(cell('original_end_utf16')))).toBe(cell('original_quote'))
  })
})

test('taking the edit back takes the mark away; the keyboard opens, steps and closes', async ({ newBrowser }) => {
  const { owner } = await openDesk(newBrowser)
  const { page } = owner
  const mark = page.getByRole('button', { name: /^Edited since import/ })
  const original = page.getByRole('complementary', { name: 'Original' })
  const places = original.getByRole('toolbar', { name: 'Differences' }).getByRole('status')
  await chooseMode(page, 'Edit text')
  await clickAfter(page, 'around the clock')
  await page.keyboard.type(', said the general')
  await expect(mark).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect.poll(() => readText(page)).toBe(TEXT)
  await expect(mark).toHaveCount(0)

  await page.keyboard.press('Control+Shift+z')
  await expect(mark).toBeVisible()
  await chooseMode(page, 'Tag')
  await page.locator('#doc').focus()
  await page.keyboard.press('s')
  await expect(places).toHaveText('1 difference')
  await page.keyboard.press('n')
  await expect(places).toHaveText('1 of 1')
  await original.getByRole('button', { name: 'Next difference' }).focus()
  await page.keyboard.press('Escape')
  await expect(original).toHaveCount(0)
  await expect(page.getByRole('button', { name: /Original$|^Edited/ }).and(page.locator(':focus'))).toHaveCount(1)
})

test('on a phone the original takes the whole screen and goes away again', async ({ newBrowser }) => {
  const { owner } = await openDesk(newBrowser)
  const { page } = owner
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Compare with the original' }).click()
  const original = page.getByRole('complementary', { name: 'Original' })
  const places = original.getByRole('toolbar', { name: 'Differences' }).getByRole('status')
  await expect(places).toHaveText('The same as the text')
  expect((await original.boundingBox())?.width).toBe(390)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await original.getByRole('button', { name: 'Close the original' }).click()
  await expect(original).toHaveCount(0)
})
