import { documentsOf } from './by-document.ts'
import type { ExportWriter } from './format.ts'

/** The documents of the excerpts as CSL-JSON 1.0 (Zotero, pandoc): names as they were entered, since no rule tells a family name in every language. */
export const writeCslJson: ExportWriter = async function* (batches, { workspace, origin, exportedAt }) {
  const accessed = dateParts(new Date(exportedAt).toISOString().slice(0, 10))
  yield '['
  let isFirst = true
  for await (const { id, title, author, outlet, publishedOn, url, language } of documentsOf(batches)) {
    const item = {
      id,
      type: 'webpage',
      title,
      ...(author && { author: [{ literal: author }] }),
      ...(outlet && { 'container-title': outlet }),
      ...(publishedOn && { issued: dateParts(publishedOn) }),
      URL: url || `${origin}/w/${workspace.id}/documents/${id}`,
      accessed,
      ...(language !== 'und' && { language }),
    }
    yield `${isFirst ? '\n' : ',\n'}${JSON.stringify(item)}`
    isFirst = false
  }
  yield '\n]\n'
}

const dateParts = (day: string) => ({ 'date-parts': [day.split('-').map(Number)] })
