import { plainLines } from '#/lib/excerpt/citation.ts'
import type { Excerpt } from '#/lib/excerpt/excerpt.ts'
import type { ExportWriter } from './format.ts'

const COLUMNS = [
  'statement_id',
  'time',
  'person',
  'organization',
  'concept',
  'agreement',
  'start_position',
  'stop_position',
  'text',
  'coder',
  'document_id',
  'document_title',
  'document_author',
  'document_source',
  'document_section',
  'document_type',
]

/**
 * The event list of Discourse Network Analyzer (version 3, its default statement type): one row per source and theme of a statement, `;`
 * between, everything in quotation marks (doubled inside, where DNA itself would replace them). `agreement` is 1 for support, 0 for
 * opposition and empty for anything else; positions are UTF-16 units, as DNA counts.
 */
export const writeDnaEvents: ExportWriter = async function* (batches) {
  yield `${record(COLUMNS)}\n`
  const documents = new Map<string, number>()
  let statement = 0
  for await (const batch of batches) {
    let text = ''
    for (const excerpt of batch) {
      const { document } = excerpt
      const number = documents.get(document.id) ?? documents.size + 1
      documents.set(document.id, number)
      for (const row of rowsOf(excerpt)) text += `${record([++statement, ...row.slice(0, 9), number, ...row.slice(9)])}\n`
    }
    yield text
  }
}

/** All columns but `statement_id` and `document_id`. */
function rowsOf({ document, actors, themes, tagger, ...excerpt }: Excerpt): (string | number)[][] {
  const time = document.publishedOn ? `${document.publishedOn} 00:00:00` : ''
  const agreement = { supports: 1, opposes: 0, neutral: '', mixed: '', none: '' } as const
  return actors
    .filter(({ role }) => role === 'source')
    .flatMap(({ name, kind }) =>
      themes.map(({ path, stance }) => [
        time,
        kind === 'person' ? name : '',
        kind === 'person' ? '' : name,
        path.join(' > '),
        agreement[stance],
        excerpt.startUtf16 ?? '',
        excerpt.endUtf16 ?? '',
        plainLines(excerpt.quote),
        tagger.name,
        document.title,
        document.author,
        document.outlet,
        '',
        '',
      ]),
    )
}

const record = (cells: readonly (string | number)[]) => cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(';')
