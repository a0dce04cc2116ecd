import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents } from '#/db/schema/documents.ts'
import type { Scope } from '#/db/scope.ts'
import { CERTAINTIES, STATUSES } from '#/lib/annotation/facts.ts'
import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import { type CountedDocument, type CountedExcerpt, type CountedTag, DocumentColumns, type Stretch } from '#/lib/facets/document-columns.ts'
import type { IdNumbers } from '#/lib/facets/id-numbers.ts'
import { inTurns } from './in-turns.ts'

/** A document's columns, and the transaction that last changed them when they were read; null: none since stamps are kept. */
export interface StampedColumns {
  columns: DocumentColumns
  xact: string | null
}

/** Numbers, ids and letters of all excerpts of a document, or of all their tags, one after the other; null: there are none. */
interface PackedRow extends CountedDocument {
  xact: string | null
  ordinals: Buffer | null
  layers: Buffer | null
  taggers: Buffer | null
  /** Where passage, sentences and paragraphs begin and end; six numbers for each, -1 for what stands nowhere. */
  stretches: Buffer | null
  /** Letters: attached or not, status, certainty; three for each. */
  facts: string | null
  actorOrdinals: Buffer | null
  actors: Buffer | null
  roles: string | null
  themeOrdinals: Buffer | null
  themes: Buffer | null
  stances: string | null
}

const UUID_BYTES = 16
const UUID_PARTS = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/
/** Numbers that say where an excerpt stands, in the order of `STRETCHES`. */
const STRETCH_COLUMNS = ['start_utf16', 'end_utf16', 'sentence_start', 'sentence_end', 'paragraph_start', 'paragraph_end'].map(
  (column) => sql`int4send(coalesce(${sql.identifier(column)}, -1))`,
)
/** Letters of `facts` for one excerpt. */
const FACTS = 3
/** The letter of the first value of a list; the one before says that there is none. */
const FIRST_LETTER = 'b'.charCodeAt(0)

/**
 * What excerpts of some documents are counted by, of documents that have any, as they are at one moment. Packed by the database: a row for every
 * excerpt and tag would take five times as long to hand over.
 */
export async function readColumns(
  db: Db,
  scope: Scope,
  documentIds: readonly string[],
  numbers: IdNumbers,
): Promise<Map<string, StampedColumns>> {
  const { rows } = await db.execute<PackedRow & Record<string, unknown>>(sql`
    select ${documents.id} as id, outlet, kind, language, published_on - date '1970-01-01' as "publishedDay", deleted_at is null as "isLive",
      (select xact::text from excerpt_stamps where document_id = ${documents.id}) as xact, own.*, acting.*, about.*
    from ${documents}, lateral (
      select string_agg(int4send(ordinal), '') as ordinals, string_agg(uuid_send(layer_id), '') as layers, string_agg(uuid_send(tagger_id), '') as taggers,
        string_agg(${sql.join(STRETCH_COLUMNS, sql` || `)}, '') as stretches,
        string_agg(${letter(sql`state`, ['anchored'])} || ${letter(sql`status`, STATUSES)} || ${letter(sql`certainty`, CERTAINTIES)}, '') as facts
      from (select * from excerpts where workspace_id = ${scope.workspaceId} and document_id = ${documents.id} order by ordinal) e
    ) own, lateral (
      select string_agg(int4send(ordinal), '') as "actorOrdinals", string_agg(uuid_send(actor_id), '') as actors,
        string_agg(${letter(sql`role`, ROLES_IN_STATEMENT)}, '') as roles
      from (select ordinal, actor_id, role from excerpts join excerpt_actors using (annotation_id)
        where excerpts.workspace_id = ${scope.workspaceId} and document_id = ${documents.id} order by ordinal, actor_id) a
    ) acting, lateral (
      select string_agg(int4send(ordinal), '') as "themeOrdinals", string_agg(uuid_send(theme_id), '') as themes,
        string_agg(${letter(sql`stance`, STANCES)}, '') as stances
      from (select ordinal, theme_id, stance from excerpts join excerpt_themes using (annotation_id)
        where excerpts.workspace_id = ${scope.workspaceId} and document_id = ${documents.id} order by ordinal) t
    ) about
    where ${documents.workspaceId} = ${scope.workspaceId} and ${documents.id} = any(${sql.param([...documentIds])}::uuid[]) and ordinals is not null`)
  const ids = new PackedIds(numbers)
  const found = new Map<string, StampedColumns>()
  await inTurns(
    (function* () {
      for (const row of rows) yield found.set(row.id, { columns: unpack(row, ids), xact: row.xact })
    })(),
  )
  return found
}

