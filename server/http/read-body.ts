/** Bytes a body is given time for: so many per ms. A line of 130 kbit/s is slow, less is somebody who holds on to our memory. */
const BYTES_PER_MS = 16
/** ms that everybody has on top. */
const PATIENCE = 15_000

export interface BodyRefused {
  ok: false
  /** `broken`: the client went away, or sent less than it announced. */
  reason: 'too-large' | 'too-slow' | 'broken'
}

export type ReadBody = { ok: true; body: Uint8Array<ArrayBuffer> } | BodyRefused

const SLOW = Symbol('slow')
const BROKEN = Symbol('broken')

/**
 * The body of a request; given up as soon as it turns out longer than `limit` bytes, whatever length was announced, or
 * comes too slowly.
 */
export async function readBody(request: Request, limit: number, patience: number = PATIENCE): Promise<ReadBody> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const part of bodyParts(request, limit, patience)) {
    if ('reason' in part) return part
    chunks.push(part)
    length += part.length
  }
  return { ok: true, body: joined(chunks, length) }
}

/** The same part by part; what ends it early comes last. */
export async function* bodyParts(request: Request, limit: number, patience: number = PATIENCE): AsyncGenerator<Uint8Array | BodyRefused> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return yield { ok: false, reason: 'too-large' }
  let length = 0
  const started = performance.now()
  const reader = request.body?.getReader()
  for (;;) {
    const part = await within(patience + length / BYTES_PER_MS - (performance.now() - started), reader?.read()).catch(
      (): typeof BROKEN => BROKEN,
    )
    if (part === BROKEN) return yield { ok: false, reason: 'broken' }
    if (part === SLOW || (part && !part.done && length + part.value.length > limit)) {
      // Nobody waits for that: a client that keeps silent would never let it end.
      reader?.cancel().catch(() => {})
      return yield { ok: false, reason: part === SLOW ? 'too-slow' : 'too-large' }
    }
    if (!part || part.done) return
    length += part.value.length
    yield part.value
  }
}

async function within<T>(ms: number, promise: Promise<T> | undefined): Promise<T | undefined | typeof SLOW> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<typeof SLOW>((resolve) => {
    timer = setTimeout(() => resolve(SLOW), Math.max(0, ms))
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    body.set(chunk, at)
    at += chunk.length
  }
  return body
}
