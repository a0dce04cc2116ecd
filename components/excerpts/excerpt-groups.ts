import { counted } from '#/lib/counted.ts'
import type { Excerpt, PageGroup } from '#/lib/excerpt/excerpt.ts'
import type { ExcerptSort } from '#/lib/excerpt/results-query.ts'
import { t } from '#/lib/message/t.ts'

/** Loaded excerpts that stand under one heading. */
export interface ShownGroup {
  /** Id of a document, theme, actor or person; null: of those without any. */
  key: string | null
  excerpts: Excerpt[]
  /** How many match in all; null while they are counted. */
  count: number | null
}

/**
 * Loaded excerpts under their headings; null when they have none.
 *
 * @param groups of all pages, in order: one that goes on over a page's end comes twice
 * @param perDocument matching excerpts by document id; null while they are counted
 */
export function shownGroups(
  sort: ExcerptSort,
  excerpts: readonly Excerpt[],
  groups: readonly PageGroup[],
  perDocument: Readonly<Record<string, number>> | null,
): ShownGroup[] | null {
  if (sort === 'recent') return null
  if (sort === 'document')
    return [...Map.groupBy(excerpts, ({ document }) => document.id)].map(([key, some]) => ({
      key,
      excerpts: some,
      count: perDocument?.[key] ?? null,
    }))
  const shown: ShownGroup[] = []
  let at = 0
  for (const { key, shown: length, count } of groups) {
    const some = excerpts.slice(at, at + length)
    at += length
    const before = shown.at(-1)
    if (before && before.key === key) before.excerpts.push(...some)
    else shown.push({ key, excerpts: some, count })
  }
  return shown
}

/** How many of a group are loaded, of how many. */
export function countWords({ excerpts: { length: shown }, count: all }: ShownGroup): string {
  if (all === null) return ''
  return shown < all
    ? t('{all, plural, one {{shown} of # excerpt} other {{shown} of # excerpts}}', { shown, all })
    : counted(all, 'excerpt')
}
