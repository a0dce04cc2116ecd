import { createReadStream } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import { createGunzip } from 'node:zlib'
import { type Mark, mark } from './manifest.ts'

/** Rows that are handed on at once: so many characters, a single row excepted. */
const BATCH_CHARS = 4 << 20

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
    throw new NoBackup('It is no backup of this version of Interline, or it is damaged.')
  }
}

/** Own splitting, because node:readline also ends lines at U+2028, which texts hold. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let rest: string[] = []
  const raw = createReadStream(file)
  const unzipped = raw.pipe(createGunzip())
  raw.once('error', (error) => unzipped.destroy(error))
  try {
    for await (const chunk of unzipped) {
      const parts = decoder.write(chunk as Buffer).split('\n')
      for (const part of parts.slice(0, -1)) {
        rest.push(part)
        yield rest.join('')
        rest = []
      }
      rest.push(parts.at(-1) ?? '')
    }
  } catch (error) {
    throw wording(error as NodeJS.ErrnoException)
  } finally {
    raw.destroy()
  }
  if (rest.join('') + decoder.end() !== '') throw new NoBackup('The file ends early: it was cut off.')
}

function wording(error: NodeJS.ErrnoException): Error {
  if (error.code === 'Z_BUF_ERROR') return new NoBackup('The file ends early: it was cut off.')
  if (error.code?.startsWith('Z_')) return new NoBackup('The file is damaged: its compression does not add up.')
  return error
}
