import { counted } from '#/lib/counted.ts'
import type { CodebookAct, CodebookDifference, CodebookEntry } from './codebook-change.ts'
import type { EntryNames } from './entry-names.ts'
import { type FieldChange, fieldChanges } from './field-changes.ts'
import { type TouchedEntry, touchedEntries } from './touched-entries.ts'

/** A change of the codebook as the change log has it, and who made it. */
export interface ToldChange extends CodebookDifference {
  act: CodebookAct
  entry: CodebookEntry
  entryId: string | null
  name: string
  byName: string
}

interface About {
  /** "the theme “Ceasefire”" */
  it: string
  entry: CodebookEntry
  main: TouchedEntry | undefined
  touched: TouchedEntry[]
  names: EntryNames
}

/** A change as a sentence without a full stop. Names keep their own writing direction (Unicode isolates). */
export function changeSentence(change: ToldChange, names: EntryNames): string {
  const touched = touchedEntries(change)
  const main = touched.find(({ id, section }) => id === change.entryId && section !== 'merged')
  const it = change.entry === 'codebook' ? quoted(change.name) : `the ${change.entry} ${quoted(change.name)}`
  return `${isolate(change.byName)} ${SENTENCES[change.act]({ it, entry: change.entry, main, touched, names })}`
}

const SENTENCES: Record<CodebookAct, (about: About) => string> = {
  added: ({ it, main, names }) =>
    `${main?.after?.state === 'proposed' ? 'proposed' : 'added'} ${it}${main?.after?.parentId ? ` under ${nameOf(main.after.parentId, names)}` : ''}`,
  changed: changedWords,
  moved: changedWords,
  archived: (about) => `archived ${about.it}${andMore(about)}`,
  unarchived: (about) => `took ${about.it}${andMore(about)} out of the archive`,
  deleted: (about) => `deleted ${about.it}${risen(about)}`,
  'brought-back': ({ it }) => `brought ${it} back`,
  merged: (about) => mergedWords(about) ?? `merged ${about.it}`,
  split: (about) => {
    const parts = about.touched.filter(({ before }) => before === null).map(({ after }) => quoted(String(after?.name ?? '')))
    return parts.length > 0 ? `split ${about.it} into ${listed(parts)}` : `moved passages away from ${about.it}`
  },
  undone: (about) => `took back what was done to ${about.it}${inAll(about)}`,
  accepted: (about) => (mergedWords(about) ? `accepted a proposal and ${mergedWords(about)}` : `accepted ${proposed(about)}`),
  declined: (about) => `declined ${proposed(about)}`,
  imported: (about) => `imported ${about.it}${inAll(about)}`,
}

const isolate = (text: string): string => `\u2068${text}\u2069`
const quoted = (name: string): string => `“${isolate(name)}”`
const nameOf = (id: unknown, { entries }: EntryNames): string => (entries[String(id)] ? quoted(entries[String(id)]!) : 'a deleted entry')
const place = (id: unknown, names: EntryNames): string => (id ? `under ${nameOf(id, names)}` : 'the top')
const proposed = ({ it }: About): string => it.replace(/^the /, 'the proposed ')

function changedWords(about: About): string {
  const { it, main, touched, names } = about
  if (!main?.before || !main.after) return `changed ${it}${inAll(about)}`
  const fields = fieldChanges(main.before, main.after, names)
  const [only] = fields
  if (!only) return `moved ${it} among its siblings`
  if ('parentId' in main.after && fields.every(({ field }) => field === 'parentId' || field === 'hue'))
    return `moved ${it} from ${place(main.before.parentId, names)} to ${place(main.after.parentId, names)}`
  if (fields.length > 1) return `changed ${it}: ${listed(fields.map(words))}`
  return `${oneField(it, only)}${only.field === 'hotkey' ? formerHolder(main, touched, names) : ''}`
}

function oneField(it: string, change: FieldChange): string {
  if (change.kind === 'list') return `changed the ${change.label.toLowerCase()} of ${it}`
  const rule = RULES[change.field]
  if (rule) return change.to ? `said ${rule} ${it}` : `took back what said ${rule} ${it}`
  if (change.field === 'name') return `renamed ${it} to ${quoted(change.to)}`
  if (change.field === 'hotkey') return change.to ? `gave ${it} the key ${change.to}` : `took the key ${change.from} from ${it}`
  if (change.kind === 'text' || !change.from || !change.to) {
    const verb = change.from ? (change.to ? 'changed' : 'took away') : 'wrote'
    return change.kind === 'text'
      ? `${verb} the ${words(change)} of ${it}`
      : `changed the ${words(change)} of ${it} to ${change.to || 'none'}`
  }
  return `changed the ${words(change)} of ${it} from ${change.from} to ${change.to}`
}

const RULES: Readonly<Record<string, string>> = { include: 'when to tag with', exclude: 'when not to tag with' }
const words = ({ label, field }: FieldChange): string => (RULES[field] ? `${RULES[field]} it` : label.toLowerCase())

function formerHolder(main: TouchedEntry, touched: readonly TouchedEntry[], names: EntryNames): string {
  const holder = touched.find((other) => other !== main && other.before && 'hotkey' in other.before)
  return holder ? `, which ${nameOf(holder.id, names)} had` : ''
}

function mergedWords({ touched, names }: About): string | undefined {
  const merged = touched.filter(({ section, after }) => section === 'merged' && after)
  const into = merged[0]?.after?.into
  return into ? `merged ${listed(merged.map(({ id }) => nameOf(id, names)))} into ${nameOf(into, names)}` : undefined
}

function andMore({ main, touched }: About): string {
  const others = touched.filter((entry) => entry !== main).length
  return others > 0 ? ` and ${others} more` : ''
}

function risen({ main, touched, entry, names }: About): string {
  const below = touched.filter(({ before }) => before && main && before.parentId === main.id)
  if (below.length === 0) return ''
  const to = below[0]!.after?.parentId
  return `; ${counted(below.length, entry)} below it moved ${to ? place(to, names) : 'to the top'}`
}

/** ": 16 themes and 8 kinds added, 2 themes removed" */
function inAll({ touched }: About): string {
  const count = (what: string, is: (entry: TouchedEntry) => boolean): string[] => {
    const parts = (['actors', 'themes', 'kinds'] as const).flatMap((section) => {
      const found = touched.filter((entry) => entry.section === section && is(entry)).length
      return found > 0 ? [counted(found, section.slice(0, -1))] : []
    })
    return parts.length > 0 ? [`${listed(parts)} ${what}`] : []
  }
  const all = [
    ...count('added', ({ before }) => before === null),
    ...count('changed', ({ before, after }) => before !== null && after !== null),
    ...count('removed', ({ after }) => after === null),
  ]
  return all.length > 0 ? `: ${all.join(', ')}` : ''
}

function listed(parts: readonly string[]): string {
  const shown = parts.length > 4 ? [...parts.slice(0, 3), `${parts.length - 3} more`] : parts
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}
