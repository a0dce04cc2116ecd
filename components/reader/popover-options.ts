import { findNames } from '#/lib/codebook/match-names.ts'
import { t } from '#/lib/message/t.ts'
import type { CodebookView } from './codebook-view.ts'
import type { CodebookItem } from './reader-state.ts'
import { readQuery, type TagDraft } from './tag-draft.ts'

/** A row of the popover's list. */
export type PopoverOption =
  | {
      type: 'item'
      kind: 'actor' | 'theme'
      id: string /** The name that matched. */
      name: string /** Whether that is its own name. */
      own: boolean
    }
  | { type: 'create'; kind: 'actor' | 'theme'; name: string }
  | { type: 'more'; kind: 'actor' | 'theme'; count: number }

export interface OptionGroup {
  label: string
  options: PopoverOption[]
}

/** Rows per group at first, and how many "More" adds. */
export const SHOWN = 5
export const MORE = 50

/** Rows of each group. */
export type ShownRows = Readonly<Record<'actor' | 'theme', number>>

interface Sources {
  codebook: CodebookView
  /** Actors named in the words that are tagged. */
  named: readonly string[]
  recent: readonly CodebookItem[]
  /** Whether a missing actor or theme may be made here. */
  mayCreate: boolean
  shown: ShownRows
}

/** What the popover offers for what was typed; with nothing typed: who is named in the passage, then what was used lately, then what is used most. */
export function popoverOptions(draft: TagDraft, sources: Sources): OptionGroup[] {
  const { text } = readQuery(draft.query)
  return (text === '' ? openingGroups(draft, sources) : matchGroups(draft, sources)).filter(({ options }) => options.length > 0)
}

function openingGroups(draft: TagDraft, { codebook, named, recent }: Sources): OptionGroup[] {
  const taken = new Set(draft.chips.map(({ id }) => id))
  const take = (items: readonly CodebookItem[], count: number): PopoverOption[] =>
    items.flatMap(({ kind, id }) => {
      if (
        taken.has(id) ||
        (kind === 'actor' ? codebook.actor(id) : codebook.theme(id)) === undefined ||
        codebook.isArchived(id) ||
        count-- <= 0
      )
        return []
      taken.add(id)
      return [{ type: 'item' as const, kind, id, name: nameOf(codebook, kind, id), own: true }]
    })
  const inPassage = take(
    named.map((id) => ({ kind: 'actor', id })),
    SHOWN,
  )
  const lately = take(recent, SHOWN + 1)
  const often = lately.length >= SHOWN ? [] : take(codebook.mostUsed, SHOWN)
  return [
    { label: t('In this passage'), options: inPassage },
    { label: t('Recent'), options: lately },
    { label: t('Most used'), options: often },
  ]
}

function matchGroups(draft: TagDraft, { codebook, recent, mayCreate, shown }: Sources): OptionGroup[] {
  const { text, role, stance } = readQuery(draft.query)
  const { matches, total } = findNames(codebook.names, text, {
    recent: recent.map(({ id }) => id),
    uses: (id) => codebook.uses(id),
    // Whether the very name is there is seen behind the recent ones at the latest.
    limit: Math.max(shown.actor, shown.theme, recent.length + 1),
  })
  const wanted = (['theme', 'actor'] as const).filter((kind) => (kind === 'theme' ? role === null : stance === null))
  // The group with the best match comes first, so Enter takes what was meant.
  const kinds = wanted.sort((a, b) => rank(a) - rank(b))
  const groups = kinds.map((kind): OptionGroup => {
    const all = matches.filter((match) => match.kind === kind)
    const rows = all.slice(0, shown[kind])
    const options: PopoverOption[] = rows.map(({ id, name, own }) => ({ type: 'item', kind, id, name, own }))
    if (total[kind] > rows.length) options.push({ type: 'more', kind, count: total[kind] - rows.length })
    return { label: kind === 'theme' ? t('Themes') : t('Actors'), options }
  })
  const exact = (kind: 'actor' | 'theme'): boolean =>
    matches.some((match) => match.kind === kind && match.own && match.name.toLowerCase() === text.toLowerCase())
  const creatable = mayCreate ? kinds.filter((kind) => !exact(kind)) : []
  groups.push({ label: t('New'), options: creatable.map((kind) => ({ type: 'create', kind, name: text })) })
  return groups

  function rank(kind: 'actor' | 'theme'): number {
    const at = matches.findIndex((match) => match.kind === kind)
    return at === -1 ? Number.POSITIVE_INFINITY : at
  }
}

function nameOf(codebook: CodebookView, kind: 'actor' | 'theme', id: string): string {
  return kind === 'actor' ? codebook.actorName(id) : codebook.themeName(id)
}
