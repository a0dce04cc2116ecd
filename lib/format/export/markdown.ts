import { plainLines } from '#/lib/excerpt/citation.ts'
import { type Excerpt, passagePath } from '#/lib/excerpt/excerpt.ts'
import { t } from '#/lib/message/t.ts'
import { byDocument } from './by-document.ts'
import type { ExportContext, ExportWriter } from './format.ts'
import { placeInText, reportLines, sourceLine } from './report-words.ts'

/** Characters that Markdown (CommonMark 0.31) could take for marks within a line. "." and "-" only mean something where a line begins. */
const INLINE = /[\\`*_[\]<>#|~!&]/g
const AT_START = /^(\s*)([-+=]|\d+[.)])/

/** A report in Markdown: a heading per document, each excerpt as a quotation with what is said of it and a link that opens it. */
export const writeMarkdown: ExportWriter = async function* (batches, context) {
  const { workspace, exportedAt, origin, filter, codebook } = context
  const address = `${origin}/w/${workspace.id}/excerpts${filter && `?${filter}`}`
  yield `# ${escaped(t('Excerpts of {name}', { name: workspace.name }))}\n\n` +
    `${new Date(exportedAt).toISOString().slice(0, 10)}, ${t('codebook version {version}', { version: codebook.version })}, [${t('query')}](<${address}>)\n`
  for await (const { document, excerpts, goesOn } of byDocument(batches)) {
    const url = webAddress(document.url)
    const from = [escaped(sourceLine(document)), url && `<${url}>`].filter(Boolean).join(', ')
    const heading = goesOn ? '' : `\n## ${escaped(document.title.replace(/\s+/g, ' '))}\n${from && `\n${from}\n`}`
    yield heading + excerpts.map((excerpt) => excerptText(excerpt, context)).join('')
  }
}

function excerptText(excerpt: Excerpt, { workspace, origin }: ExportContext): string {
  const quote = plainLines(excerpt.quote).split('\n').map(escaped)
  const link = origin + passagePath(workspace.id, excerpt.document.id, excerpt.annotationId)
  const said = reportLines(excerpt).map(([name, words]) => `- ${name}: ${words.split('\n').map(escaped).join('  \n  ')}`)
  // Two spaces at the end keep a line break.
  return `\n> ${quote.join('  \n> ')}\n\n${said.join('\n')}\n- [${t('Open')}, ${placeInText(excerpt)}](<${link}>)\n`
}

function escaped(line: string): string {
  return line.replace(INLINE, '\\$&').replace(AT_START, (_, space, mark) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`)
}

/** The address when it is one of the web's and breaks nothing in angle brackets; otherwise empty. */
function webAddress(url: string): string {
  return /^https?:\/\/[^\s<>]+$/i.test(url) ? url : ''
}
