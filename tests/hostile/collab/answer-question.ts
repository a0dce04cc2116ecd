import * as Y from 'yjs'
import type { Database } from '#/db/client.ts'
import { revokeSession } from '#/db/queries/sessions.ts'
import { mintScope } from '#/db/scope.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'
import { replayRoom } from '#/server/collab/room-log.ts'
import { changeRole } from '#/server/usecases/change-role.ts'
import { removeMember } from '#/server/usecases/remove-member.ts'
import { signIn } from '#/tests/support/collab-server.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import type { SiteAnswers, SiteQuestion, StoredRoom } from './site.ts'

interface Parts {
  database: Database
  collab: CollabServer
}

/** Answers one question about the site, or changes rights in it as its owner would. */
export async function answerQuestion(question: SiteQuestion, { database, collab }: Parts): Promise<SiteAnswers[SiteQuestion['ask']]> {
  const { db, pool } = database
  switch (question.ask) {
    case 'room':
      return storedRoom(database, question.room)
    case 'refusals': {
      const { rows } = await pool.query("select count(*)::int as rows from audit_log where event = 'access-refused' and user_id = $1", [
        question.userId,
      ])
      return rows[0].rows
    }
    case 'cpu': {
      const { user, system } = process.cpuUsage()
      return (user + system) / 1000
    }
    case 'member': {
      const { user } = await makeMember(db, question.workspaceId, question.role)
      return { user, ...(await signIn(db, user.id)) }
    }
    case 'revoke':
      await revokeSession(db, question.sessionId)
      return collab.closeSession(question.sessionId)
    case 'role':
    case 'remove': {
      const { rows } = await pool.query("select user_id from members where workspace_id = $1 and role = 'owner'", [question.workspaceId])
      const scope = mintScope(question.workspaceId, rows[0].user_id, 'owner')
      const result =
        question.ask === 'role'
          ? await changeRole(scope, { userId: question.userId, role: question.role }, { db, collab })
          : await removeMember(scope, question.userId, { db, collab })
      if (!result.ok) throw new Error(result.reason)
      return 1
    }
  }
}

async function storedRoom({ db, pool }: Database, room: string): Promise<StoredRoom> {
  const doc = new Y.Doc()
  const { damaged } = await replayRoom(db, room, doc)
  const { rows } = await pool.query('select count(*)::int as rows from room_updates where room = $1', [room])
  return {
    rows: rows[0].rows,
    state: Y.encodeStateAsUpdate(doc),
    text: canonicalText(doc.getText(TEXT_NAME)),
    damaged,
    isWhole: doc.store.pendingStructs === null && doc.store.pendingDs === null,
  }
}
