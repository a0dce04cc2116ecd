import type { Browser, BrowserContextOptions, CDPSession, Page } from '@playwright/test'
import { chooseMode, documentText, expectSaved } from '#/e2e/support/reader.ts'
import { median, percentile } from '../figure.ts'

/** What one visit to a document cost, ms. */
export interface Visit {
  /** From the navigation to the first frame with words in it. */
  open: number
  /** From a key going down to the frame that shows it painted: middle and 95th percentile. */
  keyPaint: number
  keyPaintP95: number
  /** Script of one key on the main thread, everything the page does until the next key included: mean and 95th percentile. */
  keyScript: number
  keyScriptP95: number
  /** Time between frames while scrolling: 95th percentile and the longest. */
  frameP95: number
  frameWorst: number
  /** Work of the main thread for one turn of the wheel. */
  scrollTask: number
}

/** How long a large document may take to arrive where other programs run, ms. */
export const PATIENCE_MS = 60_000

const KEYS = 50
const KEY_EVERY_MS = 90
const TURNS = 60
const TURN_PX = 400

/** Opens a document in a browser that never saw it, types in its middle and scrolls through it. */
export async function readDocument(browser: Browser, options: BrowserContextOptions, address: string): Promise<Visit> {
  const context = await browser.newContext({ ...options, viewport: { width: 1440, height: 900 } })
  try {
    const page = await context.newPage()
    await page.addInitScript(watchFirstWords)
    await page.goto(address)
    await documentText(page).waitFor()
    const open = await page.waitForFunction(() => (window as unknown as Watched).readableAt).then((handle) => handle.jsonValue())
    await expectSaved(page, PATIENCE_MS)
    // The rest of the page: statements, cards, other rooms.
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(1000)
    const cdp = await context.newCDPSession(page)
    await cdp.send('Performance.enable')
    return { open: open as number, ...(await typeInTheMiddle(page, cdp)), ...(await scroll(page, cdp)) }
  } finally {
    await context.close()
  }
}

interface Watched {
  readableAt?: number
  keyPaints: number[]
  frames: number[]
}

/** Runs in the page before anything else. */
function watchFirstWords(): void {
  const watched = window as unknown as Watched
  const look = () => {
    const words = document.querySelector('#doc section > *')?.textContent
    if (!words) return void requestAnimationFrame(look)
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      watched.readableAt = performance.now()
    }
    port2.postMessage(0)
  }
  requestAnimationFrame(look)
}

async function typeInTheMiddle(page: Page, cdp: CDPSession) {
  await chooseMode(page, 'Edit text')
  const box = await page.locator('.desk').evaluate((desk) => {
    desk.scrollTop = desk.scrollHeight / 2
    const { x, y, height } = (document.querySelector('#doc') as HTMLElement).parentElement!.getBoundingClientRect()
    return { x: x + 200, y: Math.max(y, 0) + Math.min(height, innerHeight) / 2 }
  })
  await page.waitForTimeout(500)
  await page.mouse.click(box.x, Math.min(box.y, 500))
  await page.waitForTimeout(500)
  await page.evaluate(() => {
    const watched = window as unknown as Watched
    watched.keyPaints = []
    addEventListener(
      'keydown',
      () => {
        const start = performance.now()
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => watched.keyPaints.push(performance.now() - start)
          port2.postMessage(0)
        })
      },
      true,
    )
  })
  const totals = [await scriptMs(cdp)]
  for (let i = 0; i < KEYS; i++) {
    await page.keyboard.press('x')
    await page.waitForTimeout(KEY_EVERY_MS)
    totals.push(await scriptMs(cdp))
  }
  const scripts = totals.slice(1).map((total, key) => total - totals[key]!)
  const paints = await page.evaluate(() => (window as unknown as Watched).keyPaints)
  if (!(await documentText(page).textContent())?.includes('x'.repeat(KEYS))) throw new Error('The keys did not arrive in the text')
  return {
    keyPaint: median(paints),
    keyPaintP95: percentile(paints, 0.95),
    keyScript: scripts.reduce((sum, script) => sum + script, 0) / KEYS,
    keyScriptP95: percentile(scripts, 0.95),
  }
}

async function scroll(page: Page, cdp: CDPSession) {
  await page.locator('.desk').evaluate((desk) => {
    desk.scrollTop = 0
  })
  await page.waitForTimeout(500)
  await page.evaluate(() => {
    const watched = window as unknown as Watched
    watched.frames = []
    let last = performance.now()
    const frame = () => {
      const now = performance.now()
      watched.frames.push(now - last)
      last = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
  const before = await metric(cdp, 'TaskDuration')
  await page.mouse.move(700, 450)
  for (let i = 0; i < TURNS; i++) {
    await page.mouse.wheel(0, TURN_PX)
    await page.waitForTimeout(30)
  }
  const task = (await metric(cdp, 'TaskDuration')) - before
  const [top, frames] = await page.evaluate(
    () => [document.querySelector('.desk')!.scrollTop, (window as unknown as Watched).frames] as const,
  )
  if (top < (TURNS * TURN_PX) / 2) throw new Error(`The page scrolled by ${top} px only`)
  return { frameP95: percentile(frames, 0.95), frameWorst: Math.max(...frames), scrollTask: (task * 1000) / TURNS }
}

const scriptMs = async (cdp: CDPSession) => 1000 * (await metric(cdp, 'ScriptDuration'))

/** A counter of the page's process, s. */
async function metric(cdp: CDPSession, name: string): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find((each) => each.name === name)?.value ?? 0
}
