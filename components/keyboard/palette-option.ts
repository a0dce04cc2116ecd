import type { IconName } from '#/components/ui/icon-drawings.ts'
import type { Glyph } from '#/lib/codebook/actor-kinds.ts'
import type { Chord } from '#/lib/keyboard/chord.ts'

/** A row of the palette. */
export interface PaletteOption {
  /** Of all rows at once. */
  key: string
  name: string
  /** In grey behind the name. */
  more?: string
  /** Of the name, when it is in another language than the page. */
  lang?: string
  drawing: { icon: IconName } | { hue: number } | { glyph: Glyph }
  keys?: readonly Chord[]
  /** Where it leads, or what it does. */
  does: { path: string } | { run: () => void }
}

export interface PaletteGroup {
  label: string
  options: readonly PaletteOption[]
}

/** What was typed into the palette: a sign that asks for one sort only, and the words. */
export interface PaletteQuery {
  only: 'commands' | 'actor' | 'theme' | null
  words: string
}

const SIGNS: Record<string, PaletteQuery['only']> = { '>': 'commands', '@': 'actor', '#': 'theme' }

export function readPaletteQuery(typed: string): PaletteQuery {
  const only = SIGNS[typed.trimStart()[0] ?? ''] ?? null
  return { only, words: (only ? typed.trimStart().slice(1) : typed).trim() }
}

/**
 * The option that Tab goes to: the first of the next group (1) or of the one before (-1), round the ends.
 *
 * @param at index of the highlighted option among all
 */
export function groupStep(groups: readonly PaletteGroup[], at: number, by: 1 | -1): number {
  const starts: number[] = []
  let count = 0
  for (const { options } of groups) {
    starts.push(count)
    count += options.length
  }
  if (starts.length === 0) return 0
  const here = starts.findLastIndex((start) => start <= at)
  return starts[(here + by + starts.length) % starts.length]!
}
