import { sql } from 'drizzle-orm'
import * as Y from 'yjs'
import type { Db } from '#/db/client.ts'
import { projections } from '#/db/schema/excerpts.ts'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { actorKey, layerMap, themeKey } from '#/lib/annotation/layer.ts'
import type { ActorRole, Stance } from '#/lib/codebook/codebook.ts'
import { canonicalText, createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'
import { seedRoom } from '#/server/collab/room-log.ts'

interface StatementRow {
  id: string
  by: string
  at: number
  quote: string
  actors: { id: string; role: ActorRole }[]
  themes: { id: string; stance: Stance }[]
}

/** How many statements share a paragraph. */
const TO_A_PARAGRAPH = 8

/**
 * Gives every document of a workspace whose excerpts are rows alone the rooms they could have come from: a text of their words, and a
 * layer with the same statements. Formats with whole texts read those.
 */
export async function fillRooms(db: Db, workspaceId: string): Promise<void> {
  const { rows } = await db.execute<{ id: string; layerId: string }>(
    sql`select d.id, l.id as "layerId" from documents d join layers l on l.document_id = d.id where d.workspace_id = ${workspaceId}`,
  )
  for (const { id, layerId } of rows) {
    const { text, layer } = roomsOf(await statementsOf(db, id))
    await seedRoom(db, { room: `text/${id}`, workspaceId, userId: null }, text)
    const seq = await seedRoom(db, { room: `layer/${layerId}`, workspaceId, userId: null }, layer)
    await db.insert(projections).values({ documentId: id, workspaceId, seq })
  }
}

async function statementsOf(db: Db, documentId: string): Promise<StatementRow[]> {
  const { rows } = await db.execute<Record<string, unknown> & StatementRow>(sql`
    select annotation_id as id, tagger_id as by, quote, extract(epoch from created_at)::float8 * 1000 as at,
      (select coalesce(json_agg(json_build_object('id', actor_id, 'role', role)), '[]') from excerpt_actors a where a.annotation_id = e.annotation_id) as actors,
      (select coalesce(json_agg(json_build_object('id', theme_id, 'stance', stance)), '[]') from excerpt_themes t where t.annotation_id = e.annotation_id) as themes
    from excerpts e where document_id = ${documentId} order by start_utf16`)
  return rows
}

function roomsOf(statements: readonly StatementRow[]): { text: Y.Doc; layer: Y.Doc } {
  const paragraphs: string[] = []
  for (let i = 0; i < statements.length; i += TO_A_PARAGRAPH)
    paragraphs.push(
      statements
        .slice(i, i + TO_A_PARAGRAPH)
        .map(({ quote }) => quote)
        .join('. '),
    )
  const text = createTextDoc(paragraphs.map((words) => ({ type: 'paragraph', spans: [{ text: words }] })))
  const flat = text.getText(TEXT_NAME)
  const canonical = canonicalText(flat)
  const index = buildIdIndex(flat)
  const layer = new Y.Doc()
  let from = 0
  layer.transact(() => {
    for (const { id, by, at, quote, actors, themes } of statements) {
      const start = canonical.indexOf(quote, from)
      from = start + quote.length
      const runs = captureRuns(index, start, from)
      layerMap(layer, 'annotation').set(id, { v: 1, r: runs, q: captureQuote(canonical, start, from), by, at })
      for (const actor of actors) layerMap(layer, 'actor').set(actorKey(id, actor.id, actor.role, by), { by, at })
      for (const theme of themes) layerMap(layer, 'theme').set(themeKey(id, theme.id, by), { stance: theme.stance, by, at })
    }
  })
  return { text, layer }
}
