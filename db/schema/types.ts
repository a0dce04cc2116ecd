import { customType, timestamp } from 'drizzle-orm/pg-core'

/** Raw bytes. */
export const bytea = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
  fromDriver: (value) => new Uint8Array(value.buffer, value.byteOffset, value.byteLength),
})

/** A moment, with time zone; a `Date` in code. */
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** Words of a text for full-text search, as PostgreSQL keeps them. Always generated, never written. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** The number of a transaction; text in code, to be compared for being the same. */
export const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' })
