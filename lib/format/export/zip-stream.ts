import { pipeline, Readable } from 'node:stream'
import { constants, crc32, createDeflateRaw, deflateRawSync } from 'node:zlib'

/** A file of an archive; its contents are asked for when its turn comes. */
export interface ZipEntry {
  /** Path within the archive, ASCII, "/" between. */
  path: string
  chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>
}

interface ZipOptions {
  /**
   * Writes the sizes of an entry before its data, as some readers want them: an entry is then held, deflated, until it is whole.
   */
  sizesFirst?: boolean
}

interface Written {
  path: Buffer
  crc: number
  packed: number
  size: number
  offset: number
}

const LIMIT = 0xffff_ffff
const VERSION = 20
/** Bit 11: UTF-8 names. */
const UTF8 = 0x0800
/** Bit 3: sizes and checksum follow the data. */
const SIZES_AFTER = 0x0008
const DEFLATE = 8
/** 1 January 1980, the earliest day the format knows: exports of the same data are the same bytes. */
const DAY = 0x0021

/**
 * Writes a ZIP archive piece by piece (PKWARE APPNOTE 6.3.3 without ZIP64): each entry deflated as it comes, sizes after the data,
 * the directory at the end. Holds one chunk at a time, but with `sizesFirst`.
 *
 * @throws RangeError when an entry or the archive passes 4 GiB
 */
export async function* zipStream(
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
  { sizesFirst = false }: ZipOptions = {},
): AsyncGenerator<Uint8Array> {
  const flags = sizesFirst ? UTF8 : UTF8 | SIZES_AFTER
  const written: Written[] = []
  let offset = 0
  for await (const { path, chunks } of entries) {
    const entry: Written = { path: Buffer.from(path), crc: 0, packed: 0, size: 0, offset }
    const held: Uint8Array[] = []
    if (!sizesFirst) yield localHeader(entry, flags)
    for await (const packed of packedOf(chunks, entry)) {
      entry.packed += packed.length
      if (sizesFirst) held.push(packed)
      else yield packed
    }
    if (sizesFirst) yield Buffer.concat([localHeader(entry, flags), ...held])
    const tail = sizesFirst ? Buffer.alloc(0) : dataDescriptor(entry)
    offset += HEADER + entry.path.length + entry.packed + tail.length
    if (Math.max(entry.size, offset) > LIMIT) throw new RangeError('The archive is larger than 4 GiB')
    written.push(entry)
    if (tail.length > 0) yield tail
  }
  yield directory(written, offset, flags)
}

/** What is whole and small is deflated at once: handing each of thousands to another thread takes longer than the work. */
const SMALL = 1 << 18

function packedOf(chunks: ZipEntry['chunks'], entry: Written): Iterable<Buffer> | AsyncIterable<Uint8Array> {
  const [only] = Array.isArray(chunks) && chunks.length === 1 ? (chunks as (string | Uint8Array)[]) : []
  if (only === undefined || only.length > SMALL) return deflate(counted(chunks, entry))
  const bytes = Buffer.from(only as Uint8Array)
  entry.crc = crc32(bytes)
  entry.size = bytes.length
  return [deflateRawSync(bytes, { level: constants.Z_BEST_SPEED })]
}

async function* counted(chunks: ZipEntry['chunks'], entry: Written): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk as Uint8Array)
    entry.crc = crc32(bytes, entry.crc)
    entry.size += bytes.length
    yield bytes
  }
}

/** Abandoning the result stops the source too. */
function deflate(source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const packer = createDeflateRaw({ level: constants.Z_BEST_SPEED })
  pipeline(Readable.from(source), packer, () => {}) // a failure reaches the reader through `packer`
  return packer
}

const HEADER = 30

/** Sizes that are not known yet are zero; the flags say so. */
function localHeader({ path, crc, packed, size }: Written, flags: number): Buffer {
  const header = Buffer.alloc(HEADER)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(VERSION, 4)
  header.writeUInt16LE(flags, 6)
  header.writeUInt16LE(DEFLATE, 8)
  header.writeUInt16LE(DAY, 12)
  header.writeUInt32LE(crc, 14)
  header.writeUInt32LE(packed, 18)
  header.writeUInt32LE(size, 22)
  header.writeUInt16LE(path.length, 26)
  return Buffer.concat([header, path])
}

function dataDescriptor({ crc, packed, size }: Written): Buffer {
  const descriptor = Buffer.alloc(16)
  descriptor.writeUInt32LE(0x08074b50, 0)
  descriptor.writeUInt32LE(crc, 4)
  descriptor.writeUInt32LE(packed, 8)
  descriptor.writeUInt32LE(size, 12)
  return descriptor
}

function directory(written: readonly Written[], offset: number, flags: number): Buffer {
  const headers = written.map((entry) => {
    const header = Buffer.alloc(46)
    header.writeUInt32LE(0x02014b50, 0)
    header.writeUInt16LE(VERSION, 4)
    header.writeUInt16LE(VERSION, 6)
    header.writeUInt16LE(flags, 8)
    header.writeUInt16LE(DEFLATE, 10)
    header.writeUInt16LE(DAY, 14)
    header.writeUInt32LE(entry.crc, 16)
    header.writeUInt32LE(entry.packed, 20)
    header.writeUInt32LE(entry.size, 24)
    header.writeUInt16LE(entry.path.length, 28)
    header.writeUInt32LE(entry.offset, 42)
    return Buffer.concat([header, entry.path])
  })
  const size = headers.reduce((sum, header) => sum + header.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(written.length, 8)
  end.writeUInt16LE(written.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...headers, end])
}
