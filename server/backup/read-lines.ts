import { createReadStream } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import { createGunzip } from 'node:zlib'
import { t } from '#/lib/message/t.ts'
import { type Mark, mark } from './manifest.ts'

/** Rows that are handed on at once: so many characters, a single row excepted. */
const BATCH_CHARS = 4 << 20
/** A longer row was never written: the largest original there may be, as base64, with its text. */
const LONGEST_ROW = 200 << 20
/** What is written unpacks to a few times its size; something that grows more is meant to fill a memory. */
const MOST_GROWTH = 200
const FREE_GROWTH = 64 << 20

/** A mark, or rows of the table whose mark came last. */
export type Piece = { mark: Mark } | { lines: string[] }

/** Why a file is no backup, in a sentence. */
export class NoBackup extends Error {}

/**
 * The content of a backup file, in order, in bounded memory.
 *
 * @throws NoBackup when the file is damaged, cut off, or something else
 */
export async function* readPieces(file: string): AsyncGenerator<Piece> {
  let lines: string[] = []
  let chars = 0
  for await (const line of linesOf(file)) {
    const isMark = line.startsWith('#')
    if (lines.length > 0 && (isMark || chars + line.length > BATCH_CHARS)) {
      yield { lines }
      lines = []
      chars = 0
    }
    if (isMark) yield { mark: parseMark(line) }
    else {
      lines.push(line)
      chars += line.length
    }
  }
  if (lines.length > 0) yield { lines }
}

function parseMark(line: string): Mark {
  try {
    return mark.parse(JSON.parse(line.slice(1)))
  } catch {
    throw notOurs()
  }
}

function notOurs(): NoBackup {
  return new NoBackup(t('This is neither an archive nor a backup of this version of Interline, or it is damaged.'))
}

/** Own splitting, because node:readline also ends lines at U+2028, which texts hold. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let rest: string[] = []
  let restChars = 0
  let unpacked = 0
  const raw = createReadStream(file)
  const unzipped = raw.pipe(createGunzip())
  raw.once('error', (error) => unzipped.destroy(error))
  try {
    for await (const chunk of unzipped) {
      unpacked += (chunk as Buffer).length
      if (unpacked > FREE_GROWTH && unpacked > raw.bytesRead * MOST_GROWTH)
        throw new NoBackup(t('The file unpacks to far more than it should.'))
      const parts = decoder.write(chunk as Buffer).split('\n')
      for (const part of parts.slice(0, -1)) {
        rest.push(part)
        yield rest.join('')
        rest = []
        restChars = 0
      }
      const open = parts.at(-1) ?? ''
      restChars += open.length
      if (restChars > LONGEST_ROW) throw new NoBackup(t('The file has a row that is too long.'))
      rest.push(open)
    }
  } catch (error) {
    throw wording(error as NodeJS.ErrnoException, unpacked === 0)
  } finally {
    raw.destroy()
  }
  if (rest.join('') + decoder.end() !== '') throw new NoBackup(t('The file ends early: it was cut off.'))
}

function wording(error: NodeJS.ErrnoException, isNothingRead: boolean): Error {
  if (error.code === 'Z_BUF_ERROR') return new NoBackup(t('The file ends early: it was cut off.'))
  if (error.code?.startsWith('Z_') && isNothingRead) return notOurs()
  if (error.code?.startsWith('Z_')) return new NoBackup(t('The file is damaged: its compression does not add up.'))
  return error
}
