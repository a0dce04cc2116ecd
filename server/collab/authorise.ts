import type { Db } from '#/db/client.ts'
import { findLayerAccess, findTextAccess, findWorkspaceAccess, type RoomAccess } from '#/db/queries/room-access.ts'
import { can } from '#/lib/access/roles.ts'
import { log } from '#/server/log.ts'
import { parseRoomName, type RoomKind, type RoomName } from './room-name.ts'

/** A room that a person may open. */
export interface Admission extends RoomAccess {
  kind: RoomKind
  /** Whether the person may not change the content. */
  readOnly: boolean
}

/** Why a room stays closed. The client tries again only when it is `unavailable`. */
export type Refusal = 'not-found' | 'unavailable'

const FIND: Record<RoomKind, (db: Db, id: string, userId: string) => Promise<RoomAccess | null>> = {
  text: findTextAccess,
  layer: findLayerAccess,
  workspace: findWorkspaceAccess,
}

/** Decides whether a person may open a room. What does not exist and what belongs to others look the same. */
export async function authorise(db: Db, name: string, userId: string): Promise<Admission | Refusal> {
  const room = parseRoomName(name)
  if (!room) return 'not-found'
  try {
    const access = await FIND[room.kind](db, room.id, userId)
    return access ? { ...access, kind: room.kind, readOnly: !mayWrite(room, access) } : 'not-found'
  } catch (error) {
    log.error('collab.authorise-failed', error, { room: name })
    return 'unavailable'
  }
}

function mayWrite({ kind }: RoomName, { role }: RoomAccess): boolean {
  if (kind === 'text') return can(role, 'edit-text')
  return kind === 'layer' && can(role, 'tag')
}
