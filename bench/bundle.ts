// What a browser that never saw the product fetches of JavaScript to open a document. Needs a build: node scripts/prepare.mjs --build
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { signIn } from '#/e2e/support/person.ts'
import { openDocument } from '#/e2e/support/reader.ts'
import { sampleSignIn } from '#/e2e/support/sample.ts'
import { findChromium } from '#/scripts/programs.mjs'
import { startProduct } from '#/tests/support/start-product.ts'
import { firstLoad, type LoadedScript } from './bundle/first-load.ts'
import { moduleBytes } from './bundle/module-bytes.ts'
import type { Figure } from './figure.ts'

const DOCUMENT = 'The phone line that keeps two militaries apart over Syria'
/** Transferred, KB of 1,000 bytes. */
const GOAL_KB = 300
const LARGEST = 10

export async function run(): Promise<Figure[]> {
  const product = await startProduct()
  const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const account = sampleSignIn(product.log())
    const context = await browser.newContext({ baseURL: product.url })
    const page = await context.newPage()
    await signIn(page, account.email, account.password)
    await openDocument(page, DOCUMENT)
    const address = new URL(page.url()).pathname
    const { first, later } = await firstLoad(browser, { baseURL: product.url, storageState: await context.storageState() }, address)
    printScripts(first)
    printModules(modulesOf(first))
    console.log(`\nFetched by itself when the text has been there for a while: ${kb(sum(later))} KB in ${later.length} scripts`)
    return [{ name: 'bundle-reader-first-load', value: sum(first) / 1000, unit: 'KB', goal: { bound: '<=', value: GOAL_KB } }]
  } finally {
    await browser.close()
    await product.stop()
  }
}

const sum = (scripts: readonly LoadedScript[]): number => scripts.reduce((total, { sent }) => total + sent, 0)

function printScripts(scripts: readonly LoadedScript[]): void {
  const bySize = [...scripts].sort((a, b) => b.sent - a.sent)
  console.log(`\n${scripts.length} scripts, as sent (and unpacked):`)
  for (const { path, sent, text } of bySize) console.log(`${kb(sent)} KB  (${kb(Buffer.byteLength(text))} KB)  ${path}`)
}

/** Bytes as sent by source file. A script's bytes are shared out by how much of its unpacked text each file has. */
function modulesOf(scripts: readonly LoadedScript[]): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const { sent, text, path } of scripts) {
    const address = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(text)?.[1]
    if (!address) {
      sizes.set(path, sent)
      continue
    }
    const map = join(
      import.meta.dirname,
      '../.next/static',
      decodeURIComponent(new URL(address, `http://localhost${path}`).pathname).replace('/_next/static/', ''),
    )
    for (const [name, units] of moduleBytes(text, JSON.parse(readFileSync(map, 'utf8'))))
      sizes.set(name, (sizes.get(name) ?? 0) + (units / text.length) * sent)
  }
  return sizes
}

function printModules(sizes: ReadonlyMap<string, number>): void {
  const sorted = [...sizes].sort((a, b) => b[1] - a[1])
  console.log(`\nThe ${LARGEST} largest of ${sorted.length} modules, share of what was sent:`)
  for (const [name, size] of sorted.slice(0, LARGEST)) console.log(`${kb(size)} KB  ${name}`)
  const packages = new Map<string, number>()
  for (const [name, size] of sorted) {
    const owner = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(name)?.[1] ?? name.split('/').slice(0, 2).join('/')
    packages.set(owner, (packages.get(owner) ?? 0) + size)
  }
  console.log('\nBy package or folder:')
  for (const [name, size] of [...packages].sort((a, b) => b[1] - a[1]).slice(0, 2 * LARGEST)) console.log(`${kb(size)} KB  ${name}`)
}

const kb = (bytes: number) => (bytes / 1000).toFixed(1).padStart(6)
