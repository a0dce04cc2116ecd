import { and, count, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { actorDesignations, actorExternalIds, actorMemberships, mentionRejections } from '#/db/schema/codebook.ts'
import { memos } from '#/db/schema/talk.ts'
import type { Scope } from '#/db/scope.ts'
import type { Belongings, Copied, Copy, EntrySort, Merge, MergeUndo } from '#/lib/codebook/merge.ts'
import { newId } from '#/lib/id.ts'

const TABLES = {
  externalIds: actorExternalIds,
  designations: actorDesignations,
  memberships: actorMemberships,
  rejections: mentionRejections,
}

/** Rows that go to the database at once: of ignored words there may be thousands. */
const ROWS = 1000

type Owned = Exclude<Copied, 'memberships'>

/** What makes two rows the same, whoever's they are. */
const IDENTITY: Record<Owned, readonly string[]> = {
  externalIds: ['scheme', 'value'],
  designations: ['label', 'issuer', 'validFrom'],
  rejections: ['words', 'documentId', 'runs'],
}

/**
 * Copies to an actor what belongs to another: ids in registers, designations, memberships (its own, and those of its members)
 * and the words that are no mention of it. What the actor has already is not copied.
 */
export async function copyBelongings(tx: Db, scope: Scope, merge: Merge): Promise<Copy[]> {
  const copies = await copyMemberships(tx, scope, merge)
  for (const what of ['externalIds', 'designations', 'rejections'] as const) copies.push(...(await copyOwned(tx, scope, what, merge)))
  return copies
}

async function copyOwned(tx: Db, scope: Scope, what: Owned, { from, into }: Merge): Promise<Copy[]> {
  const table: typeof actorExternalIds = TABLES[what] as never
  const rowsOf = (actorId: string) =>
    tx
      .select()
      .from(table)
      .where(and(eq(table.workspaceId, scope.workspaceId), eq(table.actorId, actorId)))
  const key = (row: Readonly<Record<string, unknown>>) => JSON.stringify(IDENTITY[what].map((column) => row[column]))
  const known = new Set((await rowsOf(into)).map(key))
  const copies = (await rowsOf(from)).filter((row) => !known.has(key(row))).map((row) => ({ ...row, id: newId(), of: row.id }))
  for (let at = 0; at < copies.length; at += ROWS)
    await tx.insert(table).values(copies.slice(at, at + ROWS).map(({ of: _, ...copy }) => ({ ...copy, actorId: into })))
  return copies.map(({ id, of }) => ({ what, id, of }))
}

async function copyMemberships(tx: Db, scope: Scope, { from, into }: Merge): Promise<Copy[]> {
  const { workspaceId, actorId, groupId } = actorMemberships
  const rowsOf = (id: string) =>
    tx
      .select()
      .from(actorMemberships)
      .where(and(eq(workspaceId, scope.workspaceId), or(eq(actorId, id), eq(groupId, id))))
  const key = (row: typeof actorMemberships.$inferSelect) => JSON.stringify([row.actorId, row.groupId, row.validFrom, row.validUntil])
  const known = new Set((await rowsOf(into)).map(key))
  const swap = (id: string) => (id === from ? into : id)
  const copies: Copy[] = []
  for (const row of await rowsOf(from)) {
    const copy = { ...row, id: newId(), actorId: swap(row.actorId), groupId: swap(row.groupId) }
    if (copy.actorId === copy.groupId || known.has(key(copy))) continue
    known.add(key(copy))
    await tx.insert(actorMemberships).values(copy)
    copies.push({ what: 'memberships', id: copy.id, of: row.id })
  }
  return copies
}

/** What belongs to the entries that a merge takes away, before it is made. */
export async function countBelongings(db: Db, scope: Scope, sort: EntrySort, merges: readonly Merge[]): Promise<Belongings> {
  const from = merges.map((merge) => merge.from)
  const into = new Set(merges.map((merge) => merge.into))
  const isMemo = and(
    eq(memos.workspaceId, scope.workspaceId),
    eq(memos.subject, sort),
    inArray(memos.subjectId, from),
    isNull(memos.deletedAt),
  )
  const [found] = await db.select({ memos: count() }).from(memos).where(isMemo)
  const along: Belongings = { identifiers: 0, designations: 0, memberships: 0, memos: found?.memos ?? 0 }
  if (sort === 'theme') return along
  const ownedBy = async (table: typeof actorExternalIds | typeof actorDesignations) => {
    const isOwn = and(eq(table.workspaceId, scope.workspaceId), inArray(table.actorId, from))
    const [row] = await db.select({ owned: count() }).from(table).where(isOwn)
    return row?.owned ?? 0
  }
  const { workspaceId, actorId, groupId } = actorMemberships
  const memberships = await db
    .select({ actorId, groupId })
    .from(actorMemberships)
    .where(and(eq(workspaceId, scope.workspaceId), or(inArray(actorId, from), inArray(groupId, from))))
  const merged = new Set([...from, ...into])
  return {
    ...along,
    identifiers: await ownedBy(actorExternalIds),
    designations: await ownedBy(actorDesignations),
    // Between two that become one there is none any more.
    memberships: memberships.filter((row) => !(merged.has(row.actorId) && merged.has(row.groupId))).length,
  }
}

/** Takes copies away that are still there. */
export async function dropCopies(tx: Db, scope: Scope, copies: readonly Copy[]): Promise<void> {
  for (const [what, some] of Map.groupBy(copies, (copy) => copy.what)) {
    const table = TABLES[what]
    const ids = some.map(({ id }) => id)
    await tx.delete(table).where(and(eq(table.workspaceId, scope.workspaceId), inArray(table.id, ids)))
  }
}

/** Makes the memos of an entry those of another; answers which they were. */
export async function moveMemos(tx: Db, scope: Scope, sort: EntrySort, { from, into }: Merge): Promise<MergeUndo['memos']> {
  const moved = await tx
    .update(memos)
    .set({ subjectId: into })
    .where(and(eq(memos.workspaceId, scope.workspaceId), eq(memos.subject, sort), eq(memos.subjectId, from), isNull(memos.deletedAt)))
    .returning({ id: memos.id })
  return moved.map(({ id }) => ({ id, of: from }))
}

/** Gives memos back to the entries whose they were; those that somebody else has now stay. */
export async function returnMemos(tx: Db, scope: Scope, moved: MergeUndo['memos'], holders: readonly string[]): Promise<void> {
  for (const { id, of } of moved)
    await tx
      .update(memos)
      .set({ subjectId: of })
      .where(and(eq(memos.workspaceId, scope.workspaceId), eq(memos.id, id), inArray(memos.subjectId, [...holders])))
}
