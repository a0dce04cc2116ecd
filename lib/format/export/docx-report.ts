import type { Excerpt, ExcerptDocument } from '#/lib/excerpt/excerpt.ts'
import { passagePath } from '#/lib/excerpt/excerpt.ts'
import { directionOf } from '#/lib/message/locale.ts'
import { spoken } from '#/lib/message/spoken.ts'
import { t } from '#/lib/message/t.ts'
import { byDocument } from './by-document.ts'
import { documentPart, link, packageParts, paragraph, run } from './docx-parts.ts'
import type { ExportContext, ExportWriter } from './format.ts'
import { placeInText, reportLines, sourceLine } from './report-words.ts'
import { zipStream } from './zip-stream.ts'

/** A report for Word: a heading per document, each excerpt in its context with what is said of it and a link that opens it. */
export const writeDocxReport: ExportWriter = (batches, context) => {
  const title = t('Excerpts of {name}', { name: context.workspace.name })
  return zipStream([documentPart(body(batches, title, context)), ...packageParts(title, { comments: false })])
}

async function* body(batches: AsyncIterable<readonly Excerpt[]>, title: string, context: ExportContext): AsyncGenerator<string> {
  const { workspace, origin, filter, exportedAt, codebook } = context
  const address = `${origin}/w/${workspace.id}/excerpts${filter && `?${filter}`}`
  const isRtl = speaksRtl()
  yield paragraph(run(title, { rtl: isRtl }), { style: 'Title', rtl: isRtl })
  const about = `${new Date(exportedAt).toISOString().slice(0, 10)}, ${t('codebook version {version}', { version: codebook.version })}, `
  yield paragraph(run(about, { rtl: isRtl }) + link(address, t('query')), { style: 'Details', rtl: isRtl })
  for await (const { document, excerpts, goesOn } of byDocument(batches)) {
    if (!goesOn) yield heading(document)
    yield excerpts.map((excerpt) => entry(excerpt, context)).join('')
  }
}

function heading(document: ExcerptDocument): string {
  const rtl = document.direction === 'rtl'
  const source = sourceLine(document)
  const from = [run(source), /^https?:\/\//i.test(document.url) ? link(document.url, document.url) : ''].filter(Boolean)
  return (
    paragraph(run(document.title, { rtl }), { style: 'Heading1', rtl }) +
    (from.length ? paragraph(from.join(run(', ')), { style: 'Details', rtl: speaksRtl() }) : '')
  )
}

function entry(excerpt: Excerpt, { workspace, origin }: ExportContext): string {
  const rtl = excerpt.document.direction === 'rtl'
  const passage =
    run(excerpt.contextBefore, { muted: true, rtl }) +
    run(excerpt.quote, { highlight: true, rtl }) +
    run(excerpt.contextAfter, { muted: true, rtl })
  const address = origin + passagePath(workspace.id, excerpt.document.id, excerpt.annotationId)
  const details = { style: 'Details', rtl: speaksRtl() }
  const said = reportLines(excerpt).map(([name, words]) =>
    paragraph(run(`${name}: `, { bold: true, rtl: details.rtl }) + run(words), details),
  )
  const open = paragraph(link(address, t('Open')) + run(`, ${placeInText(excerpt)}`, { rtl: details.rtl }), details)
  return paragraph(passage, { style: 'Quote', rtl }) + said.join('') + open
}

/** Whether what the report says of the texts runs from the right. */
function speaksRtl(): boolean {
  return directionOf(spoken().language) === 'rtl'
}
