import { z } from 'zod'
import { findAccountByEmail } from '#/db/queries/accounts.ts'
import { countActorPairs } from '#/db/queries/actor-pairs.ts'
import { findDocumentsBehind } from '#/db/queries/excerpt-projection.ts'
import { findInstallation } from '#/db/queries/installation.ts'
import { mintScope } from '#/db/scope.ts'
import { normalEmail } from '#/lib/access/email-address.ts'
import type { PairCount } from '#/lib/format/petrarch/count-pairs.ts'
import { t } from '#/lib/message/t.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'
import { createCollab } from '#/server/collab/create.ts'
import { createWorkspace } from '#/server/usecases/create-workspace.ts'
import { importCodedSentences } from '#/server/usecases/import-coded-sentences.ts'
import { command, type OperatorDeps } from './command.ts'

const line = z.string().min(1).max(500)
const event = z.object({ source: line, recipient: line, code: line })
const input = z.object({
  /** Name of the workspace that is made. */
  workspace: line,
  /** Address of the account it will belong to. */
  email: line,
  sentences: z
    .array(z.object({ id: line, publishedOn: z.iso.date(), text: z.string().min(1).max(100_000), events: z.array(event).max(100) }))
    .min(1)
    .max(100_000),
})

export interface CodedImport {
  workspaceId: string
  documents: number
  statements: number
  /** As Interline counts them, by the names of the actors. */
  pairs: PairCount[]
}

/** Imports coded sentences into a workspace of their own, and counts who does something to whom in it. */
export const importCoded = command<z.infer<typeof input>, CodedImport>({
  input,
  async run({ workspace: name, email, sentences }, deps) {
    const { database } = deps
    const account = await findAccountByEmail(database.db, normalEmail(email) ?? email)
    if (!account) return { ok: false, message: t('Nobody has an account with the address {email} here.', { email }) }
    const made = await createWorkspace(account.id, { name }, { db: database.db })
    if (!made.ok) return { ok: false, message: made.reason }
    const scope = mintScope(made.workspaceId, account.id, 'owner')
    const db = database.forWorkspace(scope.workspaceId)
    return await withCollab(deps, async (collab) => {
      const imported = await importCodedSentences(scope, sentences, { db, collab })
      if (!imported.ok) return { ok: false, message: imported.reason }
      const { documentIds, statements } = imported
      await projected(deps, collab, documentIds)
      const { workspaceId } = scope
      return { ok: true, workspaceId, documents: documentIds.length, statements, pairs: await countActorPairs(db, scope) }
    })
  },
})

/** The running server's collaboration, or one for as long as the work takes. */
async function withCollab<T>({ database, collab, origin }: OperatorDeps, work: (collab: CollabServer) => Promise<T>): Promise<T> {
  if (collab) return await work(collab)
  const own = createCollab({ db: database.db, installation: await findInstallation(database.db), origin, sessionOf: async () => null })
  try {
    return await work(own)
  } finally {
    await own.stop()
  }
}

/** Resolves when the excerpts of these documents are up to date. */
async function projected({ database }: OperatorDeps, collab: CollabServer, documentIds: readonly string[]): Promise<void> {
  const own = new Set(documentIds)
  const behind = async () => (await findDocumentsBehind(database.db)).filter((id) => own.has(id))
  for (let left = await behind(); left.length > 0; left = await behind()) {
    collab.projectAgain(left)
    await collab.settleExcerpts()
  }
}
