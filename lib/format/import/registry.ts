import { isWebAddress, LONGEST_META } from '#/lib/document/check-meta.ts'
import { t } from '#/lib/message/t.ts'
import { oneLine } from '#/lib/one-line.ts'
import { blocksText } from '#/lib/text/block.ts'
import { cleanBlocks } from './clean-blocks.ts'
import { guessLanguage } from './guess-language.ts'
import { type ExtractedSource, type ImportFormat, type ImportHints, type ReadSource, type RefusedSource, refuse } from './import-result.ts'
import { IMPORT_LIMITS } from './limits.ts'
import { type PastedText, readPaste } from './paste.ts'
import { PASTED_NAME } from './pasted-name.ts'
import { sniff } from './sniff.ts'

type FileFormat = Exclude<ImportFormat, 'paste'>

interface Reader {
  /** Completes "This is ...". */
  name: string
  extension: string
  /** Loads the reader's libraries only when one is needed: a process is started for every file. */
  read(bytes: Uint8Array): Promise<ReadSource | RefusedSource>
}

const READERS: Record<FileFormat, Reader> = {
  txt: {
    get name() {
      return t('plain text')
    },
    extension: '.txt',
    read: async (bytes) => (await import('./txt.ts')).readTxt(bytes),
  },
  md: {
    get name() {
      return t('Markdown')
    },
    extension: '.md',
    read: async (bytes) => (await import('./markdown.ts')).readMarkdown(bytes),
  },
  html: {
    get name() {
      return t('a web page')
    },
    extension: '.html',
    read: async (bytes) => (await import('./html.ts')).readHtml(bytes),
  },
  docx: {
    get name() {
      return t('a Word document')
    },
    extension: '.docx',
    read: async (bytes) => (await import('./docx.ts')).readDocx(bytes),
  },
  pdf: { name: 'a PDF', extension: '.pdf', read: async (bytes) => (await import('./pdf.ts')).readPdf(bytes) },
}
const EXTENSIONS: Readonly<Record<string, FileFormat>> = {
  txt: 'txt',
  text: 'txt',
  md: 'md',
  markdown: 'md',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
  docm: 'docx',
  pdf: 'pdf',
}

/** UTF-16 units; a person may give a longer title. */
const LONGEST_TITLE = 300

/** Reads a file by what it holds; a file that is not what its name claims is refused in words. */
export async function extractFile(bytes: Uint8Array, hints: ImportHints): Promise<ExtractedSource | RefusedSource> {
  if (bytes.length === 0) return refuse('empty', t('This file is empty. Check where it came from and add it again.'))
  if (bytes.length > IMPORT_LIMITS.file)
    return refuse('too-large', t('This file is larger than 50 MB. Split it, or save its text alone and add that.'))
  if (isProject(bytes, hints.fileName))
    return refuse(
      'unsupported',
      t('This is a project of another program, with what was coded in it. Choose “Import a project” and add it there.'),
    )
  const format = chooseFormat(bytes, claimedFormat(hints.fileName))
  if (typeof format !== 'string') return format
  const source = await READERS[format].read(bytes)
  return source.ok ? finish(source, format, hints.fileName) : source
}

/** Reads pasted text. */
export function extractPaste(pasted: PastedText): ExtractedSource | RefusedSource {
  if (pasted.text.trim() === '' && !pasted.html) return refuse('empty', t('There is no text to add. Paste some text first.'))
  return finish(readPaste(pasted), 'paste', PASTED_NAME)
}

/** Projects hold many texts: they have a way in of their own. */
function isProject(bytes: Uint8Array, fileName: string): boolean {
  return /\.(?:qdpx|qde|dna)$/i.test(fileName) || new TextDecoder().decode(bytes.subarray(0, 16)) === 'SQLite format 3\0'
}

function claimedFormat(fileName: string): FileFormat | undefined {
  return EXTENSIONS[/\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '']
}

function chooseFormat(bytes: Uint8Array, claimed: FileFormat | undefined): FileFormat | RefusedSource {
  const content = sniff(bytes)
  switch (content.kind) {
    case 'zip':
      if (claimed === 'docx' || claimed === undefined) return 'docx'
      return refuse(
        'mislabelled',
        t('This is an Office document or ZIP archive, not {kind}. Give it its right ending, for example .docx, and add it again.', {
          kind: READERS[claimed].name,
        }),
      )
    case 'pdf':
      return claimed === 'pdf' || claimed === undefined ? 'pdf' : mislabelled('pdf', claimed)
    case 'ole':
      return refuseOle(bytes)
    case 'rtf':
      return refuse('unsupported', t('This is an RTF document. Save it as DOCX and add that.'))
    case 'other':
      return refuse(
        claimed ? 'mislabelled' : 'unsupported',
        t('This is {what}, not a text. Add TXT, Markdown, HTML, DOCX or PDF.', { what: content.what }),
      )
    case 'html':
      return claimed === 'docx' || claimed === 'pdf' ? mislabelled('html', claimed) : claimed === 'md' ? 'md' : 'html'
    case 'text':
      return claimed === 'docx' || claimed === 'pdf' ? mislabelled('txt', claimed) : (claimed ?? 'txt')
  }
}

function mislabelled(is: FileFormat, claimed: FileFormat): RefusedSource {
  const { name, extension } = READERS[is]
  return refuse(
    'mislabelled',
    t('This is {name}, not {kind}. Rename it to end in {extension} and add it again.', { name, kind: READERS[claimed].name, extension }),
  )
}

/** The container of old Office files, and of new ones with a password. Names in it are UTF-16. */
function refuseOle(bytes: Uint8Array): RefusedSource {
  const names = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1))
  if (names.includes('EncryptedPackage'))
    return refuse('encrypted', t('This document is protected by a password. Save it without the password and add it again.'))
  return refuse('unsupported', t('This is a document of an old Office version (DOC, XLS or PPT). Save it as DOCX and add that.'))
}

function finish(source: ReadSource, format: ImportFormat, fileName: string): ExtractedSource | RefusedSource {
  const blocks = cleanBlocks(source.blocks)
  const text = blocksText(blocks)
  if (!/[\p{L}\p{N}]/u.test(text)) return refuse('no-text', t('There is no text in this file. Check it, or paste the text instead.'))
  if (new TextEncoder().encode(text).length > IMPORT_LIMITS.text)
    return refuse('too-large', t('The text is larger than 20 MB. Split the file and add the parts.'))
  const heading = blocks.find((block) => block.type === 'heading' && block.level === 1)
  const title = line(source.title) || line(heading && blocksText([heading])) || titleOfFile(fileName)
  const { url, ...rest } = source
  return {
    ...rest,
    format,
    blocks,
    title,
    author: line(source.author, LONGEST_META.author),
    outlet: line(source.outlet, LONGEST_META.outlet),
    // What the file says of itself must never keep it out.
    ...(url && url.length <= LONGEST_META.url && isWebAddress(url) && { url }),
    ...guessLanguage(text, source.language),
  }
}

function line(text: string | undefined, longest = LONGEST_TITLE): string {
  return oneLine(text ?? '')
    .slice(0, longest)
    .toWellFormed()
}

/** "2024-12-03_hotline-brief.txt" becomes "2024-12-03 hotline-brief". */
function titleOfFile(fileName: string): string {
  const base = line(fileName.replace(/^.*[\\/]/, '')).replace(/\.[a-z0-9]{1,8}$/i, '')
  return line(base.replaceAll('_', ' ')) || t('Untitled')
}
