import { crc32, deflateRawSync } from 'node:zlib'

export interface HostileEntry {
  name: string
  content: string | Uint8Array
  /** What the archive says it inflates to; absent: the truth. */
  declared?: number
  /** A symbolic link, as Unix programs store one. */
  isLink?: boolean
}

interface Packed {
  bytes: Uint8Array
  packed: Buffer
  crc: number
}
/** The same contents come again and again, some of them large. */
const known = new Map<string | Uint8Array, Packed>()

function pack(content: string | Uint8Array): Packed {
  const before = known.get(content)
  if (before) return before
  const bytes = Buffer.from(content)
  const packed = { bytes, packed: deflateRawSync(bytes), crc: crc32(bytes) }
  known.set(content, packed)
  return packed
}

/** A zip archive (deflated) whose entries may lie, leave their folder or point elsewhere. */
export function hostileZip(entries: readonly HostileEntry[]): Uint8Array {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, content, declared, isLink } of entries) {
    const { bytes, packed, crc } = pack(content)
    const path = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt16LE(0x21, 8)
    common.writeUInt32LE(crc, 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(declared ?? bytes.length, 18)
    common.writeUInt16LE(path.length, 22)
    const entry = Buffer.alloc(16)
    entry.writeUInt32LE(isLink ? 0xa1ff0000 : 0, 8)
    entry.writeUInt32LE(offset, 12)
    local.push(Buffer.from('PK\x03\x04'), common, path, packed)
    central.push(Buffer.from([0x50, 0x4b, 1, 2, 20, isLink ? 3 : 0]), common, entry.subarray(2), path)
    offset += 30 + path.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length & 0xffff, 8)
  end.writeUInt16LE(entries.length & 0xffff, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...local, directory, end]))
}
