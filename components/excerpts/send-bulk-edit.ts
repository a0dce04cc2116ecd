import { noAnswerWords } from '#/components/ui/attempt.ts'
import type { BulkEdit } from '#/lib/annotation/bulk-edit.ts'
import type { BulkReport } from '#/lib/excerpt/bulk-report.ts'
import { printAddress } from '#/lib/query/address.ts'
import type { Query } from '#/lib/query/query.ts'

export type BulkAnswer = ({ ok: true } & BulkReport) | { ok: false; reason: string }

/** Changes the tags of all excerpts a query asks for. @param onProgress documents that are done, of all */
export async function sendBulkEdit(
  workspaceId: string,
  query: Query,
  edit: BulkEdit,
  onProgress: (done: number, of: number) => void,
): Promise<BulkAnswer> {
  try {
    const body = JSON.stringify({ query: printAddress(query).toString(), edit })
    const response = await fetch(`/api/bulk-edits/${workspaceId}`, { method: 'POST', body })
    if (!response.ok || !response.body) return { ok: false, reason: ((await response.json()) as { message: string }).message }
    let last: unknown = null
    for await (const line of lines(response.body)) {
      last = JSON.parse(line)
      if (isProgress(last)) onProgress(last.done, last.of)
    }
    return isProgress(last) || last === null ? { ok: false, reason: noAnswerWords() } : (last as BulkAnswer)
  } catch {
    return { ok: false, reason: noAnswerWords() }
  }
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
