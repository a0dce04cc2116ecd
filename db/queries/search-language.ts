import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documentTexts, excerpts } from '#/db/schema/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import { searchLanguageOf } from '#/lib/query/search-language.ts'

/** The text search configuration of a document's language, in SQL; says what `searchLanguageOf` says. */
export function searchLanguageOfDocument(documentId: string): SQL {
  return sql`(select case split_part(lower(language), '-', 1) when 'en' then 'english' when 'ru' then 'russian' when 'ar' then 'arabic' else 'simple' end
    from documents where id = ${documentId}::uuid)`
}

/** Searches the words of a document in another language from now on. Call it in the transaction that says its language. */
export async function followLanguage(
  tx: Db,
  { workspaceId }: Pick<Scope, 'workspaceId'>,
  documentId: string,
  language: string,
): Promise<void> {
  const searchLanguage = searchLanguageOf(language)
  for (const table of [excerpts, documentTexts])
    await tx
      .update(table)
      .set({ searchLanguage })
      .where(and(eq(table.workspaceId, workspaceId), eq(table.documentId, documentId), sql`${table.searchLanguage} <> ${searchLanguage}`))
}
