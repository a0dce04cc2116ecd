import type { Db } from '#/db/client.ts'
import type { MemberRole } from '#/lib/access/roles.ts'
import { signIn } from '#/tests/support/collab-server.ts'
import { type LiveDocument, makeLiveDocument } from '#/tests/support/live-document.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import type { TestUser } from '#/tests/support/make-user.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'

export interface SitePerson {
  user: TestUser
  sessionId: string
  cookie: string
}

/** Three workspaces, so that every attack has somewhere it may write, somewhere it may only read, and somewhere it may not be. */
export interface SitePeople {
  /** The attackers are editors here. */
  own: { workspaceId: string; document: LiveDocument; editors: SitePerson[] }
  /** Honest people write here. The attackers may read it, each in their role. */
  beside: {
    workspaceId: string
    document: LiveDocument
    honest: SitePerson[]
    readers: Record<'coder' | 'commenter' | 'viewer', SitePerson>
  }
  /** No attacker is a member. */
  foreign: { workspaceId: string; document: LiveDocument }
  /** Accounts that are members of `own`, for sockets by the thousand. */
  crowd: SitePerson[]
}

const EDITORS = 4

export async function peopleTheSite(db: Db, crowd: number): Promise<SitePeople> {
  const person = async (workspaceId: string, role: MemberRole): Promise<SitePerson> => {
    const { user } = await makeMember(db, workspaceId, role)
    return { user, ...(await signIn(db, user.id)) }
  }
  const several = async (count: number, workspaceId: string): Promise<SitePerson[]> => {
    const made: SitePerson[] = []
    while (made.length < count) made.push(await person(workspaceId, 'editor'))
    return made
  }
  const place = async (words: string) => {
    const { scope } = await makeWorkspace(db)
    return { workspaceId: scope.workspaceId, document: await makeLiveDocument(db, scope, words) }
  }
  const own = await place('The attackers write here.\nThey are editors.')
  const beside = await place('Honest people write here:')
  const foreign = await place('Nobody who attacks may read this: 4d1c77.')
  const readers = {
    coder: await person(beside.workspaceId, 'coder'),
    commenter: await person(beside.workspaceId, 'commenter'),
    viewer: await person(beside.workspaceId, 'viewer'),
  }
  return {
    own: { ...own, editors: await several(EDITORS, own.workspaceId) },
    beside: { ...beside, readers, honest: await several(2, beside.workspaceId) },
    foreign,
    crowd: await several(crowd, own.workspaceId),
  }
}
