import { documentsOf } from './by-document.ts'
import type { ExportWriter } from './format.ts'
import { ReferenceKeys } from './reference-key.ts'

const ESCAPES: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** The documents of the excerpts as BibLaTeX `@online` entries, UTF-8; names in braces, so that no program splits them. */
export const writeBibtex: ExportWriter = async function* (batches, { workspace, origin, exportedAt }) {
  const keys = new ReferenceKeys()
  for await (const document of documentsOf(batches)) {
    const { title, author, outlet, publishedOn, url, language } = document
    const fields = {
      title: `{${latex(title)}}`,
      author: author && `{${latex(author)}}`,
      organization: outlet && `{${latex(outlet)}}`,
      date: publishedOn ?? '',
      url: plainUrl(url || `${origin}/w/${workspace.id}/documents/${document.id}`),
      urldate: new Date(exportedAt).toISOString().slice(0, 10),
      language: language === 'und' ? '' : language,
    }
    const told = Object.entries(fields).filter(([, value]) => value !== '')
    yield `@online{${keys.of(document)},\n${told.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}\n\n`
  }
}

function latex(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\{}&%$#_~^]/g, (sign) => ESCAPES[sign] ?? sign)
}

/** An address is taken as it is, but its braces would end the field. */
function plainUrl(url: string): string {
  return url.replaceAll('{', '%7B').replaceAll('}', '%7D').replace(/\s/g, '%20')
}
