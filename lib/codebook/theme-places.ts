import { nameKey } from './clean-name.ts'
import type { Theme } from './codebook.ts'
import type { ThemeMove } from './input.ts'
import { freeHue } from './theme-hue.ts'

/** Where a theme stands. Positions among siblings are 0, 1, 2 ... after every change. */
export type ThemePlace = Pick<Theme, 'id' | 'parentId' | 'position' | 'hue'>

/**
 * The places that change when a theme moves. Under another theme it takes that branch's colour; at the top it keeps
 * its own or takes a free one.
 * @param themes live themes in sibling order; the move must not make a ring (see `wouldCycle`)
 */
export function placesAfterMove(themes: readonly Theme[], id: string, to: ThemeMove): ThemePlace[] {
  const moving = themes.find((theme) => theme.id === id)
  if (!moving) return []
  const siblings = themes.filter((theme) => theme.parentId === to.parentId && theme.id !== id)
  const before = to.beforeId ? siblings.findIndex((theme) => theme.id === to.beforeId) : -1
  const left = themes.filter((theme) => theme.parentId === moving.parentId && theme.id !== id)
  const leaves = moving.parentId !== to.parentId
  const hue = to.hue !== undefined ? to.hue : leaves && to.parentId !== null ? null : moving.hue
  const arrived = { ...moving, parentId: to.parentId, hue: to.parentId === null ? (hue ?? freeHue(hues(siblings))) : hue }
  const placed = siblings.toSpliced(before < 0 ? siblings.length : before, 0, arrived)
  return changed(themes, [...numbered(placed), ...(leaves ? numbered(left) : [])])
}

/**
 * The places that change when a theme is deleted: the themes below it take its place among its siblings. Where that is
 * the top, the first of them takes its colour and the others free ones.
 */
export function placesAfterDelete(themes: readonly Theme[], id: string): ThemePlace[] {
  const gone = themes.find((theme) => theme.id === id)
  if (!gone) return []
  const siblings = themes.filter((theme) => theme.parentId === gone.parentId)
  const used = hues(siblings.filter((theme) => theme.id !== id))
  const risen = themes
    .filter((theme) => theme.parentId === id)
    .map((theme, index) => {
      if (gone.parentId !== null) return { ...theme, parentId: gone.parentId }
      const hue = theme.hue ?? (index === 0 ? (gone.hue ?? freeHue(used)) : freeHue(used))
      used.push(hue)
      return { ...theme, parentId: null, hue }
    })
  const placed = siblings.flatMap((theme) => (theme.id === id ? risen : [theme]))
  return changed(themes, numbered(placed))
}

/** The theme below a deleted one that cannot take its place, because a theme has its name there already. */
export function clashAfterDelete(themes: readonly Theme[], id: string): Theme | undefined {
  const parentId = themes.find((theme) => theme.id === id)?.parentId
  const taken = new Set(themes.filter((theme) => theme.parentId === parentId && theme.id !== id).map((theme) => nameKey(theme.name)))
  return themes.find((theme) => theme.parentId === id && taken.has(nameKey(theme.name)))
}

/**
 * The places that change when a deleted theme comes back at its old position, and the themes in `children` return below
 * it with the colours they had. A parent that is gone itself counts as the top.
 * @param themes live themes in sibling order, without the restored one
 */
export function placesAfterRestore(themes: readonly Theme[], restored: Theme, children: readonly ThemePlace[]): ThemePlace[] {
  const parentId = themes.some((theme) => theme.id === restored.parentId) ? restored.parentId : null
  const old = new Map(children.map((child) => [child.id, child]))
  // Only those still standing where the deletion put them.
  const back = themes.filter((theme) => old.has(theme.id) && theme.parentId === parentId)
  const siblings = themes.filter((theme) => theme.parentId === parentId && !back.includes(theme))
  const hue = parentId === null ? (restored.hue ?? freeHue(hues(siblings))) : restored.hue
  const placed = siblings.toSpliced(Math.min(restored.position, siblings.length), 0, { ...restored, parentId, hue })
  const below = back
    .map((theme) => ({ ...theme, parentId: restored.id, hue: old.get(theme.id)!.hue, position: old.get(theme.id)!.position }))
    .sort((a, b) => a.position - b.position)
  return changed([...themes, { ...restored, position: -1 }], [...numbered(placed), ...numbered(below)])
}

const hues = (themes: readonly Theme[]): (number | null)[] => themes.map((theme) => theme.hue)

const numbered = (themes: readonly Theme[]): ThemePlace[] =>
  themes.map(({ id, parentId, hue }, position) => ({ id, parentId, hue, position }))

function changed(themes: readonly Theme[], places: readonly ThemePlace[]): ThemePlace[] {
  const byId = new Map(themes.map((theme) => [theme.id, theme]))
  return places.filter((place) => {
    const was = byId.get(place.id)
    return !was || was.parentId !== place.parentId || was.position !== place.position || was.hue !== place.hue
  })
}
