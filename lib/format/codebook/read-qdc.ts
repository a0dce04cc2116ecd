import { type ActorKind, GLYPHS } from '#/lib/codebook/actor-kinds.ts'
import { nameKey } from '#/lib/codebook/clean-name.ts'
import { ENTRY_STATES } from '#/lib/codebook/codebook.ts'
import { refuse } from '#/lib/format/import/import-result.ts'
import { isId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import type { Book, BookActor, BookReader, BookSort, BookTheme } from './book.ts'
import { type DetailField, parseDescribed } from './described.ts'
import { parseAlias, parseDesignation, parseExternalId, parseMembership } from './detail-lines.ts'
import { unescapeSigns } from './escapes.ts'
import { colourOfHue, hueOfColour } from './hue-colour.ts'
import { LABELS, ROOTS } from './qdc.ts'
import { parseQdc, type QdcCode, type QdcFile, type QdcSet } from './qdc-xml.ts'

/** Reads a REFI-QDA codebook: ours with everything that is in it, those of other programs as far as the format goes. */
export const readQdc: BookReader = (bytes, unsaid) => {
  const file = parseQdc(bytes)
  if (!file.ok) return file
  const read = bookOfCodes(file, unsaid)
  if (read.book.actors.length + read.book.themes.length === 0) return refuse('empty', t('There are no codes in this file.'))
  return { ok: true, ...read }
}

/** The codes of a file as a codebook; the key of an entry is the guid of its code. */
export function bookOfCodes(file: Pick<QdcFile, 'origin' | 'codes' | 'sets'>, unsaid: BookSort): { book: Book; notes: string[] } {
  return new QdcReader(file, unsaid).read()
}

class QdcReader {
  readonly #file: Pick<QdcFile, 'codes' | 'sets'>
  readonly #unsaid: BookSort
  readonly #book: Book
  readonly #keys = new Set<string>()
  readonly #inActors: ReadonlySet<string>
  /** Slugs, by the guid of a code. */
  readonly #kinds: ReadonlyMap<string, string>
  #nearColours = 0
  #groups = 0
  #nameless = 0
  #doubled = 0

  constructor(file: Pick<QdcFile, 'origin' | 'codes' | 'sets'>, unsaid: BookSort) {
    this.#file = file
    this.#unsaid = unsaid
    const version = /^Interline, codebook version (\d{1,9})$/.exec(file.origin)?.[1]
    this.#book = { version: version ? Number(version) : null, kinds: file.sets.flatMap(kindOf), actors: [], themes: [] }
    this.#kinds = new Map(file.sets.flatMap((set) => kindOf(set).flatMap(({ slug }) => set.members.map((guid) => [guid, slug] as const))))
    // Programs without a tree keep what is below a code as a set.
    const actorSets = file.sets.filter((set) => nameKey(set.name) === nameKey(ROOTS.actor.name) || kindOf(set).length > 0)
    this.#inActors = new Set(actorSets.flatMap((set) => set.members))
  }

  read(): { book: Book; notes: string[] } {
    for (const code of this.#file.codes) {
      const sort = rootSort(code)
      if (sort) for (const child of code.children) this.#take(child, sort, null, null)
      else this.#take(code, this.#inActors.has(code.guid) ? 'actor' : this.#unsaid, null, null)
    }
    return { book: this.#book, notes: this.#notes() }
  }

  #take(code: QdcCode, sort: BookSort, parentKey: string | null, branchHue: number | null): void {
    const name = code.name.trim()
    let key = parentKey
    let hue = branchHue
    if (name === '') this.#nameless++
    else {
      const entry = this.#entry(code, name, sort, parentKey, branchHue)
      key = entry.key
      hue = entry.hue ?? branchHue
    }
    for (const child of code.children) this.#take(child, sort, key, hue)
  }

  #entry(code: QdcCode, name: string, sort: BookSort, parentKey: string | null, branchHue: number | null): BookActor | BookTheme {
    const isDouble = this.#keys.has(code.guid)
    if (isDouble) this.#doubled++
    const key = isDouble || code.guid === '' ? `${code.guid}#${this.#keys.size}` : code.guid
    this.#keys.add(key)
    const { text, fields } = parseDescribed(code.description)
    if (!fields && !code.isCodable) this.#groups++
    const base = { key, id: isDouble || !isId(code.guid) ? null : code.guid, name, parentKey, ...this.#hueOf(code, fields, branchHue) }
    const state = ENTRY_STATES.find((one) => one === fieldOf(fields, LABELS.state))
    const stated = state ? { ...base, state } : base
    if (sort === 'theme') {
      const theme: BookTheme = { ...stated, ...(text || fields ? { definition: text } : {}), ...themeFields(fields) }
      this.#book.themes.push(theme)
      return theme
    }
    const actor: BookActor = { ...stated, ...(text || fields ? { description: text } : {}), ...this.#kindOf(code), ...actorFields(fields) }
    this.#book.actors.push(actor)
    return actor
  }

  /** What has the colour of its branch takes it from there; a code without a colour says nothing of it. */
  #hueOf({ colour }: QdcCode, fields: readonly DetailField[] | null, branchHue: number | null): { hue?: number | null } {
    if (fieldOf(fields, LABELS.colour)) return { hue: null }
    if (colour === null) return fields ? { hue: null } : {}
    const hue = hueOfColour(colour)
    if (hue === null || colour.toUpperCase() !== colourOfHue(hue)) this.#nearColours++
    return { hue: !fields && hue === branchHue ? null : hue }
  }

  #kindOf({ guid }: QdcCode): { kind?: string } {
    const kind = this.#kinds.get(guid)
    return kind === undefined ? {} : { kind }
  }

  #notes(): string[] {
    const notes: string[] = []
    const note = (count: number, words: string) => {
      if (count > 0) notes.push(words)
    }
    const [colours, groups, nameless, doubled] = [this.#nearColours, this.#groups, this.#nameless, this.#doubled]
    note(
      colours,
      t('{count, plural, one {A colour becomes the nearest of ours.} other {# colours become the nearest of ours.}}', { count: colours }),
    )
    note(
      groups,
      t(
        '{count, plural, one {A code that only grouped others can be tagged with here.} other {# codes that only grouped others can be tagged with here.}}',
        { count: groups },
      ),
    )
    note(
      nameless,
      t(
        '{count, plural, one {A code without a name is left out; what is below it moves up.} other {# codes without a name are left out; what is below them moves up.}}',
        { count: nameless },
      ),
    )
    note(
      doubled,
      t(
        '{count, plural, one {A code has the id of another and gets a new one.} other {# codes have the id of another and get new ones.}}',
        {
          count: doubled,
        },
      ),
    )
    for (const set of this.#file.sets)
      if (kindOf(set).length === 0 && nameKey(set.name) !== nameKey(ROOTS.actor.name) && nameKey(set.name) !== nameKey(ROOTS.theme.name))
        notes.push(t('The set “{name}” is left out: there are no sets here.', { name: set.name }))
    return notes
  }
}

function rootSort({ guid, name, isCodable }: QdcCode): BookSort | null {
  for (const sort of ['actor', 'theme'] as const)
    if (guid === ROOTS[sort].id || (!isCodable && nameKey(name) === nameKey(ROOTS[sort].name))) return sort
  return null
}

/** The kind a set stands for; none for sets of other programs. */
function kindOf({ name, description }: QdcSet): ActorKind[] {
  const { fields } = parseDescribed(description)
  const slug = fieldOf(fields, LABELS.slug)
  const glyph = GLYPHS.find((one) => one === fieldOf(fields, LABELS.glyph))
  return slug ? [{ slug, name, glyph: glyph ?? 'other' }] : []
}

function fieldOf(fields: readonly DetailField[] | null, label: string): string {
  return fields?.find(([name]) => name === label)?.[1] ?? ''
}

function valuesOf<T>(fields: readonly DetailField[], label: string, parse: (text: string) => T | null): T[] {
  return fields.flatMap(([name, value]) => (name === label ? (parse(value) ?? []) : []))
}

function actorFields(fields: readonly DetailField[] | null): Partial<BookActor> {
  if (!fields) return {}
  const kind = fieldOf(fields, LABELS.kind)
  return {
    ...(kind && { kind }),
    aliases: valuesOf(fields, LABELS.alias, (text) => parseAlias(text)?.alias ?? null),
    memberships: valuesOf(fields, LABELS.membership, parseMembership),
    externalIds: valuesOf(fields, LABELS.externalId, parseExternalId),
    designations: valuesOf(fields, LABELS.designation, parseDesignation),
  }
}

function themeFields(fields: readonly DetailField[] | null): Partial<BookTheme> {
  if (!fields) return {}
  const hotkey = Number(fieldOf(fields, LABELS.hotkey))
  return {
    include: fieldOf(fields, LABELS.include),
    exclude: fieldOf(fields, LABELS.exclude),
    examples: valuesOf(fields, LABELS.example, unescapeSigns),
    hotkey: hotkey >= 1 && hotkey <= 9 ? hotkey : null,
  }
}
