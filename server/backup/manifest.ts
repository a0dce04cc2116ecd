import { z } from 'zod'

/**
 * A backup is one gzip file of lines. Lines that begin with "#" hold the JSON of a `Mark`: first the header, then each table
 * followed by its rows, one line of JSON each (see db/backup/read-table.ts), last the manifest.
 */
const header = z.object({
  format: z.literal(1),
  /** When it was begun, ISO 8601. */
  made: z.iso.datetime(),
  /** Version of Interline that made it. */
  version: z.string(),
  database: z.enum(['embedded', 'server']),
  /** How far the schema was migrated; see db/backup/schema-level.ts. */
  schema: z.object({ at: z.number().int(), name: z.string() }),
  /** Of an archive: the one workspace it holds. Absent: everything. */
  workspace: z.object({ id: z.uuid(), name: z.string(), /** How many there are. */ statements: z.number().int().optional() }).optional(),
})
export type BackupHeader = z.infer<typeof header>

const table = z.object({
  name: z.string(),
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
  key: z.array(z.string()),
})

const manifest = z.object({
  /** In the order of the file. */
  tables: z.array(z.object({ name: z.string(), rows: z.number().int(), sha256: z.string() })),
  /** How far each sequence had counted. */
  sequences: z.record(z.string(), z.number()),
  /** Sequence number of the last row of the log in it: everything that was acknowledged up to there is here. */
  logUpTo: z.number().int(),
  /** People whose second factor only opens with the secret of the installation, which no backup holds. */
  sealedSecrets: z.number().int(),
  /** Of an archive: by which the installation that wrote it knows it again; see server/archive/archive-seal.ts. */
  seal: z.string().optional(),
})
export type BackupManifest = z.infer<typeof manifest>

export const mark = z.union([z.object({ header }), z.object({ table }), z.object({ manifest })])
export type Mark = z.infer<typeof mark>

/** What is said of a backup that is good. */
export interface BackupSummary {
  header: BackupHeader
  manifest: BackupManifest
}
