import { t } from '#/lib/message/t.ts'
import { log } from '#/server/log.ts'

const FAILED = {
  ok: false,
  get reason() {
    return t('The server could not go on. Reload the page to see what was done.')
  },
}

/**
 * Work that takes a while, as lines of JSON: `{ done, of }` as it goes, its result in the end. Who goes away does not stop it.
 */
export function progressResponse<T extends object>(work: (onProgress: (done: number, of: number) => void) => Promise<T>): Response {
  const encoder = new TextEncoder()
  let isHeard = true
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (line: object) => {
        if (isHeard) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
      }
      try {
        say(await work((done, of) => say({ done, of })))
      } catch (error) {
        log.error('http.work-failed', error)
        say(FAILED)
      }
      if (isHeard) controller.close()
    },
    cancel() {
      isHeard = false
    },
  })
  return new Response(body, {
    headers: { 'Content-Type': 'application/x-ndjson; charset=utf-8', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' },
  })
}
