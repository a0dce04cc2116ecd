import { openDesk } from './support/desk.ts'
import { exportJsonLd } from './support/exports.ts'
import { chooseMode, clickAfter, documentText, expectSaved, readText, showNew, statementCard, tagPassage } from './support/reader.ts'
import { expect, test } from './support/test.ts'

const TITLE = 'الخط الساخن ما زال مفتوحا'
const TEXT = `${TITLE}
قال متحدث باسم البنتاغون يوم الاثنين إن الخط الساخن مع روسيا مفتوح على مدار الساعة فوق نهر الفرات.
وقالت موسكو إن ضباطها يردون على كل مكالمة، وإن قرار مجلس الأمن 2254 هو الأساس.`

test('an Arabic document reads from the right, and its tags hold the exact words', async ({ newBrowser }) => {
  const { owner, people, workspaceId } = await openDesk(newBrowser, {
    text: TEXT,
    members: [{ name: 'Layla Haddad', role: 'editor' }],
  })
  const { page } = owner
  await expect(documentText(page)).toHaveAttribute('dir', 'rtl')
  await expect(documentText(page)).toHaveAttribute('lang', 'ar')
  const [lanes, cards] = await Promise.all([
    page.getByRole('group', { name: 'Margin bars' }).boundingBox(),
    page.getByRole('complementary', { name: 'Statements' }).boundingBox(),
  ])
  expect(lanes!.x, 'the margin stands at the start of the lines, on the right').toBeGreaterThan(cards!.x)

  const words = 'الخط الساخن مع روسيا مفتوح'
  await tagPassage(page, { from: words }, [
    { name: 'البنتاغون', create: 'actor' },
    { name: 'Hotline', create: 'theme' },
  ])
  const card = 'البنتاغون, source; Hotline, neutral'
  await showNew(people[0]!.page)
  await expect(statementCard(people[0]!.page, card)).toContainText(words)

  await chooseMode(people[0]!.page, 'Edit text')
  await clickAfter(people[0]!.page, 'الخط الساخن مع')
  await people[0]!.page.keyboard.type(' القوات في')
  await expectSaved(people[0]!.page)
  const edited = TEXT.replace('الخط الساخن مع', 'الخط الساخن مع القوات في')
  await expect.poll(() => readText(page)).toBe(edited)
  const now = 'الخط الساخن مع القوات في روسيا مفتوح'
  await expect(statementCard(page, card), 'the tag grows with its words').toContainText(now)

  // Excerpts are computed a moment after an edit; a page shows them as they were when it was opened.
  await expect(async () => {
    await page.goto(`/w/${workspaceId}/excerpts`)
    await expect(page.getByRole('link', { name: now })).toBeVisible({ timeout: 1000 })
  }).toPass()
  const exported = await exportJsonLd(page, async () => {
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: /JSON-LD/ }).click()
  })
  expect(exported).toEqual([{ quote: now, start: edited.indexOf(now), end: edited.indexOf(now) + now.length }])
})
