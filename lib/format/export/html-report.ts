import { counted } from '#/lib/counted.ts'
import { plainLines } from '#/lib/excerpt/citation.ts'
import { type Excerpt, type ExcerptDocument, passagePath } from '#/lib/excerpt/excerpt.ts'
import { xmlAttribute, xmlText } from '#/lib/format/codebook/xml-escape.ts'
import { directionOf } from '#/lib/message/locale.ts'
import { spoken } from '#/lib/message/spoken.ts'
import { t } from '#/lib/message/t.ts'
import { byDocument } from './by-document.ts'
import type { ExportContext, ExportWriter } from './format.ts'
import { HTML_REPORT_CSS } from './html-report-css.ts'
import { placeInText, reportLines, sourceLine } from './report-words.ts'

/**
 * A report as one HTML file that needs nothing else, not even a network: its own style, no script (its policy forbids any), language
 * and direction on every passage. Light and dark as the reader's system is; prints.
 */
export const writeHtmlReport: ExportWriter = async function* (batches, context) {
  const { workspace, exportedAt, origin, filter, codebook, codebookName } = context
  const { language } = spoken()
  const title = xmlText(t('Excerpts of {name}', { name: workspace.name }))
  const address = `${origin}/w/${workspace.id}/excerpts${filter && `?${filter}`}`
  const version = [t('Codebook version {version}', { version: codebook.version }), codebookName && `“${codebookName}”`]
    .filter(Boolean)
    .join(', ')
  yield `<!doctype html>\n<html lang="${language}" dir="${directionOf(language)}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n` +
    `<title>${title}</title>\n<style>${HTML_REPORT_CSS}</style>\n</head>\n<body>\n<header>\n<h1>${title}</h1>\n` +
    `<p>${new Date(exportedAt).toISOString().slice(0, 10)}. ${xmlText(version)}. <a href="${xmlAttribute(address)}">${xmlText(t('Query'))}</a></p>\n</header>\n<main>\n`
  let isOpen = false
  let count = 0
  for await (const { document, excerpts, goesOn } of byDocument(batches)) {
    if (!goesOn) {
      yield (isOpen ? '</section>\n' : '') + documentHead(document)
      isOpen = true
    }
    yield excerpts.map((excerpt) => article(excerpt, context)).join('')
    count += excerpts.length
  }
  yield `${isOpen ? '</section>\n' : ''}</main>\n<footer><p>${xmlText(counted(count, 'excerpt'))}.</p></footer>\n</body>\n</html>\n`
}

function documentHead(document: ExcerptDocument): string {
  const url = /^https?:\/\//i.test(document.url) ? document.url : ''
  const link = url && `<a href="${xmlAttribute(url)}" rel="noopener noreferrer">${xmlText(url)}</a>`
  const from = [xmlText(sourceLine(document)), link].filter(Boolean).join(', ')
  return `<section>\n<h2${markedUp(document)}>${xmlText(document.title)}</h2>\n${from && `<p class="from">${from}</p>\n`}`
}

function article(excerpt: Excerpt, { workspace, origin }: ExportContext): string {
  const { document, annotationId } = excerpt
  const link = origin + passagePath(workspace.id, document.id, annotationId)
  const around = (words: string) => words && `<span class="context">${lines(words)}</span>`
  const passage = `${around(excerpt.contextBefore)}<mark>${lines(excerpt.quote)}</mark>${around(excerpt.contextAfter)}`
  const said = reportLines(excerpt).map(([name, words]) => `<div><dt>${xmlText(name)}</dt><dd dir="auto">${lines(words)}</dd></div>`)
  return `<article id="a-${annotationId}">\n<blockquote${markedUp(document)}>${passage}</blockquote>\n<dl>${said.join('')}</dl>\n<p class="open"><a href="${xmlAttribute(link)}">${xmlText(t('Open'))}</a>, ${xmlText(placeInText(excerpt))}</p>\n</article>\n`
}

function markedUp({ language, direction }: ExcerptDocument): string {
  return `${language === 'und' ? '' : ` lang="${xmlAttribute(language)}"`} dir="${direction}"`
}

function lines(text: string): string {
  return xmlText(plainLines(text)).replaceAll('\n', '<br>')
}
