import { nameFold } from '#/lib/codebook/name-fold.ts'
import { t } from '#/lib/message/t.ts'
import type { Chord } from './chord.ts'
import type { Situation } from './command.ts'
import { COMMANDS } from './commands.ts'
import { FIXED_KEYS } from './fixed-keys.ts'
import type { Keymap } from './keymap.ts'

export interface SheetRow {
  name: string
  keys: readonly Chord[]
}

export interface SheetSection {
  title: string
  rows: readonly SheetRow[]
}

/** The most keys that a row shows one by one. */
const MOST = 3

/**
 * The sheet of keys for the situations of a page, sections in the order of the commands. Commands without a key now are left out.
 *
 * @param find words that the row, its section or its keys have
 */
export function sheetSections(keymap: Keymap, situations: readonly Situation[], find = ''): SheetSection[] {
  const here = (at: readonly Situation[]) => at.some((each) => situations.includes(each))
  const sections = new Map<string, Map<string, Chord[]>>()
  const put = (section: string, name: string, keys: readonly Chord[]) => {
    if (keys.length === 0) return
    const rows = sections.get(section) ?? new Map<string, Chord[]>()
    rows.set(name, [...(rows.get(name) ?? []), ...keys])
    sections.set(section, rows)
  }
  for (const { id, name, section, at, row } of COMMANDS) if (here(at)) put(t(section), t(row ?? name), keymap.keysOf(id).slice(0, 1))
  for (const { section, name, keys, at } of FIXED_KEYS) if (here(at)) put(t(section), t(name), keys)

  const words = nameFold(find).split(' ').filter(Boolean)
  return [...sections].flatMap(([title, rows]) => {
    const shown = [...rows].filter(([name, keys]) => {
      const said = nameFold(`${name} ${title}`)
      return words.every((word) => said.includes(word) || keys.some((key) => key.toLowerCase() === word))
    })
    return shown.length === 0 ? [] : [{ title, rows: shown.map(([name, keys]) => ({ name, keys })) }]
  })
}

/** Whether the keys of a row are told as the first to the last. */
export function isSpan({ keys }: SheetRow): boolean {
  return keys.length > MOST
}
