import { t } from '#/lib/message/t.ts'
import type { EntryFields } from './codebook-change.ts'
import { sameJson } from './codebook-state.ts'
import type { EntryNames } from './entry-names.ts'
import { hueNames } from './theme-hue.ts'

/** What became of one field of an entry, in words. `text`: long enough to be shown as a difference of words. */
export type FieldChange = { field: string; label: string } & (
  | { kind: 'value' | 'text'; from: string; to: string }
  | { kind: 'list'; added: string[]; removed: string[] }
)

const LABELS: Readonly<Record<string, string>> = {
  get name() {
    return t('Name')
  },
  get parentId() {
    return t('Under')
  },
  get kind() {
    return t('Kind')
  },
  get description() {
    return t('Description')
  },
  get definition() {
    return t('Definition')
  },
  get include() {
    return t('Include')
  },
  get exclude() {
    return t('Not')
  },
  get examples() {
    return t('Examples')
  },
  get aliases() {
    return t('Other names')
  },
  get memberships() {
    return t('Member of')
  },
  get externalIds() {
    return t('Identifiers')
  },
  get designations() {
    return t('Designations')
  },
  get hotkey() {
    return t('Key')
  },
  get hue() {
    return t('Colour')
  },
  get glyph() {
    return t('Shape')
  },
  get state() {
    return t('State')
  },
}
/** Order among siblings follows from a move; it says nothing on its own. */
const SILENT: ReadonlySet<string> = new Set(['position'])
const TEXTS: ReadonlySet<string> = new Set(['description', 'definition', 'include', 'exclude'])

/** The fields that differ, in the order they are shown in. Of entries on one side only, what the other lacks counts as empty. */
export function fieldChanges(before: EntryFields, after: EntryFields, names: EntryNames): FieldChange[] {
  const rank = Object.keys(LABELS)
  const order = (field: string) => (rank.includes(field) ? rank.indexOf(field) : rank.length)
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !SILENT.has(field) && !sameJson(before[field], after[field]))
    .sort((a, b) => order(a) - order(b))
    .flatMap((field) => fieldChange(field, before[field], after[field], names) ?? [])
}

function fieldChange(field: string, before: unknown, after: unknown, names: EntryNames): FieldChange | null {
  const label = LABELS[field] ?? field
  if (Array.isArray(before ?? after)) {
    const [from, to] = [wordsOfList(before, names), wordsOfList(after, names)]
    const change = { added: to.filter((word) => !from.includes(word)), removed: from.filter((word) => !to.includes(word)) }
    return change.added.length + change.removed.length > 0 ? { field, label, kind: 'list', ...change } : null
  }
  const [from, to] = [valueWords(field, before, names), valueWords(field, after, names)]
  return from === to ? null : { field, label, kind: TEXTS.has(field) ? 'text' : 'value', from, to }
}

/** A value as people read it; empty when there is none. */
function valueWords(field: string, value: unknown, names: EntryNames): string {
  if (field === 'parentId') return value ? (names.entries[String(value)] ?? t('a deleted entry')) : t('the top')
  if (value === null || value === undefined || value === '') return ''
  if (field === 'kind') return names.kinds[String(value)] ?? String(value)
  if (field === 'hue') return hueNames()[Number(value) - 1] ?? String(value)
  return itemWords(value, names)
}

const wordsOfList = (list: unknown, names: EntryNames): string[] =>
  (Array.isArray(list) ? list : []).map((item) => itemWords(item, names)).filter(Boolean)

/** An item of a list: its texts without its own id; ids of entries by name, an unknown language not at all. */
function itemWords(item: unknown, names: EntryNames): string {
  if (typeof item !== 'object' || item === null) return names.entries[String(item)] ?? String(item)
  const { id: _, name, ...rest } = item as Record<string, unknown>
  const details = Object.entries(rest)
    .filter(([field, value]) => value && !(field === 'language' && value === 'und'))
    .map(([field, value]) => (value === true ? field : itemWords(value, names)))
  if (typeof name !== 'string') return details.join(' ')
  return details.length > 0 ? `${name} (${details.join(', ')})` : name
}
