import { noAnswerWords } from '#/components/ui/attempt.ts'
import { followWork } from '#/components/ui/follow-work.ts'
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
    return (await followWork<BulkAnswer>(response.body, onProgress)) ?? { ok: false, reason: noAnswerWords() }
  } catch {
    return { ok: false, reason: noAnswerWords() }
  }
}
