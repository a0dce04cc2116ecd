/**
 * Version of what page and server say to each other over the collaboration socket. Raise it whenever an older page would
 * misread the server, or the server an older page: those pages are then asked to reload.
 */
export const PROTOCOL = 1

/**
 * Major version of the text and layer model. Raise it when an older page could damage what a newer one wrote. Changes that
 * a device keeps from another version are never merged.
 */
export const SCHEMA = 1

/** Which past of the database a page, a device's copy or a server belongs to. */
export interface Installation {
  /** Goes up whenever the database is restored from a backup. */
  generation: number
  /** When the backup was made that the database was restored from, ms since 1970; null: it never was, or nobody noted it. */
  restoredFrom: number | null
}

/** What a page says about itself in the address of its socket. */
export interface PageVersion {
  generation: number
  protocol: number
  schema: number
}

/** The address of the collaboration socket for a page of this build. @param endpoint ws: or wss: address without parameters */
export function collabAddress(endpoint: string, generation: number): string {
  return `${endpoint}?generation=${generation}&protocol=${PROTOCOL}&schema=${SCHEMA}`
}

/** Reads what a page says about itself; what is missing or no number is NaN, which equals nothing. */
export function readPageVersion({ searchParams }: URL): PageVersion {
  const read = (name: string) => (/^\d{1,9}$/.test(searchParams.get(name) ?? '') ? Number(searchParams.get(name)) : Number.NaN)
  return { generation: read('generation'), protocol: read('protocol'), schema: read('schema') }
}
