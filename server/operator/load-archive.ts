import { z } from 'zod'
import { loadForOperator } from '#/server/archive/load-for-operator.ts'
import { command } from './command.ts'

const input = z.object({
  /** Absolute path on the computer of the server. */
  file: z.string().min(1),
  /** Of the account the workspace will belong to. */
  email: z.string().min(1).max(500),
})

/** Loads the archive of a workspace. */
export const loadArchive = command<z.infer<typeof input>, { name: string; workspaceId: string; documents: number; rows: number }>({
  input,
  async run({ file, email }, { database, collab }) {
    const loaded = await loadForOperator(database.db, file, email)
    if (!loaded.ok) return loaded
    const { name, workspaceId, documentIds, rows } = loaded
    // Without a server its next start brings the excerpts up to date.
    collab?.projectAgain(documentIds)
    return { ok: true, name, workspaceId, documents: documentIds.length, rows }
  },
})
