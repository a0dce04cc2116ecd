// Seconds from starting a built tree to its first page, and resident memory once idle, on both databases.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '#/tests/support/postgres-server.ts'
import { type Product, startProduct } from '#/tests/support/start-product.ts'
import { type Figure, median } from './figure.ts'
import { residentMb } from './resident-memory.ts'

const ROUNDS = 3
/** Long enough for start-up garbage to be collected and pools to settle, ms. */
const IDLE_MS = 10_000
const KINDS = ['embedded', 'server'] as const
type Kind = (typeof KINDS)[number]
const IDLE_GOAL_MB: Record<Kind, number> = { embedded: 350, server: 200 }

interface Round {
  firstPageS: number
  idleMb: number
}

/** Loads the sign-in page as a browser does first: the page and the scripts it names. */
async function openFirstPage(product: Product): Promise<void> {
  const page = await fetch(`${product.url}/sign-in`)
  if (page.status !== 200) throw new Error(`The first page answered ${page.status}`)
  const scripts = [...(await page.text()).matchAll(/<script[^>]* src="([^"]+)"/g)].map((match) => match[1] as string)
  if (!scripts.length) throw new Error('The first page names no scripts')
  for (const script of scripts) {
    const response = await fetch(new URL(script, product.url))
    if (!response.ok) throw new Error(`${script} answered ${response.status}`)
    await response.arrayBuffer()
  }
}

async function measure(dataDir: string, env: Record<string, string>): Promise<Round> {
  const start = performance.now()
  const product = await startProduct({ dataDir, env })
  try {
    await openFirstPage(product)
    const firstPageS = (performance.now() - start) / 1000
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS))
    return { firstPageS, idleMb: residentMb(product.pid) }
  } finally {
    await product.stop()
  }
}

/** Starts each kind once to create its database with the sample workspace, then measures later starts of both in turn. */
export async function run(): Promise<Figure[]> {
  const postgres = await startPostgres()
  const folder = mkdtempSync(join(tmpdir(), 'interline-boot-'))
  const settings: Record<Kind, Record<string, string>> = { embedded: {}, server: { DATABASE_URL: postgres.url } }
  const rounds: Record<Kind, Round[]> = { embedded: [], server: [] }
  try {
    for (const kind of KINDS) {
      const product = await startProduct({ dataDir: join(folder, kind), env: settings[kind] })
      console.log(`first start  ${kind.padEnd(8)}  ${(product.startedInMs / 1000).toFixed(2)} s (creates the database and the sample)`)
      await product.stop()
    }
    for (let round = 1; round <= ROUNDS; round++)
      for (const kind of KINDS) {
        const result = await measure(join(folder, kind), settings[kind])
        rounds[kind].push(result)
        console.log(
          `round ${round}      ${kind.padEnd(8)}  first page ${result.firstPageS.toFixed(2)} s, idle ${result.idleMb.toFixed(0)} MB`,
        )
      }
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return KINDS.flatMap((kind) => [
    {
      name: `boot-${kind}-first-page`,
      value: median(rounds[kind].map((round) => round.firstPageS)),
      unit: 's',
      goal: { bound: '<=', value: 8 },
    },
    {
      name: `boot-${kind}-idle`,
      value: median(rounds[kind].map((round) => round.idleMb)),
      unit: 'MB',
      goal: { bound: '<=', value: IDLE_GOAL_MB[kind] },
    },
  ])
}
