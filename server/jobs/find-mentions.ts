import { fileURLToPath } from 'node:url'
import type { Db } from '#/db/client.ts'
import { listActors, readCodebookVersion } from '#/db/queries/codebook.ts'
import { listMentionTexts, type MentionText } from '#/db/queries/mention-texts.ts'
import { readRoom, type StoredBytes } from '#/db/queries/room-log.ts'
import type { Scope } from '#/db/scope.ts'
import type { FoundMention } from '#/lib/codebook/radar/listed-mention.ts'
import { type NamedActor, namedActor } from '#/lib/codebook/radar/named-actor.ts'
import { t } from '#/lib/message/t.ts'
import { createJobProcesses, type JobFailure } from './processes.ts'

/** Texts to look through for the names of actors. */
export interface MentionJob {
  actors: NamedActor[]
  texts: { rows: StoredBytes[]; day: string | null }[]
}

/** A document with the names in its text. */
export interface MentionedText extends MentionText {
  mentions: readonly FoundMention[]
}

export type MentionsFound = { ok: true; texts: MentionedText[] } | { ok: false; reason: string }

/** Finds the names of known actors in all texts of a workspace, in processes of their own: a text is replayed and read whole. */
export interface MentionFinder {
  /** Texts and codebooks that stayed as they were are not looked through again. */
  find(scope: Scope): Promise<MentionsFound>
  stop(): Promise<void>
}

/** What is sent to one process at most: bytes of the log, and documents. */
const BATCH = { bytes: 16 << 20, texts: 200 }
/** Workspaces whose mentions are remembered. */
const MOST_REMEMBERED = 8
const TIME = 60_000
const HEAP_MB = 768

const REASONS: Record<JobFailure, string> = {
  get busy() {
    return t('Many texts are being read just now. Try again in a moment.')
  },
  get stopped() {
    return t('Interline is restarting. Try again in a moment.')
  },
  get 'timed-out'() {
    return t('Reading the texts took too long. Try again in a moment.')
  },
  get 'too-complex'() {
    return t('The texts of this workspace are too long to be read at once. Open the documents one by one.')
  },
  get failed() {
    return t('The texts could not be read. Try again in a moment.')
  },
}

interface Remembered {
  version: number
  byDocument: Map<string, { seq: number; day: string | null; mentions: readonly FoundMention[] }>
}

/** Made once by server.ts: a process is started from its source file, which bundled code does not know. */
export function createMentionFinder(db: Db): MentionFinder {
  const path = fileURLToPath(new URL('./find-mentions-process.ts', import.meta.url))
  const processes = createJobProcesses<MentionJob, FoundMention[][]>({
    name: 'mentions',
    path,
    atOnce: 2,
    perPerson: 1,
    time: TIME,
    heapMb: HEAP_MB,
  })
  const remembered = new Map<string, Remembered>()
  const underWay = new Map<string, Promise<MentionsFound>>()

  async function look(scope: Scope): Promise<MentionsFound> {
    const version = await readCodebookVersion(db, scope)
    const known = recall(remembered, scope.workspaceId, version)
    const texts = await listMentionTexts(db, scope)
    const stale = texts.filter(({ id, seq, publishedOn }) => {
      const before = known.byDocument.get(id)
      return before?.seq !== seq || before.day !== publishedOn
    })
    if (stale.length > 0) {
      const actors = (await listActors(db, scope)).map(namedActor)
      for await (const batch of batches(db, stale)) {
        const outcome = await processes.run(
          { actors, texts: batch.map(({ rows, text }) => ({ rows, day: text.publishedOn })) },
          scope.userId,
        )
        if (!outcome.ok) return { ok: false, reason: REASONS[outcome.failure] }
        for (const [at, { text }] of batch.entries())
          known.byDocument.set(text.id, { seq: text.seq, day: text.publishedOn, mentions: outcome.result[at] ?? [] })
      }
    }
    const live = new Set(texts.map(({ id }) => id))
    for (const id of known.byDocument.keys()) if (!live.has(id)) known.byDocument.delete(id)
    return { ok: true, texts: texts.map((text) => ({ ...text, mentions: known.byDocument.get(text.id)?.mentions ?? [] })) }
  }

  return {
    /** Who asks while others wait for the same waits with them. */
    find(scope) {
      const waiting = underWay.get(scope.workspaceId)
      if (waiting) return waiting
      const looking = look(scope).finally(() => underWay.delete(scope.workspaceId))
      underWay.set(scope.workspaceId, looking)
      return looking
    },
    stop: processes.stop,
  }
}

/** What is remembered of a workspace at this version of its codebook; the workspace asked for longest ago is forgotten. */
function recall(remembered: Map<string, Remembered>, workspaceId: string, version: number): Remembered {
  const before = remembered.get(workspaceId)
  const known = before?.version === version ? before : { version, byDocument: new Map() }
  remembered.delete(workspaceId)
  remembered.set(workspaceId, known)
  const [oldest] = remembered.keys()
  if (remembered.size > MOST_REMEMBERED && oldest) remembered.delete(oldest)
  return known
}

/** Documents with what is stored of their texts, as many at a time as one process gets. */
async function* batches(db: Db, texts: readonly MentionText[]): AsyncGenerator<{ text: MentionText; rows: StoredBytes[] }[]> {
  let batch: { text: MentionText; rows: StoredBytes[] }[] = []
  let bytes = 0
  for (const text of texts) {
    const { snapshot, updates } = await readRoom(db, `text/${text.id}`)
    const rows = snapshot ? [snapshot, ...updates] : updates
    batch.push({ text, rows })
    bytes += rows.reduce((sum, row) => sum + row.bytes.length, 0)
    if (bytes < BATCH.bytes && batch.length < BATCH.texts) continue
    yield batch
    batch = []
    bytes = 0
  }
  if (batch.length > 0) yield batch
}
