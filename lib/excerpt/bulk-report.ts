import type { Skipped } from '#/lib/annotation/bulk-edit.ts'
import { t } from '#/lib/message/t.ts'

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
  gone: (count) => t('{count, plural, one {# was deleted meanwhile} other {# were deleted meanwhile}}', { count }),
  'has-it': (count) => t('{count, plural, one {# has it already} other {# have it already}}', { count }),
  'without-it': (count) => t('{count, plural, one {# does not have the tag} other {# do not have the tag}}', { count }),
  'of-others': (count) => t('{count, plural, one {# has it from somebody else} other {# have it from somebody else}}', { count }),
  locked: (count) =>
    t('{count, plural, one {# is locked: it is somebody else’s} other {# are locked: they are somebody else’s}}', { count }),
}

/** What stayed as it is and why, one phrase each. */
export function skippedWords(skipped: BulkReport['skipped']): string[] {
  return (Object.keys(WHY) as Skipped[]).flatMap((why) => (skipped[why] ? [WHY[why](skipped[why])] : []))
}
