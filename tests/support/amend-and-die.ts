// A process for tests: opens the database in the folder given (or the server of DATABASE_URL), lets the collaboration
// server write words into a text, and kills itself with SIGKILL, inside the transaction or right after the commit.
import { openDatabase } from '#/db/client.ts'
import { TEXT_NAME } from '#/lib/text/flat.ts'
import { createCollab } from '#/server/collab/create.ts'

interface AmendAndDie {
  url?: string
  dataDir?: string
  documentId: string
  userId: string
  words: string
  when: 'uncommitted' | 'committed'
}

const { url, dataDir, documentId, userId, words, when } = JSON.parse(process.argv[2] ?? '{}') as AmendAndDie
const { db } = await openDatabase({ url, dataDir, migrate: false })
const collab = createCollab({
  db,
  installation: { generation: 1, restoredFrom: null },
  origin: 'http://interline.test',
  sessionOf: async () => null,
})
const die = () => process.kill(process.pid, 'SIGKILL')
await collab.amend(documentId, {
  userId,
  edit: ({ text }) => text.getText(TEXT_NAME).insert(1, words),
  alongside: async () => {
    if (when === 'uncommitted') die()
  },
})
die()
