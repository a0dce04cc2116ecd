import { devices, type Locator, type Page } from '@playwright/test'
import { axeFindings } from './support/axe.ts'
import { openDesk } from './support/desk.ts'
import { documentText, expectSaved, statementCard, tagPassage } from './support/reader.ts'
import { expect, test } from './support/test.ts'

const CALLS = 'Moscow said its officers answer every call'
const HOTLINE = 'the hotline with Russia'

/** A finger that goes down in the middle of something and moves by this, px. */
async function swipe(page: Page, on: Locator, by: { x: number; y: number }): Promise<void> {
  const box = (await on.boundingBox())!
  const from = { x: box.x + box.width / 2, y: box.y + 8 }
  const session = await page.context().newCDPSession(page)
  const touch = (type: string, x: number, y: number) =>
    session.send('Input.dispatchTouchEvent', { type: type as 'touchStart', touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })
  await touch('touchStart', from.x, from.y)
  for (let step = 1; step <= 4; step++) await touch('touchMove', from.x + (by.x * step) / 4, from.y + (by.y * step) / 4)
  await touch('touchEnd', 0, 0)
  await session.detach()
}

/** What one touches and is smaller than 44 px; links inside words and what a larger row stands for are left out. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, [role="tab"], textarea, .topbar .mark')]
      .filter((element) => element.checkVisibility() && getComputedStyle(element).pointerEvents !== 'none')
      .filter((element) => !element.closest('.linkbtn, .sr, .skip'))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < 43.5 || box.width < 35.5))
      .map(({ element, box }) => `${element.outerHTML.slice(0, 90)} ${Math.round(box.width)}x${Math.round(box.height)}`),
  )
}

test('on a phone one reads with a finger, goes from statement to statement and comments', async ({ newBrowser }) => {
  const { owner, documentPath } = await openDesk(newBrowser)
  await tagPassage(owner.page, { from: HOTLINE }, [{ name: 'Hotline', create: 'theme' }])
  await tagPassage(owner.page, { from: CALLS }, [{ name: 'Moscow', create: 'actor' }])
  await expectSaved(owner.page)

  const { viewport, userAgent, deviceScaleFactor } = devices['iPhone 14']!
  const phone = await newBrowser({ viewport, userAgent, deviceScaleFactor, hasTouch: true, isMobile: true })
  await phone.addCookies(await owner.context.cookies())
  const page = await phone.newPage()
  await page.goto(documentPath)
  await expectSaved(page)
  await expect(page.getByRole('radiogroup', { name: 'Mode' })).toHaveCount(0)

  const sheet = page.getByRole('region', { name: 'Statement' })
  await documentText(page).getByText(HOTLINE).first().tap()
  await expect(sheet).toContainText(HOTLINE)
  expect(await smallTargets(page), 'too small for a finger').toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth), 'nothing beside the screen').toBe(viewport.width)
  const words = (await documentText(page).getByText(HOTLINE).first().boundingBox())!
  expect(words.y + words.height, 'the words stay above the sheet').toBeLessThan((await sheet.boundingBox())!.y)

  await swipe(page, sheet.getByRole('paragraph').first(), { x: -120, y: 0 })
  await expect(sheet).toContainText(CALLS)
  await swipe(page, sheet.getByRole('paragraph').first(), { x: 120, y: 0 })
  await expect(sheet).toContainText(HOTLINE)

  await sheet.getByRole('textbox', { name: 'Comment' }).fill('Who picks up?')
  // A tap right after a swipe is taken by the browser for the end of its fling.
  await sheet.getByRole('button', { name: 'Comment' }).click()
  await expect(sheet.getByRole('textbox', { name: 'Reply' })).toHaveValue('')
  await expect(statementCard(owner.page, 'Hotline, neutral')).toContainText('1')
  expect(await axeFindings(page), 'axe on the sheet').toEqual([])

  await swipe(page, sheet.getByRole('paragraph').first(), { x: 0, y: 160 })
  await expect(sheet).toHaveCount(0)
})

test('at 200 % zoom on a small screen everything is still there, in drawers', async ({ newBrowser }) => {
  const { owner } = await openDesk(newBrowser)
  const { page } = owner
  await page.setViewportSize({ width: 640, height: 450 })
  await tagPassage(page, { from: HOTLINE }, [{ name: 'Hotline', create: 'theme' }])
  const card = statementCard(page, 'Hotline, neutral')
  await expect(card).toBeHidden()
  await page.getByRole('button', { name: 'Statements beside the text' }).click()
  await expect(card).toBeVisible()
  await page.getByRole('button', { name: 'Statements beside the text' }).click()
  await expect(card).toBeHidden()
  await page.getByRole('button', { name: 'Codebook', exact: true }).click()
  await expect(page.getByRole('treeitem', { name: 'Hotline', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Close the codebook' }).click({ position: { x: 600, y: 300 } })
  expect(await page.evaluate(() => document.documentElement.scrollWidth), 'nothing beside the screen').toBe(640)
  expect(await axeFindings(page), 'axe at 200 %').toEqual([])

  // WCAG 1.4.12: wider letters, words and lines than the product sets must not cut anything off.
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }')
    document.adoptedStyleSheets.push(sheet)
  })
  await card.click()
  const clipped = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.chip, .card__foot, .btn, .tab')]
      .filter((element) => element.checkVisibility() && element.scrollHeight > element.clientHeight + 2)
      .map((element) => element.outerHTML.slice(0, 120)),
  )
  expect(clipped, 'cut off with wider letters').toEqual([])
})
