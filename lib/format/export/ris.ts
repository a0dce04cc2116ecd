import { documentsOf } from './by-document.ts'
import type { ExportWriter } from './format.ts'

/** The documents of the excerpts in RIS (Zotero, EndNote, Mendeley): a record each, "\r\n" between lines. */
export const writeRis: ExportWriter = async function* (batches, { workspace, origin }) {
  for await (const { id, title, author, outlet, publishedOn, url, language } of documentsOf(batches)) {
    const lines: [tag: string, value: string][] = [
      ['TI', title],
      ['AU', author],
      ['PB', outlet],
      ['PY', publishedOn?.slice(0, 4) ?? ''],
      ['DA', publishedOn?.replaceAll('-', '/') ?? ''],
      ['UR', url],
      ['LA', language === 'und' ? '' : language],
      ['L2', `${origin}/w/${workspace.id}/documents/${id}`],
    ]
    const told = lines.filter(([, value]) => value !== '').map(([tag, value]) => `${tag}  - ${value.replace(/\s+/g, ' ')}\r\n`)
    yield `TY  - ELEC\r\n${told.join('')}ER  - \r\n\r\n`
  }
}
