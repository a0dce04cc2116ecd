import type { Codebook } from '#/lib/codebook/codebook.ts'
import { matchNames } from '#/lib/codebook/match-names.ts'
import { buildNameIndex, type NameIndex } from '#/lib/codebook/name-index.ts'
import { offeredEntries } from '#/lib/codebook/offered.ts'
import { themeHues } from '#/lib/codebook/theme-hue.ts'
import { pathIn } from '#/lib/codebook/theme-tree.ts'
import type { NamedEntry } from './found.ts'

/** A codebook that is ready to be searched, see {@link findEntries}. */
export interface EntrySearch {
  names: NameIndex
  draw: (kind: 'actor' | 'theme', id: string) => Omit<NamedEntry, 'kind' | 'id' | 'alias'> | null
}

/** Folds all names once. */
export function entrySearch(codebook: Codebook): EntrySearch {
  const offered = offeredEntries(codebook)
  const actors = new Map(offered.actors.map((actor) => [actor.id, actor]))
  const themes = new Map(offered.themes.map((theme) => [theme.id, theme]))
  const kinds = new Map(codebook.kinds.map((kind) => [kind.slug, kind]))
  const hues = themeHues(codebook.themes)
  return {
    names: buildNameIndex(offered),
    draw(kind, id) {
      const actor = actors.get(id)
      const own = actor && kinds.get(actor.kind)
      if (kind === 'actor') return actor ? { name: actor.name, path: own?.name ?? '', hue: null, glyph: own?.glyph ?? 'other' } : null
      const theme = themes.get(id)
      return theme
        ? {
            name: theme.name,
            path: pathIn(themes, id)
              .slice(0, -1)
              .map((above) => above.name)
              .join(' › '),
            hue: hues.get(id)?.hue ?? 0,
            glyph: null,
          }
        : null
    },
  }
}

/** The actors and themes a typed text may mean, best first; of both kinds together at most `most`. */
export function findEntries(search: EntrySearch, typed: string, kinds: readonly ('actor' | 'theme')[], most: number): NamedEntry[] {
  const found: NamedEntry[] = []
  for (const { kind, id, name, own } of matchNames(search.names, typed, { limit: most })) {
    const drawn = kinds.includes(kind) ? search.draw(kind, id) : null
    if (drawn) found.push({ kind, id, alias: own ? null : name, ...drawn })
    if (found.length === most) break
  }
  return found
}
