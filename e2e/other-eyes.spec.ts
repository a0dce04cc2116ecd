import { openDesk } from './support/desk.ts'
import { documentText, dragOver, expectSaved, statementCard, tagPassage, tagPopover } from './support/reader.ts'
import { expect, test } from './support/test.ts'

const PASSAGE = 'hotline with Russia'
const CARD = 'Hotline, neutral'

test('forced colours: what is tagged is underlined, and everything still has an edge', async ({ newBrowser }) => {
  const { owner } = await openDesk(newBrowser)
  const { page } = owner
  await page.emulateMedia({ forcedColors: 'active' })
  await tagPassage(page, { from: PASSAGE }, [{ name: 'Hotline', create: 'theme' }])
  const words = documentText(page).locator('.tg', { hasText: PASSAGE })
  await expect(words).toBeVisible()
  // Backgrounds, which carry the rules else, are the system's now.
  expect(await words.evaluate((element) => getComputedStyle(element).textDecorationLine)).toBe('underline')
  await dragOver(page, 'around the clock')
  await expect(tagPopover(page)).toBeVisible()
  expect(await tagPopover(page).evaluate((element) => getComputedStyle(element).outlineStyle), 'edge of the popover').toBe('solid')
  await page.keyboard.press('Escape')
  // Axe takes the fill of letters for their colour, which the browser leaves as it was before the system's colours.
  await page.emulateMedia({ forcedColors: 'none' })
})

test('at 200 % of 1280 px nothing is cut off sideways, the codebook and the cards are drawers', async ({ newBrowser }) => {
  const { owner, workspaceId, documentPath } = await openDesk(newBrowser)
  const { page } = owner
  await tagPassage(page, { from: PASSAGE }, [{ name: 'Hotline', create: 'theme' }])
  await expectSaved(page)
  // A browser at 200 % has half the pixels of the style sheet.
  await page.setViewportSize({ width: 640, height: 400 })
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  for (const name of ['documents', 'excerpts', 'actors', 'themes', 'settings', 'memos', 'comments']) {
    await page.goto(`/w/${workspaceId}/${name}`)
    await expect(page.getByRole('heading').first()).toBeVisible()
    expect(await overflow(), `px that ${name} is too wide`).toBe(0)
  }
  await page.goto(documentPath)
  await expectSaved(page)
  expect(await overflow(), 'px that the reader is too wide').toBe(0)
  const codebook = page.getByRole('complementary', { name: 'Codebook' })
  await expect(codebook).not.toBeInViewport()
  await documentText(page).focus()
  await page.keyboard.press('h')
  await expect(codebook).toBeInViewport()
  await page.keyboard.press('Escape')
  await expect(codebook).not.toBeInViewport()
  await page.getByRole('button', { name: 'Statements beside the text' }).click()
  await expect(statementCard(page, CARD)).toBeInViewport()
})

test('with motion reduced a jump is marked by an outline in place of a fade', async ({ newBrowser }) => {
  const { owner, workspaceId } = await openDesk(newBrowser)
  const { page } = owner
  await tagPassage(page, { from: PASSAGE }, [{ name: 'Hotline', create: 'theme' }])
  await expectSaved(page)
  // Excerpts are computed a moment after an edit; a page shows them as they were when it was opened.
  await expect(async () => {
    await page.goto(`/w/${workspaceId}/excerpts`)
    await expect(page.getByRole('link', { name: PASSAGE })).toBeVisible({ timeout: 1000 })
  }).toPass()
  // It lasts two seconds, which a busy machine can miss: looked for in every frame.
  await page.evaluate(() => {
    const look = () => {
      const flash = document.querySelector('#doc .tg.flash')
      if (!flash) return requestAnimationFrame(look)
      const { outlineStyle, outlineWidth, animationName } = getComputedStyle(flash)
      Object.assign(window, { flash: { words: flash.textContent, outline: `${outlineWidth} ${outlineStyle}`, animationName } })
    }
    look()
  })
  await page.getByRole('link', { name: PASSAGE }).click()
  await expect(statementCard(page, CARD)).toHaveAttribute('aria-current', 'true')
  const seen = () => page.evaluate(() => (window as unknown as { flash?: unknown }).flash)
  await expect.poll(seen).toEqual({ words: PASSAGE, outline: '2px solid', animationName: 'none' })
})
