import { getDocumentProxy, getMeta } from 'unpdf'
import { t } from '#/lib/message/t.ts'
import { type ReadSource, type RefusedSource, refuse } from './import-result.ts'
import { withoutFurniture } from './pdf-furniture.ts'
import { lineJoiner } from './pdf-hyphens.ts'
import { type Line, readingLines } from './pdf-lines.ts'
import { type PageText, readPage } from './pdf-page.ts'
import { paragraphs } from './pdf-paragraphs.ts'
import { startsWithTitle } from './title-block.ts'

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>

const noTextWords = () =>
  t('This PDF has no text layer, only pictures of pages. Run text recognition (OCR) on it and add the result, or paste the text.')
const corruptWords = () => t('This PDF is damaged and cannot be read. Save or download it again and add the new copy.')
/** Names that programs write when nobody gave one. */
const NOBODY = /^(?:user|admin\w*|author|microsoft\b.*|unknown|owner)$/i
/** Titles that programs make up from file names. */
const FILE_TITLE = /\.(?:docx?|pdf|indd|tex|dvi|rtf|odt|pages)$|^microsoft word - |^untitled/i

/** Reads the text layer of a PDF: lines put in reading order by where they stand, and joined to paragraphs. */
export async function readPdf(bytes: Uint8Array): Promise<ReadSource | RefusedSource> {
  const pdf = await open(bytes)
  if ('ok' in pdf) return pdf
  try {
    const pages: PageText[] = []
    const broken: number[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pageText(pdf, number)
      pages.push(page ?? { fragments: [], height: 0, rotated: 0 })
      if (!page) broken.push(number)
    }
    if (broken.length === pdf.numPages) return refuse('corrupt', corruptWords())
    if (pages.every((page) => page.fragments.length === 0)) return refuse('no-text', noTextWords())
    const { pages: bare, removed } = withoutFurniture(pages)
    let columns = 0
    const lines = bare.flatMap((page) => readingLines(page.fragments, () => ++columns))
    const blocks = paragraphs(lines, lineJoiner(lines.map((line) => line.text)))
    return {
      ok: true,
      blocks,
      ...(await properties(pdf, startsWithTitle(blocks))),
      notes: [...pdfNotes(pages, broken, removed), ...tableNote(lines), ...actionNote(bytes)],
    }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/** The text of one page, or null when the page is damaged: the others are still worth having. */
async function pageText(pdf: PdfDocument, number: number): Promise<PageText | null> {
  try {
    const page = await pdf.getPage(number)
    const text = await readPage(page)
    page.cleanup()
    return text
  } catch {
    return null
  }
}

/** The document, or why it cannot be opened. */
async function open(bytes: Uint8Array): Promise<PdfDocument | RefusedSource> {
  try {
    // pdf.js takes over the buffer it is given: it gets a copy.
    return await getDocumentProxy(bytes.slice(), { verbosity: 0 })
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      return refuse('encrypted', t('This PDF is protected by a password. Save it without the password and add it again.'))
    return refuse('corrupt', corruptWords())
  }
}

async function properties(pdf: PdfDocument, hasTitle: boolean): Promise<Pick<ReadSource, 'title' | 'author'>> {
  const { info } = await getMeta(pdf)
  const value = (name: string) => (typeof info[name] === 'string' ? info[name].trim() : '')
  const [title, author] = [value('Title'), value('Author')]
  return { ...(title && !hasTitle && !FILE_TITLE.test(title) && { title }), ...(author && !NOBODY.test(author) && { author }) }
}

function pdfNotes(pages: readonly PageText[], broken: readonly number[], furniture: number): string[] {
  const notes: string[] = []
  const fragments = pages.flatMap((page) => page.fragments)
  if (fragments.some((fragment) => fragment.isRtl))
    notes.push(t('Arabic and Hebrew words from a PDF can come out in a wrong order. Check the text against the original.'))
  if (furniture > 0) notes.push(t('Page headers, footers and page numbers were left out.'))
  if (pages.some((page) => page.rotated > 0)) notes.push(t('Text that does not run horizontally was left out.'))
  const empty = pages.flatMap((page, i) => (page.fragments.length === 0 && !broken.includes(i + 1) ? [i + 1] : []))
  if (empty.length > 0)
    notes.push(
      t('{count, plural, one {Page {pages} has no text.} other {Pages {pages} have no text.}}', {
        count: empty.length,
        pages: pageList(empty),
      }),
    )
  if (broken.length > 0)
    notes.push(
      t('{count, plural, one {Page {pages} is damaged and could not be read.} other {Pages {pages} are damaged and could not be read.}}', {
        count: broken.length,
        pages: pageList(broken),
      }),
    )
  const text = fragments.map((fragment) => fragment.text).join('')
  const unknown = text.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0
  if (unknown * 50 > text.length) notes.push(t('Many letters of this PDF could not be read. Check the text against the original.'))
  return notes
}

function tableNote(lines: readonly Line[]): string[] {
  return lines.some((line) => line.isRow) ? [t('Tables were read row by row, with | between the cells.')] : []
}

/** Scripts, and programs or files that a PDF asks to open. Nobody runs them here; people shall know that they were there. */
function actionNote(bytes: Uint8Array): string[] {
  const source = new TextDecoder('latin1').decode(bytes)
  const has = /\/(?:JavaScript|JS|Launch|EmbeddedFile|SubmitForm|ImportData)\b/.test(source)
  return has ? [t('Scripts, actions and attached files of this PDF were left out.')] : []
}

const MOST_PAGES_NAMED = 10

/** "3", "2, 4", "1, 2 ... and 7 more". */
function pageList(numbers: readonly number[]): string {
  const names = numbers.slice(0, MOST_PAGES_NAMED).join(t(', '))
  return numbers.length > MOST_PAGES_NAMED ? t('{names} and {count} more', { names, count: numbers.length - MOST_PAGES_NAMED }) : names
}
