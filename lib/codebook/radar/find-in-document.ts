import type * as Y from 'yjs'
import { captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import type { FoundMention } from './listed-mention.ts'
import type { MentionIndex } from './mention-index.ts'
import { wordsAround } from './words-around.ts'

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
    ...wordsAround(canonical, start, end, AROUND),
    runs: ids ? captureRuns(ids, start, end) : [],
  }))
}
