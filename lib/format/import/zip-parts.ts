import { Buffer } from 'node:buffer'
import { fromBufferPromise } from 'yauzl'
import { t } from '#/lib/message/t.ts'
import { type RefusedSource, refuse } from './import-result.ts'
import { IMPORT_LIMITS } from './limits.ts'

export interface ZipParts {
  ok: true
  /** Names of all entries. */
  names: Set<string>
  /** The inflated bytes of the entries that were asked for. */
  parts: Map<string, Uint8Array>
}

/** Bytes that any archive may grow to. */
const SMALL = 20 << 20
const corrupt = () => refuse('corrupt', t('This file is damaged and cannot be opened. Save or download it again and add the new copy.'))

/**
 * Inflates a zip archive once, counting, so that whoever reads it next cannot be made to inflate more than the limits
 * allow. Names that leave the archive's folder make it corrupt.
 *
 * @param wanted which entries to keep; the others are counted and forgotten
 * @param most entries it may have
 */
export async function readZipParts(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  most: number = IMPORT_LIMITS.zipEntries,
): Promise<ZipParts | RefusedSource> {
  const names = new Set<string>()
  const parts = new Map<string, Uint8Array>()
  let inflated = 0
  const mostBytes = Math.min(IMPORT_LIMITS.inflated, Math.max(SMALL, bytes.length * IMPORT_LIMITS.ratio))
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true })
    if (zip.entryCount > most)
      return refuse('too-large', t('This file has too many parts inside. Save the document again, or as plain text, and add that.'))
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted())
        return refuse('encrypted', t('This file is protected by a password. Save it without the password and add it again.'))
      if (isLink(entry.externalFileAttributes)) return corrupt()
      names.add(entry.fileName)
      const chunks: Uint8Array[] = []
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        inflated += (chunk as Uint8Array).length
        if (inflated > mostBytes)
          return refuse('too-large', t('This file grows far too large when unpacked. Save the text without its pictures and add that.'))
        if (wanted(entry.fileName)) chunks.push(chunk as Uint8Array)
      }
      if (wanted(entry.fileName)) parts.set(entry.fileName, Buffer.concat(chunks))
    }
  } catch {
    // yauzl throws one kind of error for everything that is wrong with an archive.
    return corrupt()
  }
  return { ok: true, names, parts }
}

/** Whether an entry made on Unix is a symbolic link. */
function isLink(externalFileAttributes: number): boolean {
  return ((externalFileAttributes >>> 16) & 0xf000) === 0xa000
}
