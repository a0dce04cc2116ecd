/**
 * Reads what the server says of a work while it does it (server/http/progress-response.ts).
 *
 * @returns the result; null when the connection broke before it came
 */
export async function followWork<T>(body: ReadableStream<Uint8Array>, onProgress: (done: number, of: number) => void): Promise<T | null> {
  let last: unknown = null
  for await (const line of lines(body)) {
    last = JSON.parse(line)
    if (isProgress(last)) onProgress(last.done, last.of)
  }
  return isProgress(last) ? null : (last as T | null)
}

function isProgress(line: unknown): line is { done: number; of: number } {
  return typeof line === 'object' && line !== null && 'of' in line
}

async function* lines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader()
  let rest = ''
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const whole = (rest + part.value).split('\n')
    rest = whole.pop() ?? ''
    yield* whole
  }
  if (rest) yield rest
}
