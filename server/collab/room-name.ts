import { isId } from '#/lib/id.ts'

export const ROOM_KINDS = ['text', 'layer', 'workspace'] as const
export type RoomKind = (typeof ROOM_KINDS)[number]

const SHAPE = new RegExp(`^(${ROOM_KINDS.join('|')})/([0-9a-f-]{36})$`)

/** A room name taken apart. `id` is the id of the document, layer or workspace. */
export interface RoomName {
  kind: RoomKind
  id: string
}

/** Reads a room name that a client sent; null unless it is exactly one of `text/<uuid>`, `layer/<uuid>`, `workspace/<uuid>`. */
export function parseRoomName(name: string): RoomName | null {
  const match = SHAPE.exec(name)
  if (!match?.[2] || !isId(match[2])) return null
  return { kind: match[1] as RoomKind, id: match[2] }
}
