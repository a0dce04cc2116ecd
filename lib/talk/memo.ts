/** Longest memo, UTF-16 units. */
export const MEMO_LIMIT = 20_000

/** What a memo can be on. Memos on statements live in the layer (see lib/annotation/model.ts). */
export const MEMO_SUBJECTS = ['workspace', 'document', 'actor', 'theme'] as const
export type MemoSubject = (typeof MEMO_SUBJECTS)[number]

/** A free note on something, plain text. Times in ms since 1970. */
export interface Memo {
  id: string
  subject: MemoSubject
  /** The document, actor or theme; the workspace itself for `workspace`. */
  subjectId: string
  text: string
  by: string
  byName: string
  at: number
  /** Who wrote it as it is now, and when. */
  changedBy: string
  changedByName: string
  changedAt: number
}

/** A memo in the list of all, with what it is on. */
export interface ListedMemo extends Omit<Memo, 'subject'> {
  subject: MemoSubject | 'statement'
  /** What it is on is called so; of a statement its words. */
  subjectName: string
  /** What it is on was deleted. */
  isGone: boolean
  /** Of a document or statement: the document. */
  documentId: string | null
}

/** What the list of memos is narrowed to. */
export interface MemoFilter {
  subject: ListedMemo['subject'] | null
  /** Words in the memo; empty: any. */
  words: string
}

/** Reads the filter from an address; what makes no sense asks nothing. */
export function parseMemoFilter(params: URLSearchParams): MemoFilter {
  const asked = params.get('on')
  const subject = [...MEMO_SUBJECTS, 'statement' as const].find((each) => each === asked) ?? null
  return { subject, words: (params.get('q') ?? '').trim().slice(0, 200).replaceAll('\0', '').toWellFormed() }
}
