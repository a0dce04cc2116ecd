import { counted } from '#/lib/counted.ts'
import { listWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'
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
  /** Who did it. */
  by: string
  /** "the theme “Ceasefire”" */
  it: string
  act: CodebookAct
  entry: CodebookEntry
  main: TouchedEntry | undefined
  touched: TouchedEntry[]
  names: EntryNames
}

/** A change as a sentence without a full stop. Names keep their own writing direction (Unicode isolates). */
export function changeSentence(change: ToldChange, names: EntryNames): string {
  const { act, entry } = change
  const touched = touchedEntries(change)
  const main = touched.find(({ id, section }) => id === change.entryId && section !== 'merged')
  const isProposal = act === 'accepted' || act === 'declined'
  const it = (isProposal ? PROPOSED : ENTRIES)[entry](quoted(change.name))
  return SENTENCES[act]({ by: isolate(change.byName), it, act, entry, main, touched, names })
}

const ENTRIES: Record<CodebookEntry, (name: string) => string> = {
  actor: (name) => t('the actor {name}', { name }),
  theme: (name) => t('the theme {name}', { name }),
  kind: (name) => t('the kind {name}', { name }),
  codebook: (name) => name,
}
const PROPOSED: Record<CodebookEntry, (name: string) => string> = {
  ...ENTRIES,
  actor: (name) => t('the proposed actor {name}', { name }),
  theme: (name) => t('the proposed theme {name}', { name }),
}

const SENTENCES: Record<CodebookAct, (about: About) => string> = {
  added: ({ by, it, main, names }) => {
    const above = main?.after?.parentId ? nameOf(main.after.parentId, names) : null
    if (main?.after?.state === 'proposed')
      return above ? t('{by} proposed {it} under {above}', { by, it, above }) : t('{by} proposed {it}', { by, it })
    return above ? t('{by} added {it} under {above}', { by, it, above }) : t('{by} added {it}', { by, it })
  },
  changed: changedWords,
  moved: changedWords,
  archived: ({ by, it, ...about }) => t('{by} archived {what}', { by, what: andMore(it, about) }),
  unarchived: ({ by, it, ...about }) => t('{by} took {what} out of the archive', { by, what: andMore(it, about) }),
  deleted: ({ by, it, ...about }) => withRisen(t('{by} deleted {it}', { by, it }), about),
  'brought-back': ({ by, it }) => t('{by} brought {it} back', { by, it }),
  merged: ({ by, it, ...about }) => {
    const { what, into } = merging(about)
    return into ? t('{by} merged {what} into {into}', { by, what, into }) : t('{by} merged {it}', { by, it })
  },
  split: ({ by, it, touched }) => {
    const parts = touched.filter(({ before }) => before === null).map(({ after }) => quoted(String(after?.name ?? '')))
    return parts.length > 0
      ? t('{by} split {it} into {parts}', { by, it, parts: listed(parts) })
      : t('{by} moved passages away from {it}', { by, it })
  },
  undone: ({ by, it, touched }) => withCounts(t('{by} took back what was done to {it}', { by, it }), touched),
  accepted: ({ by, it, ...about }) => {
    const { what, into } = merging(about)
    return into ? t('{by} accepted a proposal and merged {what} into {into}', { by, what, into }) : t('{by} accepted {it}', { by, it })
  },
  declined: ({ by, it }) => t('{by} declined {it}', { by, it }),
  imported: ({ by, it, touched }) => withCounts(t('{by} imported {it}', { by, it }), touched),
}

const isolate = (text: string): string => `\u2068${text}\u2069`
const quoted = (name: string): string => `“${isolate(name)}”`
const nameOf = (id: unknown, { entries }: EntryNames): string => (entries[String(id)] ? quoted(entries[String(id)]!) : t('a deleted entry'))
const place = (id: unknown, names: EntryNames): string => (id ? t('under {name}', { name: nameOf(id, names) }) : t('the top'))

function changedWords({ by, it, main, touched, names }: About): string {
  if (!main?.before || !main.after) return withCounts(t('{by} changed {it}', { by, it }), touched)
  const fields = fieldChanges(main.before, main.after, names)
  const [only] = fields
  if (!only) return t('{by} moved {it} among its siblings', { by, it })
  if ('parentId' in main.after && fields.every(({ field }) => field === 'parentId' || field === 'hue')) {
    const [from, to] = [place(main.before.parentId, names), place(main.after.parentId, names)]
    return t('{by} moved {it} from {from} to {to}', { by, it, from, to })
  }
  if (fields.length > 1) return `${t('{by} changed {it}', { by, it })}: ${listed(fields.map(fieldWords))}`
  return oneField(by, it, only, formerHolder(main, touched, names))
}

