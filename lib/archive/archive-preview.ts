/** What the archive of a workspace would bring. */
export interface ArchivePreview {
  ok: true
  /** Names the archive when it is asked for. */
  seal: string
  /** Of the workspace, when the archive was made. */
  name: string
  /** ISO 8601. */
  made: string
  /** Whether the workspace itself is still here, live or in the bin: then this becomes another one beside it. */
  isHere: boolean
  counts: { documents: number; statements: number; actors: number; themes: number; comments: number; memos: number; people: number }
}
