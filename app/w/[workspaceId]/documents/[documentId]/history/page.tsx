import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { HistoryPage } from '#/components/history/history-page.tsx'
import { getDocument } from '#/db/queries/documents.ts'
import { listPeople } from '#/db/queries/people.ts'
import { listWorkspacesOf } from '#/db/queries/workspaces.ts'
import { isId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import { requireScope } from '#/server/auth/scope.ts'
import { requireUser } from '#/server/auth/session.ts'
import { loadCodebook } from '#/server/loaders/codebook.ts'
import { db, memberDb } from '#/server/runtime.ts'

interface Address {
  params: Promise<{ workspaceId: string; documentId: string }>
  searchParams: Promise<{ at?: string | string[]; view?: string | string[] }>
}

async function findDocument({ params }: Pick<Address, 'params'>) {
  const { workspaceId, documentId } = await params
  const scope = await requireScope(workspaceId)
  const document = isId(documentId) ? await getDocument(memberDb(scope), scope, documentId) : null
  return { scope, document: document ?? notFound() }
}

export async function generateMetadata(address: Address): Promise<Metadata> {
  const { document } = await findDocument(address)
  return { title: t('History of {title}', { title: document.title }) }
}

export default async function DocumentHistoryPage(address: Address) {
  const { scope, document } = await findDocument(address)
  const { workspaceId } = scope
  // What is in the bin says so on its own page, with the way out.
  if (document.deletedAt) redirect(`/w/${workspaceId}/documents/${document.id}`)

  const user = await requireUser()
  const [codebook, people, workspaces, { at, view }] = await Promise.all([
    loadCodebook(workspaceId),
    listPeople(memberDb(scope), scope),
    listWorkspacesOf(db(), user.id),
    address.searchParams,
  ])
  const { id, title, language, direction } = document
  return (
    <HistoryPage
      workspace={{ id: workspaceId, name: workspaces.find((workspace) => workspace.id === workspaceId)?.name ?? t('Workspace') }}
      document={{ id, title, language, direction }}
      role={scope.role}
      codebook={codebook}
      people={people}
      openAt={typeof at === 'string' ? at : null}
      opensOnChanges={view === 'changes'}
    />
  )
}
