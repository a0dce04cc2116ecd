import { and, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { actorAliases, actors, themes } from '#/db/schema/codebook.ts'
import type { Scope } from '#/db/scope.ts'
import { nameKey } from '#/lib/codebook/clean-name.ts'
import type { Theme } from '#/lib/codebook/codebook.ts'
import { sameJson } from '#/lib/codebook/codebook-state.ts'
import type { ImportPlan, ImportStep } from '#/lib/codebook/import/import-plan.ts'
import type { WholeActor } from '#/lib/codebook/whole-codebook.ts'
import { newId } from '#/lib/id.ts'
import { insertKind } from './actor-kinds.ts'

/** Entries that go to the database as one piece of JSON. */
const ROWS = 1000

/**
 * Which of these ids any actor or theme of the installation has, and those that deleted ones of this workspace have. Asked beside the
 * wall between workspaces.
 */
export async function findTakenEntryIds(
  db: Db,
  { workspaceId }: Scope,
  ids: readonly string[],
): Promise<{ takenIds: Set<string>; deletedIds: Set<string> }> {
  const takenIds = new Set<string>()
  const deletedIds = new Set<string>()
  for (const part of parts(ids)) {
    for (const table of [actors, themes]) {
      const { id, workspaceId: owner, deletedAt, mergedInto } = table
      for (const row of await db.select({ id, owner, deletedAt, mergedInto }).from(table).where(inArray(id, part))) {
        takenIds.add(row.id)
        if (row.owner === workspaceId && row.deletedAt && !row.mergedInto) deletedIds.add(row.id)
      }
    }
  }
  return { takenIds, deletedIds }
}

/**
 * Writes what an import does; in a transaction, under the lock of the workspace. Entries are made, or give up their names and keys,
 * before any gets what it shall have: so they may trade them.
 *
 * @throws a unique violation when a name is taken by what the plan did not know
 */
export async function writeImport(
  tx: Db,
  scope: Scope,
  { kinds, actors, themes }: Pick<ImportPlan, 'kinds' | 'actors' | 'themes'>,
): Promise<void> {
  for (const kind of kinds) await insertKind(tx, scope, kind)
  for (const part of parts(actors)) await makeWay(tx, scope, 'actors', part)
  for (const part of parts(themes)) await makeWay(tx, scope, 'themes', part)
  for (const part of parts(actors)) await writeActors(tx, scope, part)
  for (const part of parts(themes)) await writeThemes(tx, scope, part)
  // Groups may stand in another part.
  for (const details of Object.keys(DETAILS) as Details[]) for (const part of parts(actors)) await writeDetails(tx, scope, details, part)
}

async function makeWay(
  tx: Db,
  { workspaceId, userId }: Scope,
  table: 'actors' | 'themes',
  steps: ImportStep<{ id: string }>[],
): Promise<void> {
  const made = steps.filter(({ before }) => before === null).map(({ after }) => after.id)
  const known = steps.filter(({ before }) => before !== null).map(({ after }) => after.id)
  const name = sql.identifier(table)
  await tx.execute(sql`
    insert into ${name} (id, workspace_id, name, created_by)
    select id, ${workspaceId}::uuid, id::text, ${userId}::uuid from unnest(${sql.param(made)}::uuid[]) as new(id)`)
  const keys = table === 'themes' ? sql`, hotkey = null` : sql``
  await tx.execute(sql`
    update ${name} set name = id::text${keys} where workspace_id = ${workspaceId} and id = any(${sql.param(known)}::uuid[]) and deleted_at is null`)
}

async function writeActors(tx: Db, { workspaceId }: Scope, steps: ImportStep<WholeActor>[]): Promise<void> {
  const json = JSON.stringify(steps.map(({ after }) => after))
  await tx.execute(sql`
    update actors a set name = x.name, kind = x.kind, parent_id = x."parentId", description = x.description, hue = x.hue, state = x.state,
      updated_at = now()
    from json_to_recordset(${json}::json) as x(id uuid, name text, kind text, "parentId" uuid, description text, hue smallint, state text)
    where a.workspace_id = ${workspaceId} and a.id = x.id and a.deleted_at is null`)
}

async function writeThemes(tx: Db, { workspaceId }: Scope, steps: ImportStep<Theme>[]): Promise<void> {
  const json = JSON.stringify(steps.map(({ after }) => after))
  await tx.execute(sql`
    update themes t set name = x.name, parent_id = x."parentId", definition = x.definition, include = x.include, exclude = x.exclude,
      examples = x.examples, hotkey = x.hotkey, hue = x.hue, position = x.position, state = x.state, updated_at = now()
    from json_to_recordset(${json}::json) as x(id uuid, name text, "parentId" uuid, definition text, include text, exclude text,
      examples jsonb, hotkey smallint, hue smallint, position int, state text)
    where t.workspace_id = ${workspaceId} and t.id = x.id and t.deleted_at is null`)
}

type Details = 'aliases' | 'memberships' | 'externalIds' | 'designations'

/** The tables of what an actor has several of, with the columns of their rows in the JSON they come in. */
const DETAILS: Record<Details, { table: string; columns: string; shape: string; values: string }> = {
  aliases: {
    table: 'actor_aliases',
    columns: 'name, language, preferred, valid_from, valid_until, merged_from',
    shape: 'name text, language text, preferred boolean, "from" date, until date, "mergedFrom" uuid',
    values: 'x.name, x.language, x.preferred, x."from", x.until, x."mergedFrom"',
  },
  memberships: {
    table: 'actor_memberships',
    columns: 'group_id, valid_from, valid_until, note',
    shape: '"groupId" uuid, "from" date, until date, note text',
    values: 'x."groupId", x."from", x.until, x.note',
  },
  externalIds: {
    table: 'actor_external_ids',
    columns: 'scheme, value',
    shape: 'scheme text, value text',
    values: 'x.scheme, x.value',
  },
  designations: {
    table: 'actor_designations',
    columns: 'label, issuer, valid_from, valid_until, source',
    shape: 'label text, issuer text, "from" date, until date, source text',
    values: 'x.label, x.issuer, x."from", x.until, x.source',
  },
}

/** Writes the lists of one sort that changed; where nothing did, rows keep their ids, which others refer to. */
async function writeDetails(tx: Db, { workspaceId }: Scope, details: Details, steps: ImportStep<WholeActor>[]): Promise<void> {
  const changed = steps.filter(({ before, after }) => !sameJson(before?.[details] ?? [], after[details])).map(({ after }) => after)
  if (changed.length === 0) return
  const { table, columns, shape, values } = DETAILS[details]
  const ids = changed.map(({ id }) => id)
  const mergedFrom = details === 'aliases' ? await readMergedFrom(tx, ids) : new Map<string, string | null>()
  const rows = changed.flatMap(({ id: actorId, [details]: list }) =>
    list.map((one) => ({
      ...one,
      // They are listed by id.
      id: newId(),
      actorId,
      ...('name' in one && { mergedFrom: mergedFrom.get(`${actorId} ${nameKey(one.name)}`) ?? null }),
    })),
  )
  await tx.execute(
    sql`delete from ${sql.identifier(table)} where workspace_id = ${workspaceId} and actor_id = any(${sql.param(ids)}::uuid[])`,
  )
  await tx.execute(sql`
    insert into ${sql.identifier(table)} (id, workspace_id, actor_id, ${sql.raw(columns)})
    select x.id, ${workspaceId}::uuid, x."actorId", ${sql.raw(values)}
    from json_to_recordset(${JSON.stringify(rows)}::json) as x(id uuid, "actorId" uuid, ${sql.raw(shape)})`)
}

/** Which merged actor other names came from, by actor and name. */
async function readMergedFrom(tx: Db, actorIds: string[]): Promise<Map<string, string | null>> {
  const { actorId, name, mergedFrom } = actorAliases
  const rows = await tx
    .select({ actorId, name, mergedFrom })
    .from(actorAliases)
    .where(and(inArray(actorId, actorIds), isNotNull(mergedFrom)))
  return new Map(rows.map((alias) => [`${alias.actorId} ${nameKey(alias.name)}`, alias.mergedFrom]))
}

/** Marks entries deleted that an import had made; nothing may stand below them. */
export async function markEntriesDeleted(
  tx: Db,
  { workspaceId }: Scope,
  table: 'actors' | 'themes',
  ids: readonly string[],
): Promise<void> {
  await tx.execute(sql`
    update ${sql.identifier(table)} set deleted_at = now()
    where workspace_id = ${workspaceId} and id = any(${sql.param([...ids])}::uuid[]) and deleted_at is null`)
}

/** Which of these actors and themes any passage is tagged with. */
export async function findTaggedEntries(tx: Db, { workspaceId }: Scope, ids: readonly string[]): Promise<Set<string>> {
  const wanted = sql.param([...ids])
  const { rows } = await tx.execute<{ id: string }>(sql`
    select distinct actor_id as id from excerpt_actors where workspace_id = ${workspaceId} and actor_id = any(${wanted}::uuid[])
    union select distinct theme_id from excerpt_themes where workspace_id = ${workspaceId} and theme_id = any(${wanted}::uuid[])`)
  return new Set(rows.map(({ id }) => id))
}

function parts<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / ROWS) }, (_, at) => items.slice(at * ROWS, (at + 1) * ROWS))
}
