// The reader in Chromium on 1 MB of text after 20,000 edits, with 0, 1,000 and 10,000 statements, and with 10,000 that
// lie five deep everywhere, lanes and cards shown. Needs a build: node scripts/prepare.mjs --build
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { signIn } from '#/e2e/support/person.ts'
import { sampleSignIn } from '#/e2e/support/sample.ts'
import { findChromium } from '#/scripts/programs.mjs'
import { startProduct } from '#/tests/support/start-product.ts'
import { type Figure, median } from './figure.ts'
import { type Filling, fillDocuments } from './reader/fill-documents.ts'
import { readDocument, type Visit } from './reader/read-document.ts'
import { type Tagging, tagTogether } from './reader/tag-together.ts'

const FILLINGS = [0, 1000, 10_000, 'five deep'] as const
const ROUNDS = 3
/** What 10,000 statements may cost against none. */
const GOAL = 1.2

export async function run(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'interline-reader-'))
  try {
    const first = await startProduct({ dataDir })
    const account = sampleSignIn(first.log())
    await first.stop()
    const pages = await fillDocuments(dataDir, FILLINGS)
    const product = await startProduct({ dataDir })
    const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: ['--no-sandbox', '--disable-gpu'] })
    try {
      const context = await browser.newContext({ baseURL: product.url })
      const page = await context.newPage()
      await page.goto('/sign-in')
      await signIn(page, account.email, account.password)
      const options = { baseURL: product.url, storageState: await context.storageState() }
      await context.close()
      const visits = new Map<Filling, Visit[]>(FILLINGS.map((filling) => [filling, []]))
      // The first visit of all also warms the server up; it does not count.
      await readDocument(browser, options, pages.get(0) as string)
      for (let round = 1; round <= ROUNDS; round++)
        for (const filling of FILLINGS) {
          const visit = await readDocument(browser, options, pages.get(filling) as string)
          visits.get(filling)?.push(visit)
          console.log(sayVisit(round, filling, visit))
        }
      return [...ratios(visits), ...deepFigures(visits, await tagTogether(browser, options, pages.get('five deep') as string))]
    } finally {
      await browser.close()
      await product.stop()
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function sayVisit(round: number, filling: Filling, visit: Visit): string {
  const ms = (value: number) => value.toFixed(1)
  return [
    `round ${round}, ${String(filling).padStart(9)} statements:`,
    `readable after ${visit.open.toFixed(0)} ms;`,
    `key to paint ${ms(visit.keyPaint)} (p95 ${ms(visit.keyPaintP95)}), script ${ms(visit.keyScript)} (p95 ${ms(visit.keyScriptP95)});`,
    `scrolling: frame p95 ${ms(visit.frameP95)}, longest ${ms(visit.frameWorst)}, main thread ${ms(visit.scrollTask)} a turn`,
  ].join(' ')
}

type Visits = ReadonlyMap<Filling, readonly Visit[]>

const middle = (visits: Visits, filling: Filling, what: keyof Visit) => median((visits.get(filling) ?? []).map((visit) => visit[what]))

/** What people must not feel on the densest document there is. */
function deepFigures(visits: Visits, tagging: Tagging): Figure[] {
  const figure = (name: string, value: number, goal: number): Figure => ({
    name: `reader-deep-${name}`,
    value,
    unit: 'ms',
    goal: { bound: '<=', value: goal },
  })
  return [
    figure('key-script-p95', middle(visits, 'five deep', 'keyScriptP95'), 16),
    figure('scroll-frame-p95', middle(visits, 'five deep', 'frameP95'), 50),
    figure('selection-to-popover-p95', tagging.popover, 100),
    figure('tag-to-paint-p95', tagging.painted, 100),
    figure('tag-to-paint-at-peer-p95', tagging.seen, 500),
  ]
}

function ratios(visits: Visits): Figure[] {
  const of = (count: number, what: keyof Visit) => middle(visits, count, what)
  const ratio = (name: string, what: keyof Visit): Figure => ({
    name: `reader-${name}-10000-to-0`,
    value: of(10_000, what) / of(0, what),
    unit: 'ratio',
    goal: { bound: '<=', value: GOAL },
  })
  return [ratio('open', 'open'), ratio('key-to-paint', 'keyPaint'), ratio('scroll-frame-p95', 'frameP95')]
}
