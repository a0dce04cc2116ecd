import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BinnedDocument } from '#/components/reader/binned-document.tsx'
import { KeptOpen } from '#/components/reader/kept-open.tsx'
import { Reader } from '#/components/reader/reader.tsx'
import { findBinning } from '#/db/queries/bin.ts'
import { lastVisit } from '#/db/queries/document-visits.ts'
import { getDocument, isSampleDocument } from '#/db/queries/documents.ts'
import { listRejections } from '#/db/queries/mention-rejections.ts'
import { listPeople } from '#/db/queries/people.ts'
import { listWorkspacesOf } from '#/db/queries/workspaces.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { overSince } from '#/lib/bin/deadline.ts'
import { isId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import { requireScope } from '#/server/auth/scope.ts'
import { requireUser } from '#/server/auth/session.ts'
import { loadCodebook } from '#/server/loaders/codebook.ts'
import { db, memberDb } from '#/server/runtime.ts'

interface Address {
  params: Promise<{ workspaceId: string; documentId: string }>
  searchParams: Promise<{ annotation?: string | string[] }>
}

type StoredDocument = NonNullable<Awaited<ReturnType<typeof getDocument>>>

async function findDocument({ params }: Pick<Address, 'params'>) {
  const { workspaceId, documentId } = await params
  const scope = await requireScope(workspaceId)
  const document = isId(documentId) ? await getDocument(memberDb(scope), scope, documentId) : null
  return { scope, document: document ?? notFound() }
}

export async function generateMetadata(address: Address): Promise<Metadata> {
  const { document } = await findDocument(address)
  return { title: document.title }
}

export default async function DocumentPage(address: Address) {
  const { scope, document } = await findDocument(address)
  if (!document.deletedAt) return <KeptOpen reader={await openReader(address, scope, document)} binned={null} />
  const { id, title, deletedAt } = document
  if (deletedAt <= overSince(new Date())) notFound()
  const binning = await findBinning(memberDb(scope), scope, id, new Date())
  const binned = (
    <BinnedDocument
      workspaceId={scope.workspaceId}
      document={{ id, title, deletedAt }}
      by={binning?.by ?? null}
      mayBringBack={can(scope.role, 'delete')}
    />
  )
  return <KeptOpen reader={null} binned={binned} />
}

async function openReader(address: Address, scope: Scope, document: StoredDocument) {
  const { workspaceId } = scope
  const user = await requireUser()
  const [codebook, people, rejections, workspaces, visitedAt, isSample, { annotation }] = await Promise.all([
    loadCodebook(workspaceId),
    listPeople(memberDb(scope), scope),
    listRejections(memberDb(scope), scope, document.id),
    listWorkspacesOf(db(), user.id),
    lastVisit(memberDb(scope), scope, document.id),
    isSampleDocument(memberDb(scope), scope, document.id),
    address.searchParams,
  ])
  const { sharedLayerId, createdBy: _, createdAt: _at, deletedAt: _deleted, ...shown } = document
  return (
    <Reader
      // another role or language makes another reader of it
      key={`${document.id} ${scope.role} ${document.language}`}
      workspace={{ id: workspaceId, name: workspaces.find(({ id }) => id === workspaceId)?.name ?? t('Workspace') }}
      document={shown}
      layerId={sharedLayerId}
      self={{ id: user.id, name: user.name }}
      role={scope.role}
      codebook={codebook}
      people={people}
      rejections={rejections}
      lastVisit={visitedAt?.getTime() ?? null}
      isSample={isSample}
      openAt={typeof annotation === 'string' && isId(annotation) ? annotation : null}
    />
  )
}
