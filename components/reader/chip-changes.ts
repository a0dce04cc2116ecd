import type { Annotation } from '#/lib/annotation/model.ts'
import { byRole } from './by-role.ts'
import type { DraftChip } from './tag-draft.ts'

/** The tags of a statement as chips of the popover. A theme without a stance shows as neutral. */
export function chipsOf({ actors, themes }: Pick<Annotation, 'actors' | 'themes'>): DraftChip[] {
  return [
    ...byRole(actors).map(({ actorId, role }): DraftChip => ({ kind: 'actor', id: actorId, role })),
    ...themes.map(({ themeId, stance }): DraftChip => ({ kind: 'theme', id: themeId, stance: stance === 'none' ? 'neutral' : stance })),
  ]
}

/** What has to be done to a statement so that its tags become the given chips. */
export interface ChipChanges {
  removed: DraftChip[]
  /** New tags, and themes whose stance changes. */
  added: DraftChip[]
}

/** Compares chips by what they say; their order does not matter. */
export function chipChanges(before: readonly DraftChip[], after: readonly DraftChip[]): ChipChanges {
  const key = (chip: DraftChip): string => (chip.kind === 'actor' ? `actor|${chip.id}|${chip.role}` : `theme|${chip.id}|${chip.stance}`)
  const beforeKeys = new Set(before.map(key))
  const afterKeys = new Set(after.map(key))
  const keptThemes = new Set(after.flatMap((chip) => (chip.kind === 'theme' ? [chip.id] : [])))
  return {
    removed: before.filter((chip) => !afterKeys.has(key(chip)) && !(chip.kind === 'theme' && keptThemes.has(chip.id))),
    added: after.filter((chip) => !beforeKeys.has(key(chip))),
  }
}

/** Whether two lists of chips say the same. */
export function sameChips(a: readonly DraftChip[], b: readonly DraftChip[]): boolean {
  const { removed, added } = chipChanges(a, b)
  return removed.length === 0 && added.length === 0
}
