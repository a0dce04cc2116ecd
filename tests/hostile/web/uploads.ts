import { readdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { percentile } from '#/bench/figure.ts'
import type { Product } from '#/tests/support/start-product.ts'
import { watchMemory } from '../proc.ts'
import type { Row } from '../row.ts'
import { row } from '../row.ts'
import { visitBeside } from './beside.ts'
import { type RawAnswer, rawRequest } from './request.ts'

const MB = 1 << 20
const PIECE = Buffer.alloc(64 << 10, 'a')

export interface UploadSite {
  product: Product
  cookie: string
  /** A workspace the person may import into, and one that never was. */
  workspaceId: string
  otherId: string
  /** Where the product's process puts temporary files. */
  temporary: string
}

/** Who goes on sending after the answer may be cut off before reading it. */
const CUT_OFF = 0

/** Uploads that are too large, too slow, or lie about their length, beside ordinary requests. */
export async function uploadRows({ product, cookie, workspaceId, otherId, temporary }: UploadSite): Promise<Row[]> {
  const memory = watchMemory(product.pid)
  const endBeside = visitBeside(`${product.url}/icon.svg`)
  const upload = (about: { length?: number; body: Parameters<typeof rawRequest>[1]['body']; to?: string; who?: string }) =>
    rawRequest(product.port, {
      method: 'POST',
      target: `/api/imports/${about.to ?? workspaceId}`,
      headers: {
        Origin: product.url,
        Cookie: about.who ?? cookie,
        'Content-Type': 'multipart/form-data; boundary=x',
        ...(about.length === undefined ? { 'Transfer-Encoding': 'chunked' } : { 'Content-Length': String(about.length) }),
      },
      body: about.body ?? [],
      withinMs: 40_000,
    })
  const judge = (input: string, required: string, answer: RawAnswer, statuses: number[], mostSent: number) => {
    const wrong = [
      ...(statuses.includes(answer.status) ? [] : [`answered ${answer.status}`]),
      ...(answer.sent > mostSent ? [`${(answer.sent / MB).toFixed(0)} MB were taken`] : []),
    ]
    return row(
      input,
      1,
      required,
      wrong,
      `${answer.status} after ${(answer.sent / MB).toFixed(1)} MB and ${(answer.ms / 1000).toFixed(1)} s`,
    )
  }
  // What is taken before an answer arrives includes what the kernels on both sides hold.
  const KERNEL = 20 * MB
  const [large, chunked, stranger, anonymous, stalled, slow, lying] = await Promise.all([
    upload({ length: 100 * MB, body: pieces(100 * MB) }),
    upload({ body: chunkedPieces(100 * MB) }),
    upload({ length: 40 * MB, body: pieces(40 * MB), to: otherId }),
    upload({ length: 40 * MB, body: pieces(40 * MB), who: '' }),
    upload({ length: MB, body: [Buffer.from('--x\r\n')] }),
    upload({ length: MB, body: dripping() }),
    upload({ length: 10, body: pieces(MB) }),
  ])
  const beside = await endBeside()
  const failed = beside.filter((ms) => ms === null).length
  const grown = memory.stop()
  const p99 = percentile(
    beside.filter((ms) => ms !== null),
    0.99,
  )
  return [
    judge('an upload of 100 MB', '413 without reading it', large, [413, CUT_OFF], KERNEL),
    judge('an upload of 100 MB that does not say so', '413 while it comes', chunked, [413, CUT_OFF], 51 * MB + KERNEL),
    judge('an upload to a workspace of others', '404 without reading it', stranger, [404, CUT_OFF], KERNEL),
    judge('an upload of somebody who is not signed in', '401 without reading it', anonymous, [401, CUT_OFF], KERNEL),
    judge('an upload that says more than it sends', '408 in 20 s', stalled, [408], MB),
    judge('an upload of a byte now and then', '408 in 20 s', slow, [408], MB),
    judge('an upload that sends more than it says', 'what is left over is no request', lying, [400, 422], KERNEL),
    row('files left behind by them', 7, 'none', readdirSync(temporary), 'none'),
    row(
      'answers to other requests beside them',
      beside.length,
      'to each of them',
      failed > 0 ? [`${failed} were not answered`] : [],
      'all',
    ),
    {
      ...row('how long those took', beside.length, 'p99 under 2 s', p99 < 2000 ? [] : ['too slow'], `p99 ${p99.toFixed(0)} ms`),
      isTiming: true,
    },
    row(
      'memory of the product under them',
      7,
      '+ < 400 MB',
      grown < 400 ? [] : [`+ ${grown.toFixed(0)} MB`],
      `+ ${grown.toFixed(0)} MB at most`,
    ),
  ]
}

function* pieces(length: number): Generator<Uint8Array> {
  for (let sent = 0; sent < length; sent += PIECE.length) yield PIECE
}

function* chunkedPieces(length: number): Generator<Uint8Array> {
  const head = Buffer.from(`${PIECE.length.toString(16)}\r\n`)
  for (let sent = 0; sent < length; sent += PIECE.length) yield Buffer.concat([head, PIECE, Buffer.from('\r\n')])
}

async function* dripping(): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < 60; i++) {
    yield Buffer.from('-')
    await sleep(500)
  }
}
