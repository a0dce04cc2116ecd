import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { documentText, expectSaved, tagPopover } from '#/e2e/support/reader.ts'
import { percentile } from '../figure.ts'
import { PATIENCE_MS } from './read-document.ts'

/** What tagging costs with a colleague at the same page, 95th percentiles, ms. */
export interface Tagging {
  /** From letting the mouse go to the popover painted, with its first matches and the keyboard. */
  popover: number
  /** From the key that saves to rule, bar and card painted. */
  painted: number
  /** From the same key to rule and bar painted at the colleague. */
  seen: number
}

const TAGS = 15

/** Two people at the same page of a document; one tags its words, again and again. */
export async function tagTogether(browser: Browser, options: BrowserContextOptions, address: string): Promise<Tagging> {
  const pages: Page[] = []
  try {
    for (let person = 0; person < 2; person++) pages.push(await openAtMiddle(browser, options, address))
    const [own, peer] = pages as [Page, Page]
    const found: Record<keyof Tagging, number[]> = { popover: [], painted: [], seen: [] }
    for (let round = 0; round < TAGS; round++) {
      await own.evaluate(watchRelease)
      await dragOverWords(own, round)
      found.popover.push((await own.evaluate(() => (window as unknown as Watched).popoverAfter)) as number)
      await tagPopover(own).getByRole('combobox').press('Enter')
      await tagPopover(own)
        .getByRole('listitem')
        .or(tagPopover(own).getByRole('button', { name: /^Remove / }))
        .first()
        .waitFor()
      const before = await own.evaluate(knownIds)
      const [painted, seen] = [
        await own.evaluateHandle(watchNew, { before, cards: true }),
        await peer.evaluateHandle(watchNew, { before, cards: false }),
      ]
      await own.keyboard.press('Control+Enter')
      const at = await painted.evaluate((watch) => watch.pressed)
      found.painted.push((await painted.evaluate((watch) => watch.done)) - at)
      found.seen.push((await seen.evaluate((watch) => watch.done)) - at)
      await expectSaved(own, PATIENCE_MS)
      await own.keyboard.press('Escape')
    }
    return { popover: percentile(found.popover, 0.95), painted: percentile(found.painted, 0.95), seen: percentile(found.seen, 0.95) }
  } finally {
    for (const page of pages) await page.context().close()
  }
}

async function openAtMiddle(browser: Browser, options: BrowserContextOptions, address: string): Promise<Page> {
  const page = await (await browser.newContext({ ...options, viewport: { width: 1440, height: 900 } })).newPage()
  await page.addLocatorHandler(page.getByRole('button', { name: 'Skip the tour' }), (skip) => skip.click())
  await page.goto(address)
  await documentText(page).waitFor()
  await expectSaved(page, PATIENCE_MS)
  await page.locator('.desk').evaluate((desk) => {
    desk.scrollTop = desk.scrollHeight / 2
  })
  await page.locator('.lane-bar, .lane-heat').first().waitFor()
  await page.locator('article.card').first().waitFor()
  return page
}

/** Selects some words of a line in sight, another line each time. */
async function dragOverWords(page: Page, round: number): Promise<void> {
  const { x, y } = await page.evaluate(() => {
    const { left } = (document.querySelector('#doc') as HTMLElement).getBoundingClientRect()
    return { x: left, y: 260 }
  })
  const line = y + round * 27
  await page.mouse.move(x + 120 + round * 9, line)
  await page.mouse.down()
  await page.mouse.move(x + 200, line, { steps: 2 })
  await page.mouse.move(x + 300 + round * 7, line, { steps: 2 })
  await page.mouse.up()
  await tagPopover(page).getByRole('combobox').waitFor()
}

interface Watched {
  popoverAfter: Promise<number>
}

/** Runs in the page: from the next release of the mouse until the frame after the popover has the keyboard and matches is painted. */
function watchRelease(): void {
  ;(window as unknown as Watched).popoverAfter = new Promise((resolve) => {
    addEventListener(
      'mouseup',
      () => {
        const start = performance.now()
        const look = () => {
          const isThere = document.activeElement?.matches('.pop input') && document.querySelector('.pop [role="option"]')
          if (!isThere) return void requestAnimationFrame(look)
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.now() - start)
          port2.postMessage(0)
        }
        requestAnimationFrame(look)
      },
      { once: true, capture: true },
    )
  })
}

/** Runs in the page: the statements that are painted. */
function knownIds(): string[] {
  return [...new Set([...document.querySelectorAll<HTMLElement>('#doc [data-a]')].flatMap((mark) => (mark.dataset.a as string).split(' ')))]
}

/**
 * Runs in the page: when the next key to save goes down, and when the frame is painted that first shows a statement which was
 * not there before, as rule, bar (where bars are too many for the lane: its strip) and, where it comes at once, card. Milliseconds of the clock that all browsers here share.
 */
function watchNew({ before, cards }: { before: string[]; cards: boolean }): { pressed: Promise<number>; done: Promise<number> } {
  const now = () => performance.timeOrigin + performance.now()
  const known = new Set(before)
  const pressed = new Promise<number>((resolve) => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return
      removeEventListener('keydown', onKey, true)
      resolve(now())
    }
    addEventListener('keydown', onKey, true)
  })
  const done = new Promise<number>((resolve) => {
    const look = () => {
      const marks = [...document.querySelectorAll<HTMLElement>('#doc [data-a]')]
      const id = marks.flatMap((mark) => (mark.dataset.a as string).split(' ')).find((each) => !known.has(each))
      const isThere =
        id &&
        document.querySelector(`.lane-bar[data-id="${id}"], .lane-heat`) &&
        (!cards || document.querySelector(`.card[data-id="${id}"]`))
      if (!isThere) return void requestAnimationFrame(look)
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(now())
      port2.postMessage(0)
    }
    requestAnimationFrame(look)
  })
  return { pressed, done }
}
