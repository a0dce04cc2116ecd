import type { ActorKind } from '../actor-kinds.ts'
import { nameKey } from '../clean-name.ts'
import type { Codebook, Theme } from '../codebook.ts'
import { freeHue } from '../theme-hue.ts'
import type { ReadyMade, ReadyTheme } from './ready-made.ts'

/** What a ready-made codebook adds to a codebook. What is there by name, of themes at the same place, stays as it is. */
export interface ReadyPlan {
  /** Parents before what is below them. */
  themes: Theme[]
  kinds: ActorKind[]
  /** How many of its entries are there already. */
  present: number
}

/** Works out what a ready-made codebook adds; it changes and deletes nothing. */
export function planReadyMade(ready: ReadyMade, live: Pick<Codebook, 'themes' | 'kinds'>, newId: () => string): ReadyPlan {
  const themes: Theme[] = []
  let present = 0
  const place = (level: readonly ReadyTheme[], parentId: string | null): void => {
    const siblings = live.themes.filter((theme) => theme.parentId === parentId)
    let position = Math.max(-1, ...siblings.map((theme) => theme.position)) + 1
    for (const given of level) {
      const there = siblings.find((theme) => nameKey(theme.name) === nameKey(given.name))
      if (there) present++
      else themes.push(newTheme(given, { id: newId(), parentId, position: position++, hue: parentId ? null : topHue(given, live, themes) }))
      place(given.children ?? [], there?.id ?? themes.at(-1)!.id)
    }
  }
  place(ready.themes, null)
  const kinds = ready.kinds.filter(
    (kind) => !live.kinds.some((other) => other.slug === kind.slug || nameKey(other.name) === nameKey(kind.name)),
  )
  return { themes, kinds, present: present + ready.kinds.length - kinds.length }
}

function newTheme(
  { name, definition, include = '', exclude = '' }: ReadyTheme,
  placed: Pick<Theme, 'id' | 'parentId' | 'position' | 'hue'>,
): Theme {
  return { name, definition, include, exclude, examples: [], hotkey: null, state: 'live', ...placed }
}

function topHue({ hue }: ReadyTheme, live: Pick<Codebook, 'themes'>, added: readonly Theme[]): number {
  const used = [...live.themes, ...added].filter((theme) => theme.parentId === null).map((theme) => theme.hue)
  return hue !== undefined && !used.includes(hue) ? hue : freeHue(used)
}
