import { Buffer } from 'node:buffer'
import mammoth from 'mammoth'
import { t } from '#/lib/message/t.ts'
import { checkXml } from './check-xml.ts'
import { readHtmlText } from './html.ts'
import { type ReadSource, type RefusedSource, refuse } from './import-result.ts'
import { startsWithTitle } from './title-block.ts'
import { readZipParts, type ZipParts } from './zip-parts.ts'

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
]
/** Parts that somebody parses: mammoth, or the notes below. */
const READ_PART = /^(?:\[Content_Types\]|docProps\/core|word\/[^/]+)\.xml$|\.rels$/
/** Names that Office writes when nobody gave one. */
const NOBODY = /^(?:user|admin\w*|author|microsoft\b.*|office\b.*|windows\b.*|пользователь|unknown|python-docx|apache poi)$/i

/** Reads a Word document. What has no place in plain text (comments, headers, pictures) is named in the notes. */
export async function readDocx(bytes: Uint8Array): Promise<ReadSource | RefusedSource> {
  const zip = await readZipParts(bytes, (name) => READ_PART.test(name))
  if (!zip.ok) return zip
  if (!zip.names.has('word/document.xml')) return refuseOtherZip(zip)
  const refusal = refuseXml(zip)
  if (refusal) return refusal
  let html: string
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
    html = (await mammoth.convertToHtml({ buffer }, { styleMap: STYLES, convertImage, externalFileAccess: false })).value
  } catch {
    return refuse('corrupt', t('This Word document is damaged and cannot be read. Open it in Word, save it again and add the new copy.'))
  }
  const source = readHtmlText(numberNotes(html))
  return {
    ...source,
    ...properties(part(zip, 'docProps/core.xml'), startsWithTitle(source.blocks)),
    notes: [...wordNotes(zip), ...source.notes],
  }
}

/** Footnotes and endnotes come last, as a list with links back; they read better with the number their reference shows. */
function numberNotes(html: string): string {
  let number = 0
  return html
    .replace(/ ?<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g, '')
    .replace(/<li id="(?:foot|end)note-[^"]*"><p>\s*/g, () => `<p>[${++number}] `)
}

/** Parts are parsed by mammoth too, which knows no limits. */
function refuseXml({ parts }: ZipParts): RefusedSource | null {
  for (const bytes of parts.values()) {
    const wrong = checkXml(new TextDecoder().decode(bytes))
    if (wrong === 'too-deep') return refuse('too-complex', t('This file is nested too deep to read. Save it as plain text and add that.'))
    if (wrong) return refuse('corrupt', t('This file is not as Word writes it. Open it in Word, save it again and add the new copy.'))
  }
  return null
}

function part(zip: ZipParts, name: string): string {
  return new TextDecoder().decode(zip.parts.get(name))
}

function wordNotes(zip: ZipParts): string[] {
  const notes: string[] = []
  const comments = part(zip, 'word/comments.xml').match(/<w:comment[ >]/g)?.length ?? 0
  if (comments > 0)
    notes.push(t('{count, plural, one {# Word comment was left out.} other {# Word comments were left out.}}', { count: comments }))
  const margins = Array.from(zip.parts.keys()).filter((name) => /^word\/(?:header|footer)/.test(name))
  if (margins.some((name) => /<w:t[ >][^<]*[^<\s]/.test(part(zip, name)))) notes.push(t('Page headers and footers were left out.'))
  const text = part(zip, 'word/document.xml')
  if (/<w:(?:ins|del) /.test(text)) notes.push(t('Tracked changes were read as accepted.'))
  const has = (pattern: RegExp) => Array.from(zip.names).some((name) => pattern.test(name))
  if (has(/vbaProject\.bin$/i)) notes.push(t('Macros were left out.'))
  if (has(/^word\/(?:embeddings|activeX)\//i)) notes.push(t('Embedded objects were left out.'))
  if (/<Relationship\s[^>]*\/(?:image|oleObject|frame|subDocument|attachedTemplate)"[^>]*TargetMode="External"/.test(relations(zip)))
    notes.push(t('Parts of this document that are kept elsewhere were left out. Nothing was fetched.'))
  if (/<w:footnoteReference |<w:endnoteReference /.test(text)) notes.push(t('Footnotes were put at the end, by their numbers.'))
  return notes
}

function relations(zip: ZipParts): string {
  return Array.from(zip.parts.keys(), (name) => (name.endsWith('.rels') ? part(zip, name) : '')).join('\n')
}

function properties(core: string, hasTitle: boolean): Pick<ReadSource, 'title' | 'author'> {
  const value = (name: string) => decodeXml(new RegExp(`<dc:${name}>([^<]*)</dc:${name}>`).exec(core)?.[1] ?? '').trim()
  const title = value('title')
  const author = value('creator')
  return { ...(title && !hasTitle && { title }), ...(author && !NOBODY.test(author) && { author }) }
}

function decodeXml(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')
}

function refuseOtherZip({ names }: ZipParts): RefusedSource {
  const has = (prefix: string) => Array.from(names).some((name) => name.startsWith(prefix))
  if (has('xl/')) return refuse('unsupported', t('This is an Excel workbook. Save the text as DOCX, PDF or TXT and add that.'))
  if (has('ppt/')) return refuse('unsupported', t('This is a PowerPoint presentation. Save it as PDF and add that.'))
  if (names.has('content.xml')) return refuse('unsupported', t('This is an OpenDocument file. Save it as DOCX and add that.'))
  if (has('META-INF/') && has('OEBPS/'))
    return refuse('unsupported', t('This is an e-book (EPUB). Save the text as HTML or DOCX and add that.'))
  if (names.has('[Content_Types].xml'))
    return refuse('corrupt', t('This Word document has no text inside. Open it in Word, save it again and add the new copy.'))
  return refuse('unsupported', t('This is a ZIP archive. Unpack it and add the files inside.'))
}
