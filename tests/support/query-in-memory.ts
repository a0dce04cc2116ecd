import type { Excerpt } from '#/lib/excerpt/excerpt.ts'
import { isEdited } from '#/lib/excerpt/excerpt.ts'
import { fold } from '#/lib/excerpt/fold.ts'
import type { PassageUnits } from '#/lib/excerpt/units.ts'
import type { Condition, Near, Query } from '#/lib/query/query.ts'

/** What a query means, said a second time without a database. */
export interface QueryWorld {
  /** All excerpts the person may see, detached ones too. */
  excerpts: readonly Excerpt[]
  isImportant(annotationId: string): boolean
  /** Whether it has an open discussion. */
  isDiscussed(annotationId: string): boolean
  /** What was said in its discussion and not deleted. */
  commentsOn(annotationId: string): readonly string[]
  kindOf(documentId: string): string
  /** The text of a document, in the parts it is searched in. */
  partsOf(documentId: string): readonly string[]
  unitsOf(annotationId: string): Partial<Record<keyof PassageUnits, number | null>>
  /** Whether the first theme is the second or stands below it. */
  isBelow(id: string, top: string): boolean
  /** Whether the first actor is the second or belongs to it. */
  belongs(id: string, group: string): boolean
  userId: string
  /** When the person last had a document open, ms. */
  visitedAt(documentId: string): number | undefined
}

/** The excerpts a query asks for, in the order they are given. */
export function queryInMemory(query: Query, world: QueryWorld): Excerpt[] {
  const saysWhich = JSON.stringify(query).includes('"is":"passage"')
  return found(query, world).filter((excerpt) => saysWhich || excerpt.state === 'anchored')
}

function found(query: Query, world: QueryWorld): Excerpt[] {
  const without = (some: readonly Excerpt[]) => world.excerpts.filter((excerpt) => !some.includes(excerpt))
  if (query.is === 'all') return query.of.reduce((rest: Excerpt[], part) => intersect(rest, found(part, world)), [...world.excerpts])
  if (query.is === 'any')
    return anyOf(
      query.of.map((part) => found(part, world)),
      world,
    )
  if (query.is === 'not') return without(found(query.of, world))
  if (query.is !== 'near') return world.excerpts.filter((excerpt) => holds(query, excerpt, world))
  const others = found(query.right, world)
  return found(query.left, world).filter((excerpt) => others.some((other) => isNear(query, excerpt, other, world)))
}

const anyOf = (parts: readonly Excerpt[][], { excerpts }: QueryWorld) =>
  excerpts.filter((excerpt) => parts.some((part) => part.includes(excerpt)))
const intersect = (some: readonly Excerpt[], others: readonly Excerpt[]) => some.filter((excerpt) => others.includes(excerpt))

function isNear({ how }: Near, one: Excerpt, other: Excerpt, { unitsOf }: QueryWorld): boolean {
  if (one.document.id !== other.document.id || one.state === 'orphan' || other.state === 'orphan') return false
  const meet = (a?: number | null, b?: number | null, c?: number | null, d?: number | null) =>
    Number(a) < Number(d) && Number(c) < Number(b)
  const [a, b] = [unitsOf(one.annotationId), unitsOf(other.annotationId)]
  if (how === 'same-sentence') return meet(a.sentenceStart, a.sentenceEnd, b.sentenceStart, b.sentenceEnd)
  if (how === 'same-paragraph') return meet(a.paragraphStart, a.paragraphEnd, b.paragraphStart, b.paragraphEnd)
  if (how === 'same-document') return true
  if (how === 'overlapping') return meet(one.startUtf16, one.endUtf16, other.startUtf16, other.endUtf16)
  return Number(other.startUtf16) >= Number(one.endUtf16)
}

function holds(asked: Condition, excerpt: Excerpt, world: QueryWorld): boolean {
  const { isBelow, belongs, userId, visitedAt } = world
  const { document, actors, themes, facts } = excerpt
  const has = (values: readonly string[], value: string | null) => value !== null && values.includes(value)
  const within = (from: string | null, to: string | null) =>
    !('from' in asked) ||
    ((asked.from === null || (to !== null && to >= asked.from)) && (asked.to === null || (from !== null && from <= asked.to)))
  switch (asked.is) {
    case 'actor':
      return actors.some(
        ({ id, role }) =>
          (asked.role === null || asked.role === role) && asked.values.some((group) => (asked.members ? belongs(id, group) : id === group)),
      )
    case 'theme':
      return themes.some(
        ({ id, stance }) =>
          asked.values.some((top) => (asked.below ? isBelow(id, top) : id === top)) &&
          (asked.stances.length === 0 || asked.stances.includes(stance)),
      )
    case 'role':
      return actors.some(({ role }) => has(asked.values, role))
    case 'stance':
      return themes.some(({ stance }) => has(asked.values, stance))
    case 'status':
      return has(asked.values, facts.status)
    case 'certainty':
      return has(asked.values, facts.certainty)
    case 'published':
      return within(document.publishedOn, document.publishedOn)
    case 'happened':
      return within(facts.date?.from ?? null, facts.date?.until ?? null)
    case 'tagged': {
      const day = new Date(excerpt.createdAt).toISOString().slice(0, 10)
      return within(day, day)
    }
    case 'id':
      return has(asked.values, excerpt.annotationId)
    case 'document':
      return has(asked.values, document.id)
    case 'language':
    case 'outlet':
      return has(asked.values, document[asked.is])
    case 'title':
      return asked.values.some((term) => document.title.toLowerCase().includes(term.toLowerCase()))
    case 'tagger':
      return has(asked.values, excerpt.tagger.id)
    case 'layer':
      return has(asked.values, excerpt.layerId)
    case 'passage':
      return has(asked.values, excerpt.state === 'anchored' ? 'attached' : 'detached')
    case 'words':
      return asked.values.some((term) => fold(`${excerpt.quote} ${excerpt.memo}`).includes(fold(term)))
    case 'memo':
      return asked.values.some((term) => excerpt.memo.toLowerCase().includes(term.toLowerCase()))
    case 'mark':
      return asked.values.some((mark) => {
        if (mark === 'important') return world.isImportant(excerpt.annotationId)
        if (mark === 'discussed') return world.isDiscussed(excerpt.annotationId)
        if (mark === 'edited') return isEdited(excerpt)
        return mark === 'new' && excerpt.tagger.id !== userId && (visitedAt(document.id) ?? 0) < excerpt.createdAt
      })
    case 'kind':
      return has(asked.values, world.kindOf(document.id))
    case 'comment':
      return world
        .commentsOn(excerpt.annotationId)
        .some((said) => asked.values.some((term) => said.toLowerCase().includes(term.toLowerCase())))
    case 'quote':
      return asked.values.some((term) => hasPhrase(excerpt.quote, term))
    case 'text':
      return world.partsOf(document.id).some((part) => asked.values.some((term) => hasPhrase(part, term)))
  }
}

/** Whether whole words stand beside each other in a text, in any case; in a language without grammatical forms. */
function hasPhrase(text: string, phrase: string): boolean {
  const words = (of: string) => of.toLowerCase().split(' ')
  const wanted = words(phrase)
  return words(text).some((_, at, all) => wanted.every((word, ahead) => all[at + ahead] === word))
}
