import type { Skipped } from '#/lib/annotation/bulk-edit.ts'

/** What came of changing the tags of many excerpts. */
export interface BulkReport {
  /** What it is taken back by; null when nothing changed. */
  undoId: string | null
  changed: number
  /** Documents with changes. */
  documents: number
  /** How many stayed as they are, by why. */
  skipped: Partial<Record<Skipped, number>>
  /** Set when it ended early: why, in a sentence. What was changed until then stays. */
  stopped: string | null
}

const WHY: Record<Skipped, (count: number) => string> = {
  gone: (count) => (count === 1 ? '1 was deleted meanwhile' : `${count.toLocaleString('en')} were deleted meanwhile`),
  'has-it': (count) => (count === 1 ? '1 has it already' : `${count.toLocaleString('en')} have it already`),
  'without-it': (count) => (count === 1 ? '1 does not have the tag' : `${count.toLocaleString('en')} do not have the tag`),
  'of-others': (count) => (count === 1 ? '1 has it from somebody else' : `${count.toLocaleString('en')} have it from somebody else`),
}

/** What stayed as it is and why, one phrase each. */
export function skippedWords(skipped: BulkReport['skipped']): string[] {
  return (Object.keys(WHY) as Skipped[]).flatMap((why) => (skipped[why] ? [WHY[why](skipped[why])] : []))
}
