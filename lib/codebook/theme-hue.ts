import { t } from '#/lib/message/t.ts'
import type { Theme } from './codebook.ts'
import { pathIn } from './theme-tree.ts'

/** How many base hues there are; they are numbered 1 to 12 in the order they are given out, so the first stay far apart. */
export const HUES = 12

/** Names of the base hues, 1 first. */
export const hueNames = (): readonly string[] => [
  t('Blue'),
  t('Vermilion'),
  t('Green'),
  t('Violet'),
  t('Amber'),
  t('Teal'),
  t('Rose'),
  t('Lime'),
  t('Indigo'),
  t('Magenta'),
  t('Cyan'),
  t('Ochre'),
]

/** The colour a theme is shown in. */
export interface ThemeHue {
  /** Base hue 1 to 12, for `data-h`. */
  hue: number
  /** Whether another branch had this hue before: shown as a ring in place of a full dot. */
  ring: boolean
}

/**
 * The hue a new branch takes: the lowest number no other branch uses; when all twelve are in use, the lowest of
 * those used least.
 * @param used hues of the top-level themes; nulls are ignored
 */
export function freeHue(used: readonly (number | null)[]): number {
  const counts = new Array<number>(HUES + 1).fill(0)
  for (const hue of used) if (hue !== null) counts[hue] = (counts[hue] ?? 0) + 1
  let best = 1
  for (let hue = 2; hue <= HUES; hue++) if (counts[hue]! < counts[best]!) best = hue
  return best
}

/**
 * The colour of every theme: its own hue, otherwise the nearest one above it. A top-level theme without a hue takes a
 * free one, in the order given.
 * @param themes in tree order among siblings (by `position`)
 */
export function themeHues(themes: readonly Theme[]): Map<string, ThemeHue> {
  const byId = new Map(themes.map((theme) => [theme.id, theme]))
  const paths = new Map(themes.map((theme) => [theme.id, pathIn(byId, theme.id)]))
  const tops = themes.filter((theme) => paths.get(theme.id)![0] === theme)
  const branchHue = new Map<string, ThemeHue>()
  const used: (number | null)[] = tops.map((top) => top.hue)
  const seen = new Set<number>()
  for (const top of tops) {
    const hue = top.hue ?? freeHue(used)
    if (top.hue === null) used.push(hue)
    branchHue.set(top.id, { hue, ring: seen.has(hue) })
    seen.add(hue)
  }
  const hues = new Map<string, ThemeHue>()
  for (const theme of themes) {
    const path = paths.get(theme.id)!
    const branch = branchHue.get(path[0]!.id) ?? { hue: 1, ring: false }
    const own = path.findLast((step) => step.hue !== null)?.hue
    hues.set(theme.id, own === undefined || own === null || own === branch.hue ? branch : { hue: own, ring: false })
  }
  return hues
}
