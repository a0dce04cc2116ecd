import { eq } from 'drizzle-orm'
import type { Database, Db } from '#/db/client.ts'
import { revokeSession } from '#/db/queries/sessions.ts'
import { members } from '#/db/schema/people.ts'
import { newId } from '#/lib/id.ts'
import { signIn } from '#/tests/support/collab-server.ts'
import { makeLiveDocument } from '#/tests/support/live-document.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeUser } from '#/tests/support/make-user.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { CALLERS, type Caller, roleOf, SMUGGLER } from './caller.ts'
import { noRows, type Place, type Rows, rowsOf } from './place.ts'

export interface World {
  here: { workspaceId: string; rows: Rows }
  elsewhere: { workspaceId: string; rows: Rows }
  cookies: ReadonlyMap<Caller, string>
  /** What a caller names: rows of `here`, or (`exists` false) ids of nothing. */
  place(caller: Caller, exists: boolean): Place
}

/** Two workspaces with people and rows, in the database a product will be started on. */
export async function makeWorld({ db }: Database): Promise<World> {
  const here = await makeWorkspace(db, { name: 'Here' })
  const there = await makeWorkspace(db, { name: 'Elsewhere' })
  const rowsHere = rowsOf(db, here.scope, await makeLiveDocument(db, here.scope))
  const rowsThere = rowsOf(db, there.scope, await makeLiveDocument(db, there.scope))
  const { workspaceId } = here.scope
  const people = new Map<Caller, string>([['anonymous', here.owner.id]])
  const cookies = new Map<Caller, string>([['anonymous', '']])
  for (const caller of CALLERS) {
    if (caller === 'anonymous') continue
    const isElsewhere = caller === 'owner elsewhere' || caller === SMUGGLER
    const userId = isElsewhere ? there.owner.id : await makePerson(db, workspaceId, caller)
    people.set(caller, userId)
    // Two callers, one person: one of them ends the person's other sessions.
    if (caller === SMUGGLER) {
      cookies.set(caller, cookies.get('owner elsewhere') as string)
      continue
    }
    const { sessionId, cookie } = await signIn(db, userId)
    cookies.set(caller, cookie)
    if (caller === 'revoked') await revokeSession(db, sessionId)
  }
  return {
    here: { workspaceId, rows: rowsHere },
    elsewhere: { workspaceId: there.scope.workspaceId, rows: rowsThere },
    cookies,
    place(caller, exists) {
      const own = caller === SMUGGLER
      const userId = people.get(caller) as string
      const named = exists ? workspaceId : newId()
      return { workspaceId: own ? there.scope.workspaceId : named, rows: exists ? rowsHere : noRows(), userId, role: roleOf(caller) }
    },
  }
}

/** Also who was removed, and who was an owner until the session ended, has been in the workspace. */
async function makePerson(db: Db, workspaceId: string, caller: Caller): Promise<string> {
  if (caller === 'no member') return (await makeUser(db, { name: 'A stranger' })).id
  const { user } = await makeMember(db, workspaceId, roleOf(caller) ?? 'owner', { name: caller })
  if (caller === 'removed') await db.delete(members).where(eq(members.userId, user.id))
  return user.id
}