/** "b" for the first of a list, "c" for the second; "a" for what is not in it. */
function letter(column: SQL, list: readonly string[]): SQL {
  return sql`chr(${FIRST_LETTER - 1} + coalesce(array_position(${sql.param([...list])}::text[], ${column}), 0))`
}

function unpack(row: PackedRow, ids: PackedIds): DocumentColumns {
  const actors = tagsByOrdinal(row.actorOrdinals, row.actors, row.roles, ROLES_IN_STATEMENT, ids)
  const themes = tagsByOrdinal(row.themeOrdinals, row.themes, row.stances, STANCES, ids)
  const ends = integers(row.stretches)
  const stretch = (at: number, nth: number): Stretch => {
    const place = STRETCH_COLUMNS.length * at + 2 * nth
    const [from = -1, to = -1] = ends.slice(place, place + 2)
    return from < 0 || to < 0 ? null : [from, to]
  }
  const excerpts = integers(row.ordinals).map(
    (ordinal, at): CountedExcerpt => ({
      ordinal,
      layer: ids.number(row.layers, at),
      tagger: ids.number(row.taggers, at),
      stretches: { passage: stretch(at, 0), sentences: stretch(at, 1), paragraphs: stretch(at, 2) },
      isAttached: lettered(row.facts, FACTS * at, ['anchored']) !== null,
      status: lettered(row.facts, FACTS * at + 1, STATUSES),
      certainty: lettered(row.facts, FACTS * at + 2, CERTAINTIES),
      actors: actors.get(ordinal) ?? [],
      themes: themes.get(ordinal) ?? [],
    }),
  )
  const { id, outlet, kind, language, publishedDay, isLive } = row
  return new DocumentColumns({ id, outlet, kind, language, publishedDay, isLive }, excerpts)
}

function tagsByOrdinal<Manner extends string>(
  ordinals: Buffer | null,
  entries: Buffer | null,
  manners: string | null,
  list: readonly Manner[],
  ids: PackedIds,
): Map<number, CountedTag<Manner>[]> {
  const tags = new Map<number, CountedTag<Manner>[]>()
  for (const [at, ordinal] of integers(ordinals).entries()) {
    const manner = lettered(manners, at, list)
    if (manner === null) throw new Error(`A tag has "${manners?.[at]}", which is none of ${list.join(', ')}`)
    const tag = { entry: ids.number(entries, at), manner }
    tags.get(ordinal)?.push(tag) ?? tags.set(ordinal, [tag])
  }
  return tags
}

/** Numbers as `int4send` writes them. */
function integers(bytes: Buffer | null): number[] {
  return Array.from({ length: (bytes?.length ?? 0) / 4 }, (_, at) => bytes?.readInt32BE(4 * at) ?? 0)
}

/** Numbers of ids as `uuid_send` writes them. Few ids come many times: writing each out takes longer than all the rest. */
class PackedIds {
  readonly #numbers: IdNumbers
  readonly #known = new Map<string, number>()

  constructor(numbers: IdNumbers) {
    this.#numbers = numbers
  }

  /** @param at the how manieth id, from 0 */
  number(bytes: Buffer | null, at: number): number {
    const packed = bytes?.toString('latin1', UUID_BYTES * at, UUID_BYTES * (at + 1)) ?? ''
    const known = this.#known.get(packed)
    if (known !== undefined) return known
    const number = this.#numbers.number(Buffer.from(packed, 'latin1').toString('hex').replace(UUID_PARTS, '$1-$2-$3-$4-$5'))
    this.#known.set(packed, number)
    return number
  }
}

function lettered<T extends string>(letters: string | null, at: number, list: readonly T[]): T | null {
  return list[(letters?.charCodeAt(at) ?? 0) - FIRST_LETTER] ?? null
}
