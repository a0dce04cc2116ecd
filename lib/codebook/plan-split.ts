import { newId } from '#/lib/id.ts'
import { checkEntry } from './check-entry.ts'
import { cleanName, nameKey } from './clean-name.ts'
import type { Actor, ActorAlias, Theme } from './codebook.ts'
import type { Refused } from './refused.ts'
import { ThemeBoard } from './theme-board.ts'
import type { ThemePlace } from './theme-places.ts'

export interface ActorSplitPlan {
  ok: true
  sort: 'actor'
  /** Name of the actor that is split. */
  name: string
  made: Actor[]
  /** Names that leave the actor because a new one has them. */
  leaving: ActorAlias[]
}

export interface ThemeSplitPlan {
  ok: true
  sort: 'theme'
  name: string
  made: Theme[]
  /** Where its siblings stand after. */
  places: ThemePlace[]
}

/** Most entries that a split makes: one key each, and one for what stays. */
export const MOST_PARTS = 8

/**
 * New actors beside one, of its kind and under its parent. Where a new one has one of its other names, that name leaves it.
 * @param actors live actors
 * @returns null when `id` is not among them
 */
export function planActorSplit(actors: readonly Actor[], id: string, names: readonly string[]): ActorSplitPlan | Refused | null {
  const whole = actors.find((actor) => actor.id === id)
  if (!whole) return null
  const { kind, parentId } = whole
  const made: Actor[] = []
  for (const typed of names) {
    const problem = checkEntry('actor', actors, [...actors, ...made], '', { name: typed })
    if (problem) return { ok: false, ...problem }
    const name = cleanName(typed)
    made.push({ id: newId(), name, kind, parentId, description: '', aliases: [], hue: null, state: 'live' })
  }
  const keys = new Set(made.map(({ name }) => nameKey(name)))
  return { ok: true, sort: 'actor', name: whole.name, made, leaving: whole.aliases.filter((alias) => keys.has(nameKey(alias.name))) }
}

/** The same for themes: the new ones stand right after it. */
export function planThemeSplit(themes: readonly Theme[], id: string, names: readonly string[]): ThemeSplitPlan | Refused | null {
  const whole = themes.find((theme) => theme.id === id)
  if (!whole) return null
  const { parentId } = whole
  const board = new ThemeBoard(themes)
  const made: Theme[] = []
  const rivals = themes.filter((theme) => theme.parentId === parentId)
  for (const [at, typed] of names.entries()) {
    const problem = checkEntry('theme', themes, [...rivals, ...made], '', { name: typed })
    if (problem) return { ok: false, ...problem }
    const theme: Theme = { ...EMPTY, id: newId(), name: cleanName(typed), parentId }
    board.add(theme, { parentId, position: (board.place(id)?.position ?? 0) + 1 + at, hue: null })
    made.push(theme)
  }
  const places = board.changes()
  const placed = made.map((theme) => ({ ...theme, ...places.find((place) => place.id === theme.id) }))
  return {
    ok: true,
    sort: 'theme',
    name: whole.name,
    made: placed,
    places: places.filter((place) => !made.some(({ id }) => id === place.id)),
  }
}

const EMPTY = {
  definition: '',
  include: '',
  exclude: '',
  examples: [] as string[],
  hotkey: null,
  hue: null,
  position: 0,
  state: 'live' as const,
}
