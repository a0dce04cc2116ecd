import type { Segment } from '#/components/reader/segments.ts'
import { t } from '#/lib/message/t.ts'
import type { TextBlock, TextSpan } from '#/lib/text/block.ts'
import { listNumbers, NO_ITEM, outlineLetter } from '#/lib/text/list-numbers.ts'

/** What a block is, without its words. */
export type BlockKind = Omit<TextBlock, 'spans'>

/** A run of words that look the same. */
export interface ShownRun extends TextSpan {
  /** Only in one of two texts that are compared. */
  change?: 'added' | 'removed'
  /** Who changed it; said once per step of a playback. */
  by?: string
  /** The passages it belongs to. */
  segment?: Segment
}

/** A block as a page of the history draws it. Immutable: another object is drawn anew, the same one never. */
export interface ShownBlock {
  /** Unlike all others of its text; stays while the block is followed through changes. */
  key: string
  kind: BlockKind
  /** Of an ordered list item, from 1; 0 for anything else. */
  number: number
  runs: readonly ShownRun[]
  /** Said above the block: what it was before, when only that changed. */
  note?: string
}

/** The number of each block, as the reader shows it: 0 for all but ordered list items. */
export function blockNumbers(kinds: readonly BlockKind[]): number[] {
  return listNumbers(kinds.map(({ type, list, indent }) => (type === 'listItem' ? outlineLetter(list, indent ?? 0) : NO_ITEM)).join(''))
}

const NAMES: Record<BlockKind['type'], string> = {
  get paragraph() {
    return t('Paragraph')
  },
  get heading() {
    return t('Heading')
  },
  get quote() {
    return t('Quote')
  },
  get listItem() {
    return t('List item')
  },
}

/** "Paragraph", "Heading 2", "Numbered list item". */
export function kindName({ type, level, list }: BlockKind): string {
  if (type === 'heading') return t('Heading {level}', { level: level ?? 1 })
  if (type === 'listItem' && list === 'ordered') return t('Numbered list item')
  return NAMES[type]
}
