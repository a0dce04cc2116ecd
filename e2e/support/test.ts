import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import { expectNoFindingsAtEnd } from './axe.ts'

interface Journey {
  /** A browser of one more person: a context with its own cookies and its own storage. */
  newBrowser(options?: BrowserContextOptions): Promise<BrowserContext>
  /** Console messages and page errors that this test expects, because it breaks something on purpose. */
  expectComplaints(...patterns: RegExp[]): void
}

/**
 * Playwright's test with the product of the run as base address. A test fails when a page printed an error, also when
 * nothing of it is to be seen: a refused script or style, a failed request, an exception; and when axe finds something on
 * the pages that are open at its end.
 */
export const test = base.extend<Journey & { watch: { contexts: BrowserContext[]; expected: RegExp[] } }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright finds out from the pattern what a fixture needs.
  baseURL: async ({}, use) => use(process.env.E2E_URL),
  watch: async ({ browser: _ }, use) => {
    const watch = { contexts: [] as BrowserContext[], expected: [] as RegExp[] }
    await use(watch)
    for (const context of watch.contexts) await context.close()
  },
  newBrowser: async ({ browser, baseURL, watch }, use, { errors }) => {
    const complaints: string[] = []
    const listen = (page: Page) => {
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.stack || error.message}`))
      page.on('console', (message) => {
        // A browser that leaves a page before its icon was named asks for this on its own.
        if (message.location().url.endsWith('/favicon.ico')) return
        if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()} (${message.location().url})`)
      })
    }
    await use(async (options) => {
      const context = await browser.newContext({ baseURL, extraHTTPHeaders: { 'x-forwarded-for': anAddress() }, ...options })
      context.on('page', listen)
      watch.contexts.push(context)
      return context
    })
    if (errors.length === 0) await expectNoFindingsAtEnd(watch.contexts)
    expect(
      complaints.filter((complaint) => !watch.expected.some((pattern) => pattern.test(complaint))),
      'errors in the browser console',
    ).toEqual([])
  },
  expectComplaints: async ({ watch }, use) => use((...patterns) => void watch.expected.push(...patterns)),
})

/** Everybody sits somewhere else: from one address only so many accounts are made in an hour. */
function anAddress(): string {
  const byte = () => Math.floor(Math.random() * 256)
  return `10.${byte()}.${byte()}.${byte()}`
}

export { expect }
