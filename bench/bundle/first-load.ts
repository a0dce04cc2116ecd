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

/** Everything of JavaScript that a browser which never saw the product fetches until a document is open and at rest, workers included. */
export async function firstLoad(browser: Browser, options: BrowserContextOptions, address: string): Promise<LoadedScript[]> {
  const context = await browser.newContext(options)
  try {
    const loading: Promise<LoadedScript>[] = []
    context.on('requestfinished', (request) => {
      const { pathname } = new URL(request.url())
      if (pathname.endsWith('.js')) loading.push(read(pathname))
      async function read(path: string): Promise<LoadedScript> {
        const response = await request.response()
        const [{ responseBodySize: sent }, text] = await Promise.all([request.sizes(), response?.text() ?? ''])
        return { path, sent, text }
      }
    })
    const page = await context.newPage()
    await page.goto(address)
    await documentText(page).waitFor()
    await expectSaved(page)
    await page.waitForLoadState('networkidle')
    return await Promise.all(loading)
  } finally {
    await context.close()
  }
}
