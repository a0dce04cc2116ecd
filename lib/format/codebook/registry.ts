import { type RefusedSource, refuse } from '#/lib/format/import/import-result.ts'
import { sniff } from '#/lib/format/import/sniff.ts'
import { t } from '#/lib/message/t.ts'
import type { BookReader, BookSort, ReadBook } from './book.ts'
import type { CodebookFormat } from './codebook-formats.ts'
import { writeCsv } from './csv.ts'
import type { BookWriter } from './format.ts'
import { writeJson } from './json.ts'
import { writeQdc } from './qdc.ts'
import { writeXlsx } from './xlsx.ts'

/** The writer of each format. A new format: its files beside these, its words in codebook-formats.ts, its losses, its lines here. */
export const CODEBOOK_WRITERS: Record<CodebookFormat['id'], BookWriter> = {
  json: writeJson,
  xlsx: writeXlsx,
  csv: writeCsv,
  qdc: writeQdc,
}

/** Loads the libraries of a reader only when it is needed: a process is started for every file. */
const READERS: Record<CodebookFormat['id'], () => Promise<BookReader>> = {
  json: async () => (await import('./json.ts')).readJson,
  xlsx: async () => (await import('./read-xlsx.ts')).readXlsx,
  csv: async () => (await import('./csv.ts')).readCsv,
  qdc: async () => (await import('./read-qdc.ts')).readQdc,
}

/** Bytes of a file: 20,000 actors with five names each are about 10 MB as JSON. */
export const CODEBOOK_FILE_LIMIT = 32 * 1024 * 1024

/** Reads a codebook by what the file holds, whatever its name. */
export async function readCodebookFile(bytes: Uint8Array, unsaid: BookSort): Promise<ReadBook | RefusedSource> {
  if (bytes.length === 0) return refuse('empty', t('This file is empty. Check where it came from and add it again.'))
  if (bytes.length > CODEBOOK_FILE_LIMIT)
    return refuse('too-large', t('This file is larger than 32 MB. Split the codebook and add the parts.'))
  const format = formatOf(bytes)
  return typeof format === 'string' ? (await READERS[format]())(bytes, unsaid) : format
}

function formatOf(bytes: Uint8Array): CodebookFormat['id'] | RefusedSource {
  const content = sniff(bytes)
  if (content.kind === 'zip') return 'xlsx'
  if (content.kind === 'ole')
    return refuse(
      'unsupported',
      t('This is an old Excel workbook, or one with a password. Save it as XLSX without a password and add that.'),
    )
  if (content.kind === 'other')
    return refuse('unsupported', t('This is {what}, no codebook. Add a QDC, CSV, XLSX or JSON file.', { what: content.what }))
  if (content.kind === 'pdf' || content.kind === 'rtf' || content.kind === 'html')
    return refuse('unsupported', t('This is {what}, no codebook. Add a QDC, CSV, XLSX or JSON file.', { what: NOT_BOOKS[content.kind] }))
  // UTF-16 has a zero byte on one side of the sign.
  const start = new TextDecoder('windows-1252')
    .decode(bytes.subarray(0, 4096))
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '')
    .replaceAll('\0', '')
    .trimStart()
  if (start.startsWith('<')) return 'qdc'
  return start.startsWith('{') ? 'json' : 'csv'
}

const NOT_BOOKS = {
  pdf: 'a PDF',
  get rtf() {
    return t('an RTF document')
  },
  get html() {
    return t('a web page')
  },
} as const
