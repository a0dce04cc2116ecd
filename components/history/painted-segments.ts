import type { CodebookView } from '#/components/reader/codebook-view.ts'
import { assignSlots } from '#/components/reader/rule-slots.ts'
import { cutSegments, type Segment } from '#/components/reader/segments.ts'
import { statementHues } from '#/components/reader/statement-words.ts'
import type { PlacedStatement } from '#/lib/version/history.ts'
import { readTags } from './read-tags.ts'

/** Statements as stretches of text to be ruled, as the reader rules them. Offsets stay what they are; orphans have none. */
export function paintedSegments(statements: readonly PlacedStatement[], codebook: CodebookView): Segment[] {
  const passages = statements
    .flatMap((statement) => {
      const { annotationId: id, start, end } = statement
      if (start === null || end === null || start >= end) return []
      return [{ id, from: start, to: end, hues: statementHues(readTags(statement), codebook), noted: false }]
    })
    .sort((a, b) => a.from - b.from || b.to - a.to)
  const slots = assignSlots(passages.map(({ from, to, hues }) => ({ from, to, rules: hues.length })))
  return cutSegments(passages.map((passage, i) => ({ ...passage, slots: slots[i]! })))
}
