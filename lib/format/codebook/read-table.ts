import { nameKey } from '#/lib/codebook/clean-name.ts'
import { ENTRY_STATES, type EntryState } from '#/lib/codebook/codebook.ts'
import { type RefusedSource, refuse } from '#/lib/format/import/import-result.ts'
import { t } from '#/lib/message/t.ts'
import type { BookActor, BookSort, BookTheme, ReadBook } from './book.ts'
import { parseAlias, parseDesignation, parseExternalId, parseMembership } from './detail-lines.ts'
import { splitAtSigns, splitTexts, unescapeSigns } from './escapes.ts'
import { guidOf } from './guid.ts'
import { parseHue } from './hue-colour.ts'
import { readHead, type TableHead } from './table-head.ts'

/** The most rows a table may have. */
const MOST_ROWS = 100_000

type Column = keyof TableHead['at']
type Entry = (BookActor | BookTheme) & { sort: BookSort; path: string[] }
type Says = (column: Column) => boolean

interface Row {
  cell: (column: Column) => string
  /** As a spreadsheet counts them. */
  number: number
}

/** Reads a codebook from a table. Without a heading the first column holds names. @param records cells as text */
export function readTable(records: readonly (readonly string[])[], unsaid: BookSort): ReadBook | RefusedSource {
  const filled = records
    .map((cells, index) => ({ cells, number: index + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const [first] = filled
  if (!first) return refuse('empty', t('There is nothing in this table. Check the file and add it again.'))
  if (filled.length > MOST_ROWS)
    return refuse('too-large', t('This table has more than {limit} rows. Split it and add the parts.', { limit: MOST_ROWS }))
  const head = readHead(first.cells)
  if (!head && first.cells.filter((cell) => cell.trim()).length > 1)
    return refuse('unsupported', t('None of the columns says the names. Call one of them “path” or “name”, and add the file again.'))
  const reader = new TableReader(head ?? { at: { name: 0 }, sort: null, unknown: [] }, unsaid)
  for (const { cells, number } of head ? filled.slice(1) : filled) reader.take(cells, number)
  return reader.finish()
}

class TableReader {
  readonly #head: TableHead
  readonly #unsaid: BookSort
  readonly #entries: Entry[] = []
  readonly #byPath = new Map<string, Entry>()
  readonly #ids = new Set<string>()
  readonly #parentNames = new Map<Entry, string>()
  readonly #notes: string[] = []

  constructor(head: TableHead, unsaid: BookSort) {
    this.#head = head
    this.#unsaid = unsaid
    for (const heading of head.unknown) this.#notes.push(t('The column “{heading}” is left out.', { heading }))
  }

  take(cells: readonly string[], number: number): void {
    const cell = (column: Column) => (cells[this.#head.at[column] ?? -1] ?? '').replaceAll('\r\n', '\n').trim()
    const row: Row = { cell, number }
    const sort = this.#sortOf(cell('type'))
    const path = cell('path') ? splitTexts(cell('path'), '>') : [cell('name')].filter(Boolean)
    const id = guidOf(cell('id'))
    const problem = this.#problemOf(row, sort, path, id)
    if (problem || !sort) this.#note(number, problem ?? '')
    else this.#takeEntry(row, sort, path, id)
  }

  /** Why a row is left out; null when it is not. */
  #problemOf({ cell }: Row, sort: BookSort | null, path: string[], id: string | null): string | null {
    const name = path.at(-1)
    if (!sort) return t('“{value}” is neither actor nor theme. It is left out.', { value: cell('type') })
    if (!name) return t('It has no name and is left out.')
    if (id && this.#ids.has(id)) return t('“{name}” has the id of a row above and is left out.', { name })
    const isKnown = !cell('parent') && this.#byPath.has(pathKey(sort, path))
    return isKnown ? t('“{path}” stands in a row above too. This one is left out.', { path: path.join(' › ') }) : null
  }

  #takeEntry(row: Row, sort: BookSort, path: string[], id: string | null): void {
    const { cell, number } = row
    if (cell('id') && !id)
      this.#note(number, t('“{value}” is no id of ours: “{name}” is found by its name.', { value: cell('id'), name: path.at(-1) }))
    const entry = this.#add(sort, path, id)
    if (cell('parent')) this.#parentNames.set(entry, cell('parent'))
    // Of an entry the file knows by its id an empty cell says that there is nothing; of others it says nothing.
    const says = (column: Column) => this.#head.at[column] !== undefined && (cell(column) !== '' || id !== null)
    this.#fill(entry, row, says)
  }

  finish(): ReadBook | RefusedSource {
    for (const entry of [...this.#entries]) this.#place(entry)
    if (this.#entries.length === 0) return refuse('empty', t('There are no entries in this table. Check the file and add it again.'))
    const of = (sort: BookSort) => this.#entries.filter((entry) => entry.sort === sort).map(({ sort: _, path: __, ...entry }) => entry)
    return { ok: true, book: { version: null, kinds: [], actors: of('actor'), themes: of('theme') }, notes: this.#notes }
  }

  #sortOf(type: string): BookSort | null {
    const typed = type.toLowerCase().replace(/s$/, '')
    if (typed === '') return this.#head.sort ?? this.#unsaid
    return typed === 'actor' || typed === 'theme' ? typed : null
  }

  #add(sort: BookSort, path: string[], id: string | null): Entry {
    const entry: Entry = { sort, path, key: id ?? pathKey(sort, path), id, name: path.at(-1) ?? '', parentKey: null }
    if (this.#byPath.has(entry.key)) entry.key += `\0${this.#entries.length}`
    if (id) this.#ids.add(id)
    this.#entries.push(entry)
    if (!this.#byPath.has(pathKey(sort, path))) this.#byPath.set(pathKey(sort, path), entry)
    return entry
  }

  /** Below the entry its path or its parent column names; one that has no row of its own is made. */
  #place(entry: Entry): void {
    const parent = this.#parentNames.get(entry)
    const above = parent === undefined ? entry.path.slice(0, -1) : splitTexts(parent, '>')
    if (above.length === 0) return
    const known = this.#byPath.get(pathKey(entry.sort, above)) ?? this.#byName(entry, parent)
    if (known === entry) return
    if (known) entry.parentKey = known.key
    else {
      const made = this.#add(entry.sort, above, null)
      this.#place(made)
      entry.parentKey = made.key
    }
  }

  #byName(entry: Entry, name: string | undefined): Entry | undefined {
    if (name === undefined) return undefined
    return this.#entries.find((other) => other.sort === entry.sort && nameKey(other.name) === nameKey(name))
  }

  #fill(entry: Entry, row: Row, says: Says): void {
    const { cell, number } = row
    const state = ENTRY_STATES.find((one) => one === cell('state').toLowerCase())
    if (state) entry.state = state satisfies EntryState
    else if (cell('state')) this.#note(number, t('“{value}” is no state and is left out.', { value: cell('state') }))
    if (says('colour')) {
      entry.hue = cell('colour') ? parseHue(cell('colour')) : null
      if (cell('colour') && entry.hue === null) this.#note(number, t('“{value}” is no colour we can keep.', { value: cell('colour') }))
    }
    if (entry.sort === 'actor') this.#fillActor(entry as BookActor, row, says)
    else this.#fillTheme(entry as BookTheme, row, says)
  }

  #fillActor(actor: BookActor, { cell, number }: Row, says: Says): void {
    const list = <T>(column: Column, parse: (line: string) => T | null): T[] =>
      splitAtSigns(cell(column), '\n;').flatMap((line) => {
        const parsed = line === '' ? null : parse(line)
        if (line && parsed === null)
          this.#note(number, t('“{unescapeSigns}” was not understood and is left out.', { unescapeSigns: unescapeSigns(line) }))
        return parsed ?? []
      })
    if (cell('kind')) actor.kind = cell('kind')
    if (says('description')) actor.description = cell('description')
    if (says('other_names'))
      actor.aliases = list('other_names', parseAlias).map(({ alias, unread }) => {
        for (const field of unread)
          this.#note(number, t('“{field}” of the name “{name}” was not understood and is left out.', { field, name: alias.name }))
        return alias
      })
    if (says('member_of')) actor.memberships = list('member_of', parseMembership)
    if (says('external_ids')) actor.externalIds = list('external_ids', parseExternalId)
    if (says('designations')) actor.designations = list('designations', parseDesignation)
  }

  #fillTheme(theme: BookTheme, { cell, number }: Row, says: Says): void {
    if (says('description')) theme.definition = cell('description')
    if (says('include')) theme.include = cell('include')
    if (says('exclude')) theme.exclude = cell('exclude')
    if (says('examples')) theme.examples = splitTexts(cell('examples'), '\n')
    if (!says('hotkey')) return
    theme.hotkey = /^[1-9]$/.test(cell('hotkey')) ? Number(cell('hotkey')) : null
    if (cell('hotkey') && theme.hotkey === null) this.#note(number, t('“{value}” is no key from 1 to 9.', { value: cell('hotkey') }))
  }

  #note(number: number, sentence: string): void {
    this.#notes.push(t('Row {number}: {sentence}', { number, sentence }))
  }
}

function pathKey(sort: BookSort, path: readonly string[]): string {
  return [sort, ...path.map(nameKey)].join('\0')
}
