import { readCodebookVersion } from '#/db/queries/codebook.ts'
import { type CodebookChangeRow, listCodebookChanges } from '#/db/queries/codebook-changes.ts'
import { readCodebookState } from '#/db/queries/codebook-state.ts'
import { listNamedVersions } from '#/db/queries/codebook-versions.ts'
import { readEntryNames } from '#/db/queries/entry-names.ts'
import type { Scope } from '#/db/scope.ts'
import { changeSentence } from '#/lib/codebook/change-sentence.ts'
import { stateAtVersion } from '#/lib/codebook/codebook-state.ts'
import { compareCodebooks } from '#/lib/codebook/compare-codebooks.ts'
import type { EntryNames } from '#/lib/codebook/entry-names.ts'
import { fieldChanges } from '#/lib/codebook/field-changes.ts'
import type { CodebookComparison, CodebookHistory, ToldVersion } from '#/lib/codebook/history.ts'
import type { HistoryQuery } from '#/lib/codebook/history-query.ts'
import { touchedEntries } from '#/lib/codebook/touched-entries.ts'
import { memberDb } from '#/server/runtime.ts'

const PAGE = 60

/** A page of the codebook's history, told in sentences. */
export async function loadCodebookHistory(scope: Scope, query: HistoryQuery): Promise<CodebookHistory> {
  const db = memberDb(scope)
  const names = await readEntryNames(db, scope)
  const rows = await listCodebookChanges(db, scope, {
    before: query.before ?? undefined,
    entryId: query.entryId ?? undefined,
    entry: query.entry ?? undefined,
    text: query.text,
    limit: PAGE + 1,
  })
  const shown = rows.slice(0, PAGE)
  return {
    version: await readCodebookVersion(db, scope),
    named: await listNamedVersions(db, scope),
    changes: shown.map((row) => tell(row, names)),
    older: rows.length > PAGE ? shown.at(-1)!.version : null,
    entryName: query.entryId ? (names.entries[query.entryId] ?? null) : null,
  }
}

/** What differs between two versions; a version that is not there yet counts as the present. */
export async function compareVersions(scope: Scope, { from, to }: { from: number; to: number }): Promise<CodebookComparison> {
  const db = memberDb(scope)
  const present = await readCodebookState(db, scope)
  const changes = await listCodebookChanges(db, scope, { after: from })
  const entries = compareCodebooks(
    stateAtVersion(present, changes, from),
    stateAtVersion(present, changes, to),
    await readEntryNames(db, scope),
  )
  return { from, to, entries }
}

function tell(row: CodebookChangeRow, names: EntryNames): ToldVersion {
  const { version, at, by, byName, entry, entryId, undoneBy } = row
  const main = touchedEntries(row).find(({ id, section }) => id === entryId && section !== 'merged')
  const fields = main?.before && main.after ? fieldChanges(main.before, main.after, names) : []
  return {
    version,
    at: at.getTime(),
    by: { id: by, name: byName },
    sentence: changeSentence(row, names),
    fields,
    entry,
    entryId,
    undoneBy,
    undoAs: undoneBy === null ? undoAs(row) : null,
  }
}

function undoAs({ act, undo }: CodebookChangeRow): ToldVersion['undoAs'] {
  if (undo === null) return null
  return act === 'imported' ? 'import' : act === 'merged' || act === 'split' ? 'merge' : null
}
