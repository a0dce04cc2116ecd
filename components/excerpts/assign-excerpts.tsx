import { useEffect, useState } from 'react'
import { AssignDialog } from '#/components/home/assign-dialog.tsx'
import { attempt, noAnswerWords } from '#/components/ui/attempt.ts'
import { showToast } from '#/components/ui/toast-store.ts'
import { noMemberWords } from '#/lib/access/member.ts'
import { counted } from '#/lib/counted.ts'
import type { DocumentsToAssign } from '#/lib/document/documents-to-assign.ts'
import { t } from '#/lib/message/t.ts'
import { printAddress } from '#/lib/query/address.ts'
import type { Query } from '#/lib/query/query.ts'
import { assignDocuments } from '#/server/actions/document-work.ts'
import { documentsToAssign } from '#/server/actions/excerpts.ts'

interface AssignExcerptsProps {
  workspaceId: string
  query: Query
  me: string
  onClose: () => void
}

/** The most documents one request names. */
const AT_ONCE = 2000

/** Asks members to work on the documents in which excerpts stand: work is given by document. */
export function AssignExcerpts({ workspaceId, query, me, onClose }: AssignExcerptsProps) {
  const [loaded, setLoaded] = useState<DocumentsToAssign | null>(null)
  const address = printAddress(query).toString()
  useEffect(() => {
    let isWanted = true
    documentsToAssign(workspaceId, address)
      .catch(() => undefined)
      .then((answer) => {
        if (!isWanted) return
        if (answer?.documents.length) return setLoaded(answer)
        showToast(answer ? t('These excerpts are not there any more.') : answer === null ? noMemberWords() : noAnswerWords())
        onClose()
      })
    return () => {
      isWanted = false
    }
  }, [workspaceId, address, onClose])
  if (!loaded) return null
  const { documents, colleagues } = loaded

  const assign = async (ask: string[], release: string[]): Promise<boolean> => {
    const ids = documents.map(({ id }) => id)
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const result = await attempt(assignDocuments(workspaceId, ids.slice(at, at + AT_ONCE), { ask, release }))
      if (result.ok) continue
      showToast(result.reason)
      return false
    }
    return true
  }
  const isAsked = (userId: string) => documents.some(({ assignees }) => assignees.some(({ id }) => id === userId))
  return (
    <AssignDialog
      documents={documents}
      colleagues={colleagues}
      me={me}
      onClose={onClose}
      onAssign={async ({ ask, release }) => {
        // Who is ticked was asked for all of them or for none; so what is undone is what was done.
        const [asked, released] = [ask.filter((id) => !isAsked(id)), release.filter(isAsked)]
        const isDone = await assign(asked, released)
        const undo = async () => {
          if (await assign(released, asked)) showToast(t('Assignment undone'))
        }
        if (isDone)
          showToast(t('Assigned {documents}', { documents: counted(documents.length, 'document') }), {
            label: t('Undo'),
            run: () => void undo(),
          })
        return isDone
      }}
    />
  )
}
