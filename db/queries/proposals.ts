import { aliasedTable, and, asc, desc, eq, inArray, ne } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { codebookProposals } from '#/db/schema/codebook.ts'
import { documents } from '#/db/schema/documents.ts'
import { users } from '#/db/schema/people.ts'
import type { Scope } from '#/db/scope.ts'
import type { Merge } from '#/lib/codebook/merge.ts'
import type { Proposal, ProposalKind, ProposalReason, ProposalState } from '#/lib/codebook/proposal.ts'
import { newId } from '#/lib/id.ts'

/** Answered proposals that are still listed, the newest. */
const ANSWERED = 50

/** Keeps a proposal. An example from a document that the workspace does not have is left out. */
export async function insertProposal(
  tx: Db,
  scope: Scope,
  { kind, entryId, name, note = '', example }: { kind: ProposalKind; entryId: string; name: string } & ProposalReason,
): Promise<string> {
  const id = newId()
  const inWorkspace = and(eq(documents.workspaceId, scope.workspaceId), eq(documents.id, example?.documentId ?? id))
  const passage =
    example && (await tx.$count(documents, inWorkspace)) > 0
      ? { documentId: example.documentId, annotationId: example.annotationId ?? null, quote: example.quote }
      : {}
  const { workspaceId, userId } = scope
  await tx.insert(codebookProposals).values({ id, workspaceId, kind, entryId, name, note, proposedBy: userId, ...passage })
  return id
}

/** Open proposals, the oldest first, then those that were answered, the newest first. */
export async function listProposals(db: Db, scope: Scope): Promise<Proposal[]> {
  const open = await select(db)
    .where(and(eq(codebookProposals.workspaceId, scope.workspaceId), eq(codebookProposals.state, 'open')))
    .orderBy(asc(codebookProposals.at), asc(codebookProposals.id))
  const answered = await select(db)
    .where(and(eq(codebookProposals.workspaceId, scope.workspaceId), ne(codebookProposals.state, 'open')))
    .orderBy(desc(codebookProposals.decidedAt), desc(codebookProposals.id))
    .limit(ANSWERED)
  return [...open, ...answered].map(proposal)
}

/** How many proposals wait for an answer. */
export function countOpenProposals(db: Db, scope: Scope): Promise<number> {
  return db.$count(codebookProposals, and(eq(codebookProposals.workspaceId, scope.workspaceId), eq(codebookProposals.state, 'open')))
}

/** One proposal; null when the workspace has none of that id. */
export async function findProposal(db: Db, scope: Scope, id: string): Promise<Proposal | null> {
  const [row] = await select(db).where(and(eq(codebookProposals.workspaceId, scope.workspaceId), eq(codebookProposals.id, id)))
  return row ? proposal(row) : null
}

/** Writes an answer. */
export async function answerProposal(
  tx: Db,
  scope: Scope,
  id: string,
  answer: { state: Exclude<ProposalState, 'open'>; name?: string; answer?: string },
): Promise<void> {
  await tx
    .update(codebookProposals)
    .set({ ...answer, decidedBy: scope.userId, decidedAt: new Date() })
    .where(and(eq(codebookProposals.workspaceId, scope.workspaceId), eq(codebookProposals.id, id)))
}

const OPEN = { state: 'open', decidedBy: null, decidedAt: null, mappedTo: null, answer: '' } as const

/** Makes a proposal wait for an answer again. */
export async function openProposal(tx: Db, scope: Scope, id: string): Promise<void> {
  await tx
    .update(codebookProposals)
    .set(OPEN)
    .where(and(eq(codebookProposals.workspaceId, scope.workspaceId), eq(codebookProposals.id, id)))
}

/** Whoever merges proposed entries into others has answered their proposals; says how many. */
export async function mapProposals(tx: Db, scope: Scope, merges: readonly Merge[], kind: ProposalKind): Promise<number> {
  let mapped = 0
  for (const { from, into } of merges) {
    const rows = await tx
      .update(codebookProposals)
      .set({ state: 'mapped', mappedTo: into, decidedBy: scope.userId, decidedAt: new Date() })
      .where(and(eq(codebookProposals.workspaceId, scope.workspaceId), ...openOf(from, kind)))
      .returning({ id: codebookProposals.id })
    mapped += rows.length
  }
  return mapped
}

const openOf = (entryId: string, kind: ProposalKind) => [
  eq(codebookProposals.entryId, entryId),
  eq(codebookProposals.kind, kind),
  eq(codebookProposals.state, 'open'),
]

/** Takes back what {@link mapProposals} did for these entries; says how many. */
export async function unmapProposals(tx: Db, scope: Scope, entryIds: readonly string[], kind: ProposalKind): Promise<number> {
  const rows = await tx
    .update(codebookProposals)
    .set(OPEN)
    .where(
      and(
        eq(codebookProposals.workspaceId, scope.workspaceId),
        eq(codebookProposals.kind, kind),
        eq(codebookProposals.state, 'mapped'),
        inArray(codebookProposals.entryId, [...entryIds]),
      ),
    )
    .returning({ id: codebookProposals.id })
  return rows.length
}

function select(db: Db) {
  const decider = aliasedTable(users, 'decider')
  const { id, kind, entryId, name, note, documentId, annotationId, quote, at, state, decidedAt, mappedTo, answer } = codebookProposals
  return db
    .select({
      ...{ id, kind, entryId, name, note, documentId, annotationId, quote, at, state, decidedAt, mappedTo, answer },
      title: documents.title,
      byId: codebookProposals.proposedBy,
      byName: users.name,
      decidedBy: decider.name,
    })
    .from(codebookProposals)
    .leftJoin(documents, eq(documents.id, documentId))
    .leftJoin(users, eq(users.id, codebookProposals.proposedBy))
    .leftJoin(decider, eq(decider.id, codebookProposals.decidedBy))
    .$dynamic()
}

type Row = Awaited<ReturnType<typeof select>>[number]

function proposal({ documentId, title, byId, byName, at, decidedAt, ...row }: Row): Proposal {
  return {
    ...row,
    document: documentId && title !== null ? { id: documentId, title } : null,
    proposedBy: { id: byId, name: byName ?? 'Somebody' },
    at: at.getTime(),
    decidedAt: decidedAt?.getTime() ?? null,
  }
}
