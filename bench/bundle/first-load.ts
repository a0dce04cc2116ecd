import type { Browser, BrowserContextOptions } from '@playwright/test'
import { documentText, expectSaved } from '#/e2e/support/reader.ts'

/** A script as a browser got it. */
export interface LoadedScript {
  /** Path of its address. */
  path: string
  /** Bytes of the body as sent: compressed. */
  sent: number
  text: string
}

/** What is fetched when the text has been there for a while comes at the latest now, ms. */
const LATER_MS = 8_000

/**
 * Everything of JavaScript that a browser which never saw the product fetches until a document is open and at rest (text,
 * statements, saved), workers included; and apart from it, what the page then fetches by itself without having been touched.
 */
export async function firstLoad(
  browser: Browser,
  options: BrowserContextOptions,
  address: string,
): Promise<{ first: LoadedScript[]; later: LoadedScript[] }> {
  const context = await browser.newContext(options)
  try {
    const loading: Promise<LoadedScript>[] = []
    context.on('requestfinished', (request) => {
      const { pathname } = new URL(request.url())
      if (pathname.endsWith('.js')) loading.push(read(pathname))
      async function read(path: string): Promise<LoadedScript> {
        const response = await request.response()
        const [{ responseBodySize: sent }, text] = await Promise.all([request.sizes(), response?.text() ?? ''])
        // Of a file that is in the cache by now only the headers are counted, and taken off.
        return { path, sent: Math.max(0, sent), text }
      }
    })
    const page = await context.newPage()
    await page.goto(address)
    await documentText(page).waitFor()
    await expectSaved(page)
    await page.waitForLoadState('networkidle')
    const first = await Promise.all(loading.splice(0))
    await page.waitForTimeout(LATER_MS)
    await page.waitForLoadState('networkidle')
    return { first, later: await Promise.all(loading) }
  } finally {
    await context.close()
  }
}
