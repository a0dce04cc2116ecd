import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { openDatabase } from '#/db/client.ts'
import { readCodebook } from '#/db/queries/codebook.ts'
import { insertDocument } from '#/db/queries/documents.ts'
import { mintScope } from '#/db/scope.ts'
import { newId } from '#/lib/id.ts'
import { seedRoom } from '#/server/collab/room-log.ts'
import { fiveDeep, largeDocument, largeParagraphs, type PlacePassage, plainEdits } from '../large/large-document.ts'

/** What is on a document: so many statements anywhere, or 10,000 of which five cover every paragraph. */
export type Filling = number | 'five deep'

const MOST = 10_000

/** Adds the same large, much edited document to the sample workspace once for each filling. Returns the pages' paths. */
export async function fillDocuments(dataDir: string, fillings: readonly Filling[]): Promise<Map<Filling, string>> {
  const { db, close } = await openDatabase({ dataDir: join(dataDir, 'pg') })
  try {
    const { rows } = await db.execute<{ workspaceId: string; userId: string }>(
      sql`select workspace_id as "workspaceId", user_id as "userId" from members where role = 'owner'`,
    )
    const { workspaceId, userId } = rows[0] as { workspaceId: string; userId: string }
    const scope = mintScope(workspaceId, userId, 'owner')
    const { actors, themes } = await readCodebook(db, scope)
    const tags = { userId, actorIds: actors.map(({ id }) => id), themeIds: themes.map(({ id }) => id) }
    const paragraphs = largeParagraphs()
    const edits = plainEdits(paragraphs)
    const pages = new Map<Filling, string>()
    for (const filling of fillings) {
      const [count, place]: [number, PlacePassage?] = filling === 'five deep' ? [MOST, fiveDeep] : [filling]
      const [id, layerId] = [newId(), newId()]
      const { doc, layer } = largeDocument(paragraphs, edits, count, tags, place)
      await db.transaction(async (tx) => {
        await insertDocument(tx, scope, {
          id,
          sharedLayerId: layerId,
          title: `A large source with ${filling === 'five deep' ? `${MOST} statements, five deep` : `${count} statements`}`,
          outlet: '',
          author: '',
          publishedOn: null,
          url: '',
          kind: '',
          language: 'en',
          direction: 'ltr',
          wordCount: 0,
        })
        await seedRoom(tx, { room: `text/${id}`, workspaceId, userId: null }, doc)
        await seedRoom(tx, { room: `layer/${layerId}`, workspaceId, userId: null }, layer)
      })
      pages.set(filling, `/w/${workspaceId}/documents/${id}`)
    }
    return pages
  } finally {
    await close()
  }
}
