/** What the columns of a table of passages may be called: first as Interline calls them, then as other programs do. */
const CALLED = {
  statement: ['excerpt_id', 'id', 'statement_id'],
  tagKind: ['tag_kind'],
  documentId: ['document_id'],
  title: ['document', 'document_title', 'document_name', 'media_title', 'title', 'file', 'file_name'],
  url: ['source_url', 'url', 'address'],
  quote: [
    ...['quote', 'excerpt', 'passage', 'quotation', 'segment', 'content', 'text', 'text_content', 'quotation_content'],
    ...['excerpt_copy', 'coded_text', 'highlight'],
  ],
  prefix: ['prefix'],
  suffix: ['suffix'],
  start: ['start_utf16'],
  end: ['end_utf16'],
  actor: ['actor', 'speaker', 'person'],
  organization: ['organization', 'organisation'],
  role: ['role'],
  recipient: ['recipient', 'addressee'],
  theme: ['theme_path', 'theme', 'concept'],
  code: ['code', 'codes', 'tag', 'tags', 'codes_applied_combined'],
  stance: ['stance', 'agreement'],
  status: ['status'],
  certainty: ['certainty'],
  date: ['event_date'],
  place: ['place'],
  latitude: ['place_latitude'],
  longitude: ['place_longitude'],
  precision: ['place_precision'],
  reportedBy: ['reported_by'],
  memo: ['memo', 'comment', 'note', 'notes'],
  by: ['author', 'coder', 'created_by', 'excerpt_creator', 'tagged_by'],
  at: ['created_at', 'created'],
} as const satisfies Record<string, readonly string[]>

export type RowsColumn = keyof typeof CALLED

/** Where each column stands; those that are not there are absent. */
export type RowsHead = Partial<Record<RowsColumn, number>>

/** Reads the first record of a table; null when it is no heading of passages: it names no words, or no document they stand in. */
export function readRowsHead(record: readonly string[]): RowsHead | null {
  const headings = record.map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, '_'),
  )
  const head: RowsHead = {}
  for (const column of Object.keys(CALLED) as RowsColumn[])
    for (const name of CALLED[column]) {
      const index = headings.indexOf(name)
      if (index >= 0) head[column] ??= index
    }
  const namesDocument = head.documentId !== undefined || head.title !== undefined || head.url !== undefined
  return head.quote !== undefined && namesDocument ? head : null
}
