import type { StateHash } from './state-hash.ts'

/** What of a workspace open pages show and fetch again when it changed. */
export const WORKSPACE_LISTS = [
  'documents',
  'assignments',
  'actors',
  'themes',
  'members',
  'excerpts',
  'comments',
  'memos',
  'proposals',
  'mentions',
] as const

/** The server's message to everybody in a workspace: fetch this list again. */
export interface WorkspaceNotice {
  type: 'changed'
  what: (typeof WORKSPACE_LISTS)[number]
  /** The document, actor ... that changed, when it was one. */
  id?: string
  /** What a member did to a whole document at once. */
  did?: { what: 'restored' | 'edition' | 'binned'; by: string }
}

/** The server's message to one client: your last change was not taken. */
export interface RejectedNotice {
  type: 'rejected'
  reason: string
}

/** What a copy of a room is like: a client says it to the server, and the server answers with its own. */
export interface StateNotice extends StateHash {
  type: 'state'
  /** Of a client that has taken in everything before the server's answer: the hash in that answer, which was another. */
  against?: string
}

/** The server's message to one client: at the same state vector your copy is not what is committed here. */
export interface DiffersNotice {
  type: 'differs'
}

export type ServerNotice = WorkspaceNotice | RejectedNotice | StateNotice | DiffersNotice

const TYPES = ['changed', 'rejected', 'state', 'differs']

/** Reads a stateless message of the server; null for anything unknown, so that older clients survive newer servers. */
export function readNotice(payload: string): ServerNotice | null {
  try {
    const notice: unknown = JSON.parse(payload)
    if (typeof notice !== 'object' || notice === null || !('type' in notice)) return null
    return TYPES.includes(notice.type as string) ? (notice as ServerNotice) : null
  } catch {
    return null
  }
}

/** Longest message a client may say outside of documents, UTF-16 units. */
const LONGEST = 200
const HASH = /^[0-9a-f]{16}$/

/** Reads what a client says about its copy; null when it says anything else. */
export function readStateNotice(payload: string): StateNotice | null {
  if (payload.length > LONGEST) return null
  try {
    const { type, vector, hash, against } = JSON.parse(payload) as Record<string, unknown>
    if (type !== 'state' || !isHash(vector) || !isHash(hash)) return null
    return { type, vector, hash, ...(isHash(against) && { against }) }
  } catch {
    return null
  }
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && HASH.test(value)
}
