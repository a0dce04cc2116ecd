import { setTimeout as wait } from 'node:timers/promises'
import type { FormatId } from '#/lib/format/export/export-format.ts'
import type { Product } from '#/tests/support/start-product.ts'
import { residentMb } from '../resident-memory.ts'

/** What taking a file cost. Times from the request to the last byte; memory in MB (10^6 bytes). */
export interface Taken {
  rows: number
  bytes: number
  seconds: number
  /** Resident, before. */
  idleMb: number
  /** Above that, at most. */
  peakMb: number
  /** How many pages were answered meanwhile, one after the other, and the slowest of them; and the slowest of as many without an export. */
  pages: number
  slowestPageMs: number
  alonePageMs: number
}

interface Errand {
  workspaceId: string
  cookie: string
  format: FormatId
  rows: number
}

/** As often as the memory is looked at, ms. */
const LOOK_MS = 20
/** Between two pages somebody opens, ms. */
const READ_MS = 500
/** The first pages after a start load their code. */
const WARM_UP = 15
/** What a start leaves behind is collected by then, ms. */
const IDLE_MS = 2000

/**
 * Downloads everything in a workspace over HTTP and watches the server's memory; then once more, while somebody opens the page that exports are
 * begun on. Two downloads, because pages need processor and memory of their own.
 */
export async function takeExport({ url, pid }: Product, { workspaceId, cookie, format, rows }: Errand): Promise<Taken> {
  // As programs ask that do not unpack: how fast zlib is would be another figure.
  const get = (path: string) => fetch(`${url}${path}`, { headers: { cookie, 'accept-encoding': 'identity' } })
  const openPage = async () => {
    const start = performance.now()
    const page = await get(`/w/${workspaceId}/excerpts`)
    if (page.status !== 200) throw new Error(`The page answered ${page.status}`)
    await page.arrayBuffer()
    return performance.now() - start
  }
  const download = async () => {
    const response = await get(`/api/exports/${workspaceId}?format=${format}`)
    if (response.status !== 200 || !response.body) throw new Error(`The export answered ${response.status}`)
    let bytes = 0
    for await (const piece of response.body) bytes += piece.length
    return bytes
  }
  for (let i = 0; i < WARM_UP; i++) await openPage()
  const alone: number[] = []
  for (let i = 0; i < WARM_UP; i++) alone.push(await openPage())
  await wait(IDLE_MS)

  const watched = watchMemory(pid)
  const start = performance.now()
  const bytes = await download().finally(watched.end)
  const seconds = (performance.now() - start) / 1000

  let isTaking = true
  const meanwhile: number[] = []
  const again = download().finally(() => {
    isTaking = false
  })
  while (isTaking) {
    meanwhile.push(await openPage())
    await wait(READ_MS)
  }
  await again
  return {
    rows,
    bytes,
    seconds,
    idleMb: watched.idleMb,
    peakMb: watched.peakMb() - watched.idleMb,
    pages: meanwhile.length,
    slowestPageMs: Math.max(...meanwhile),
    alonePageMs: Math.max(...alone),
  }
}

function watchMemory(pid: number) {
  const idleMb = residentMb(pid)
  let peak = idleMb
  const looking = setInterval(() => {
    peak = Math.max(peak, residentMb(pid))
  }, LOOK_MS)
  return { idleMb, peakMb: () => peak, end: () => clearInterval(looking) }
}
