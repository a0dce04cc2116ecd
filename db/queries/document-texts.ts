import { hash } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documentTexts } from '#/db/schema/excerpts.ts'
import { stableParts } from '#/lib/text/stable-parts.ts'
import { searchLanguageOfDocument } from './search-language.ts'

/** Keeps the text of a document for full-text search: writes the parts that are new, removes those that are gone. */
export async function writeDocumentText(tx: Db, workspaceId: string, documentId: string, text: string): Promise<void> {
  const parts = new Map(stableParts(text).map((part) => [hash('md5', part), part]))
  const rows = await tx.select({ digest: documentTexts.digest }).from(documentTexts).where(eq(documentTexts.documentId, documentId))
  const gone = rows.map(({ digest }) => digest).filter((digest) => !parts.delete(digest))
  if (gone.length > 0)
    await tx.delete(documentTexts).where(and(eq(documentTexts.documentId, documentId), inArray(documentTexts.digest, gone)))
  for (const [digest, part] of parts)
    await tx.execute(sql`insert into document_texts (document_id, digest, workspace_id, text, search_language)
      values (${documentId}::uuid, ${digest}, ${workspaceId}::uuid, ${part}, ${searchLanguageOfDocument(documentId)}) on conflict do nothing`)
}
