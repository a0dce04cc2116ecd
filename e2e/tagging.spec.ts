import { openDesk, TEXT } from './support/desk.ts'
import {
  chooseMode,
  clickAfter,
  documentText,
  dragOver,
  expectSaved,
  readText,
  showNew,
  statementCard,
  tagPassage,
} from './support/reader.ts'
import { expect, test } from './support/test.ts'

test('passages overlap, nest, coincide and cross paragraphs, and find their words again', async ({ newBrowser }) => {
  const { owner, people } = await openDesk(newBrowser, { members: [{ name: 'Tomas Vrba', role: 'coder' }] })
  const { page } = owner
  const other = people[0]!.page
  await tagPassage(page, { from: 'hotline with Russia is open' }, [{ name: 'Outer', create: 'theme' }])
  await tagPassage(page, { from: 'with Russia' }, [{ name: 'Inner', create: 'theme' }])
  await tagPassage(page, { from: 'hotline with Russia is open' }, [{ name: 'Same words', create: 'theme' }])
  await tagPassage(page, { from: 'around the clock', to: 'answer every call' }, [{ name: 'Across', create: 'theme' }])
  const words = {
    Outer: 'hotline with Russia is open',
    Inner: 'with Russia',
    'Same words': 'hotline with Russia is open',
    Across: 'around the clock. Moscow said its officers answer every call',
  }
  await showNew(other, 4)
  for (const open of [page, other]) {
    await expect(open.getByRole('article', { name: 'Document text, 4 statements' })).toBeVisible()
    for (const [theme, quote] of Object.entries(words))
      await expect(statementCard(open, `${theme}, neutral`).locator('.card__q')).toHaveText(`“${quote}”`)
  }

  await chooseMode(page, 'Edit text')
  await clickAfter(page, 'hotline with')
  await page.keyboard.type(' the forces of')
  await expectSaved(page)
  await other.reload()
  for (const theme of ['Outer', 'Same words'])
    await expect(statementCard(other, `${theme}, neutral`).locator('.card__q')).toHaveText('“hotline with the forces of Russia is open”')
  await expect(statementCard(other, 'Inner, neutral').locator('.card__q')).toHaveText('“with the forces of Russia”')
})

test('a statement whose words are deleted is kept, and comes back with them', async ({ newBrowser }) => {
  const { owner, people } = await openDesk(newBrowser, { members: [{ name: 'Tomas Vrba', role: 'coder' }] })
  const { page } = owner
  const other = people[0]!.page
  await tagPassage(page, { from: 'around the clock' }, [{ name: 'Hotline', create: 'theme' }])
  await showNew(other)
  await statementCard(other, 'Hotline, neutral').waitFor()

  await chooseMode(page, 'Edit text')
  await dragOver(page, 'around the clock')
  await page.keyboard.press('Delete')
  await expect.poll(() => readText(other)).toBe(TEXT.replace('around the clock', ''))
  await other.getByRole('tab', { name: 'Detached 1' }).click()
  await expect(other.getByRole('region', { name: 'Detached statement: Hotline, neutral' })).toContainText('around the clock')

  await page.keyboard.press('Control+z')
  for (const open of [page, other]) {
    await expect.poll(() => readText(open)).toBe(TEXT)
    await expect(statementCard(open, 'Hotline, neutral').locator('.card__q')).toHaveText('“around the clock”')
  }
})

test('undo takes back one’s own work only, text and tags in one order', async ({ newBrowser }) => {
  const { owner, people } = await openDesk(newBrowser, { members: [{ name: 'Tomas Vrba', role: 'editor' }] })
  const { page } = owner
  const other = people[0]!.page
  await chooseMode(page, 'Edit text')
  await clickAfter(page, 'on Monday')
  await page.keyboard.type(' morning')
  await chooseMode(other, 'Edit text')
  await clickAfter(other, 'every call')
  await other.keyboard.type(' at once')
  await expect.poll(() => readText(page)).toBe(TEXT.replace('on Monday', 'on Monday morning').replace('every call', 'every call at once'))
  await chooseMode(page, 'Tag')
  await tagPassage(page, { from: 'hotline with Russia' }, [{ name: 'Hotline', create: 'theme' }])

  await documentText(page).press('Control+z')
  await expect(statementCard(other, 'Hotline, neutral')).toHaveCount(0)
  await documentText(page).press('Control+z')
  await expect.poll(() => readText(other)).toBe(TEXT.replace('every call', 'every call at once'))
  await documentText(page).press('Control+Shift+z')
  await documentText(page).press('Control+Shift+z')
  await showNew(other)
  await statementCard(other, 'Hotline, neutral').waitFor()
  for (const open of [page, other])
    await expect.poll(() => readText(open)).toBe(TEXT.replace('on Monday', 'on Monday morning').replace('every call', 'every call at once'))
})