/** @param holder who had the key before; null for nobody */
function oneField(by: string, it: string, change: FieldChange, holder: string | null): string {
  const field = fieldWords(change)
  if (change.kind === 'list') return t('{by} changed the {field} of {it}', { by, it, field })
  const { from, to } = change
  if (change.field === 'include')
    return to ? t('{by} said when to tag with {it}', { by, it }) : t('{by} took back what said when to tag with {it}', { by, it })
  if (change.field === 'exclude')
    return to ? t('{by} said when not to tag with {it}', { by, it }) : t('{by} took back what said when not to tag with {it}', { by, it })
  if (change.field === 'name') return t('{by} renamed {it} to {name}', { by, it, name: quoted(to) })
  if (change.field === 'hotkey') {
    if (!to) return t('{by} took the key {key} from {it}', { by, it, key: from })
    return holder
      ? t('{by} gave {it} the key {key}, which {holder} had', { by, it, key: to, holder })
      : t('{by} gave {it} the key {key}', { by, it, key: to })
  }
  if (change.kind === 'text') {
    if (!from) return t('{by} wrote the {field} of {it}', { by, it, field })
    return to ? t('{by} changed the {field} of {it}', { by, it, field }) : t('{by} took away the {field} of {it}', { by, it, field })
  }
  if (!from || !to) return t('{by} changed the {field} of {it} to {to}', { by, it, field, to: to || t('none') })
  return t('{by} changed the {field} of {it} from {from} to {to}', { by, it, field, from, to })
}

function fieldWords({ label, field }: FieldChange): string {
  if (field === 'include') return t('when to tag with it')
  return field === 'exclude' ? t('when not to tag with it') : label.toLowerCase()
}

function formerHolder(main: TouchedEntry, touched: readonly TouchedEntry[], names: EntryNames): string | null {
  const holder = touched.find((other) => other !== main && other.before && 'hotkey' in other.before)
  return holder ? nameOf(holder.id, names) : null
}

/** What was merged into what; `into` is empty where nothing was. */
function merging({ touched, names }: Pick<About, 'touched' | 'names'>): { what: string; into: string } {
  const merged = touched.filter(({ section, after }) => section === 'merged' && after)
  const into = merged[0]?.after?.into
  return { what: listed(merged.map(({ id }) => nameOf(id, names))), into: into ? nameOf(into, names) : '' }
}

function andMore(it: string, { main, touched }: Pick<About, 'main' | 'touched'>): string {
  const count = touched.filter((entry) => entry !== main).length
  return count > 0 ? t('{name} and {count} more', { name: it, count }) : it
}

function withRisen(sentence: string, { main, touched, entry, names }: Pick<About, 'main' | 'touched' | 'entry' | 'names'>): string {
  const below = touched.filter(({ before }) => before && main && before.parentId === main.id)
  if (below.length === 0) return sentence
  const to = below[0]!.after?.parentId
  const entries = entry === 'theme' ? counted(below.length, 'theme') : counted(below.length, 'actor')
  return to
    ? t('{sentence}; {entries} below it moved under {to}', { sentence, entries, to: nameOf(to, names) })
    : t('{sentence}; {entries} below it moved to the top', { sentence, entries })
}

const NOUNS = {
  actors: (count: number) => counted(count, 'actor'),
  themes: (count: number) => counted(count, 'theme'),
  kinds: (count: number) => counted(count, 'kind'),
}

/** "…: 16 themes and 8 kinds added, 2 themes removed" */
function withCounts(sentence: string, touched: readonly TouchedEntry[]): string {
  const entries = (is: (entry: TouchedEntry) => boolean): string =>
    listed(
      (['actors', 'themes', 'kinds'] as const).flatMap((section) => {
        const found = touched.filter((entry) => entry.section === section && is(entry)).length
        return found > 0 ? [NOUNS[section](found)] : []
      }),
    )
  const added = entries(({ before }) => before === null)
  const changed = entries(({ before, after }) => before !== null && after !== null)
  const removed = entries(({ after }) => after === null)
  const all = [
    added && t('{entries} added', { entries: added }),
    changed && t('{entries} changed', { entries: changed }),
    removed && t('{entries} removed', { entries: removed }),
  ].filter(Boolean)
  return all.length > 0 ? `${sentence}: ${all.join(t(', '))}` : sentence
}

function listed(parts: readonly string[]): string {
  const shown = parts.length > 4 ? [...parts.slice(0, 3), t('{count} more', { count: parts.length - 3 })] : parts
  return listWords(shown)
}
