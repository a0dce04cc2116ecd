import type * as Y from 'yjs'
import { captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import type { FoundMention } from './listed-mention.ts'
import type { MentionIndex } from './mention-index.ts'

/** UTF-16 units shown on either side. */
const AROUND = 90
/** No list is read further. */
const MOST = 20_000

/** The names in the text of a document, in order. @param day see `MentionIndex.find` */
export function findInDocument(index: MentionIndex, text: Y.Doc, day: string | null): FoundMention[] {
  const flat = text.getText(TEXT_NAME)
  const canonical = canonicalText(flat)
  const mentions = index.find(canonical, day).slice(0, MOST)
  const ids = mentions.length > 0 ? buildIdIndex(flat) : null
  return mentions.map(({ start, end, actorIds }) => ({
    start,
    end,
    actorIds,
    words: canonical.slice(start, end),
    ...around(canonical, start, end),
    runs: ids ? captureRuns(ids, start, end) : [],
  }))
}

function around(text: string, start: number, end: number): { before: string; after: string } {
  const paragraph = text.lastIndexOf('\n', start - 1) + 1
  const next = text.indexOf('\n', end)
  const from = Math.max(paragraph, start - AROUND)
  const to = Math.min(next < 0 ? text.length : next, end + AROUND)
  // No half words or half characters at the cuts.
  const before = from > paragraph ? `…${text.slice(from, start).replace(/^\S*/u, '')}` : text.slice(from, start)
  const after = to < (next < 0 ? text.length : next) ? `${text.slice(end, to).replace(/\S*$/u, '')}…` : text.slice(end, to)
  return { before: before.toWellFormed(), after: after.toWellFormed() }
}
