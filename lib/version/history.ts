import type { StatementField } from '#/lib/annotation/field-name.ts'
import type { DiffPart } from '#/lib/diff/diff-text.ts'
import type { TextBlock } from '#/lib/text/block.ts'

/** A moment of a document's history: the state of its text and layers after all rows of their log up to and including `seq`. */
export interface HistoryPoint {
  seq: number
  /** ms since 1970, of the last change up to the point; a point named later stays where its work was done. */
  at: number
  /**
   * `automatic`: the end of a stretch of work, read off the log. `imported`: the beginning. `restored` and `edition`: the
   * last point before an earlier one was restored, or a new edition was applied. `named`: somebody gave it a name.
   */
  kind: 'imported' | 'automatic' | 'named' | 'restored' | 'edition'
  /** Row of `versions`; null for points read off the log. */
  versionId: string | null
  /** Empty for points nobody named. */
  name: string
  /** Who named, restored or brought it; null for automatic points. */
  by: string | null
  /** Ids of the users who changed something since the point before, most changes first. */
  people: string[]
  /** Rows of the log since the point before. */
  changes: { text: number; tags: number }
}

/** How one statement differs between two points. Tags are "actorId|role" and "themeId|stance". */
export interface StatementChange {
  annotationId: string
  kind: 'added' | 'removed' | 'changed'
  /** Who tagged it. */
  by: string
  /** Words of the passage at either point; null where it does not exist or has no words. */
  before: string | null
  after: string | null
  actorsAdded: string[]
  actorsRemoved: string[]
  themesAdded: string[]
  themesRemoved: string[]
  /** Names of other fields that differ: memo, status, certainty, date, place, reportedBy. */
  fields: StatementField[]
}

/** What differs between two points. */
export interface Comparison {
  /** The whole text as parts; "\n" between blocks, U+2028 for a hard break. */
  text: DiffPart[]
  statements: StatementChange[]
  /** Sums over `text` and `statements`; the tags of passages that came or went are among them. */
  counts: {
    /** In words. */
    wordsAdded: number
    wordsRemoved: number
    passagesAdded: number
    passagesRemoved: number
    passagesChanged: number
    actorsAdded: number
    actorsRemoved: number
    themesAdded: number
    themesRemoved: number
  }
}

/** A statement as it stands at one point. */
export interface PlacedStatement {
  annotationId: string
  by: string
  /** UTF-16 offsets into the canonical text; null for an orphan. */
  start: number | null
  end: number | null
  actors: string[]
  themes: string[]
}

/** Text and statements at one point. */
export interface PointState {
  seq: number
  blocks: TextBlock[]
  statements: PlacedStatement[]
}

/** One person's uninterrupted work, to be shown at once in a playback. */
export interface PlaybackStep {
  /** Last row of the log in it. */
  seq: number
  /** ms since 1970, of its last row. */
  at: number
  by: string | null
  /** From the text before to the text after, canonical UTF-16; in order, covering the whole text: lengths kept, words removed, words added. */
  text: ({ keep: number } | { remove: string } | { add: string })[]
  /**
   * Statements that came, changed in words or tags (as they are afterwards) or went. Those not mentioned only moved with
   * the text (see `shiftOf` in text-ops.ts). Steps that changed formats alone have none and keep the whole text.
   */
  statements: { added: PlacedStatement[]; changed: PlacedStatement[]; removed: string[] }
}

/** History between two points, to be played forwards and backwards. */
export interface Playback {
  start: { text: string; statements: PlacedStatement[] }
  steps: PlaybackStep[]
}
