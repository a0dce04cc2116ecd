import { CERTAINTIES, STATUSES } from '#/lib/annotation/facts.ts'
import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import { type ActorCondition, type Condition, type Field, isCondition, type Query, type ThemeCondition } from '#/lib/query/query.ts'
import type { DocumentColumns } from './document-columns.ts'
import type { IdNumbers } from './id-numbers.ts'
import { standsNear } from './stands-near.ts'

/** Whether an excerpt, a row of its document's columns, is asked for. */
export type RowTest = (document: DocumentColumns, row: number) => boolean

/** What ids in conditions stand for. */
export interface RowTestWorld {
  numbers: IdNumbers
  actorsMeant(condition: ActorCondition): readonly string[]
  themesMeant(condition: ThemeCondition): readonly string[]
  /** Whether this person sees an excerpt: what stands near another has to be seen too. */
  isSeen: RowTest
}

const FIELDS: ReadonlySet<Field> = new Set([
  'passage',
  'document',
  'outlet',
  'kind',
  'language',
  'published',
  'layer',
  'tagger',
  'status',
  'certainty',
  'role',
  'stance',
  'actor',
  'theme',
])

/** Whether columns can say which excerpts a query asks for. Words, marks and talk are the database's to say. */
export function columnsSay(query: Query): boolean {
  if (query.is === 'all' || query.is === 'any') return query.of.every(columnsSay)
  if (query.is === 'not') return columnsSay(query.of)
  if (query.is === 'near') return columnsSay(query.left) && columnsSay(query.right)
  return isCondition(query) && FIELDS.has(query.is)
}

/** What `match-query.ts` says in SQL, said of columns. @throws for a query of which columns cannot say it */
export function rowTest(query: Query, world: RowTestWorld): RowTest {
  switch (query.is) {
    case 'all':
      return every(query.of.map((part) => rowTest(part, world)))
    case 'any': {
      const tests = query.of.map((part) => rowTest(part, world))
      return tests.length === 0 ? () => true : (document, row) => tests.some((test) => test(document, row))
    }
    case 'not': {
      const test = rowTest(query.of, world)
      return (document, row) => !test(document, row)
    }
    case 'near':
      return every([rowTest(query.left, world), standsNear(query.how, every([world.isSeen, rowTest(query.right, world)]))])
    default:
      return conditionTest(query, world)
  }
}

/** A test that all of these hold. */
export function every(tests: readonly RowTest[]): RowTest {
  const [first, second, ...more] = tests
  if (!first) return () => true
  if (!second) return first
  if (more.length === 0) return (document, row) => first(document, row) && second(document, row)
  return (document, row) => tests.every((test) => test(document, row))
}

function conditionTest(asked: Condition, world: RowTestWorld): RowTest {
  const { numbers } = world
  switch (asked.is) {
    case 'passage': {
      const [attached, detached] = [asked.values.includes('attached'), asked.values.includes('detached')]
      return (document, row) => (document.isAttached(row) ? attached : detached)
    }
    case 'document':
      return ofDocument(asked.values, (document) => document.document.id)
    case 'outlet':
    case 'kind':
    case 'language':
      return ofDocument(asked.values, ({ document }) => document[asked.is])
    case 'published': {
      const [from, to] = [dayNumber(asked.from) ?? -Infinity, dayNumber(asked.to) ?? Infinity]
      return ({ document: { publishedDay: day } }) => day !== null && day >= from && day <= to
    }
    case 'layer': {
      const wanted = numbers.flags(asked.values)
      return (document, row) => wanted[document.layer(row)] === 1
    }
    case 'tagger': {
      const wanted = numbers.flags(asked.values)
      return (document, row) => wanted[document.tagger(row)] === 1
    }
    case 'status': {
      const wanted = places(STATUSES, asked.values)
      return (document, row) => wanted.has(document.status(row))
    }
    case 'certainty': {
      const wanted = places(CERTAINTIES, asked.values)
      return (document, row) => wanted.has(document.certainty(row))
    }
    case 'role':
      return hasActor(null, places(ROLES_IN_STATEMENT, asked.values))
    case 'stance':
      return hasTheme(null, places(STANCES, asked.values))
    case 'actor':
      return hasActor(numbers.flags(world.actorsMeant(asked)), asked.role ? places(ROLES_IN_STATEMENT, [asked.role]) : null)
    case 'theme':
      return hasTheme(numbers.flags(world.themesMeant(asked)), asked.stances.length > 0 ? places(STANCES, asked.stances) : null)
    default:
      throw new Error(`Columns do not know what ${asked.is} asks`)
  }
}

function ofDocument(values: readonly string[], of: (document: DocumentColumns) => string): RowTest {
  const wanted = new Set(values)
  return (document) => wanted.has(of(document))
}

/** Days since 1970 of "YYYY-MM-DD". */
function dayNumber(day: string | null): number | null {
  return day === null ? null : Date.parse(`${day}T00:00:00Z`) / 86_400_000
}

function places<T>(list: readonly T[], values: readonly T[]): ReadonlySet<number> {
  return new Set(values.map((value) => list.indexOf(value)))
}

/** @param entries by number, whether it is asked for; null: any @param manners null: any */
function hasActor(entries: Uint8Array | null, manners: ReadonlySet<number> | null): RowTest {
  return (document, row) => hasTag(document, document.actorsFrom(row), document.actorsTo(row), entries, manners)
}

function hasTheme(entries: Uint8Array | null, manners: ReadonlySet<number> | null): RowTest {
  return (document, row) => hasTag(document, document.actorsTo(row), document.themesTo(row), entries, manners)
}

function hasTag(
  document: DocumentColumns,
  from: number,
  to: number,
  entries: Uint8Array | null,
  manners: ReadonlySet<number> | null,
): boolean {
  for (let tag = from; tag < to; tag++)
    if ((entries === null || entries[document.entry(tag)] === 1) && (manners === null || manners.has(document.manner(tag)))) return true
  return false
}
