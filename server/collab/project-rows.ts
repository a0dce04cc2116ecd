import { hash } from 'node:crypto'
import type * as Y from 'yjs'
import type { ProjectedRow } from '#/db/queries/excerpt-projection.ts'
import { originalWordsFinder } from '#/lib/anchor/original-words.ts'
import { readOrigins } from '#/lib/anchor/origins.ts'
import { projectLayer } from '#/lib/annotation/project.ts'
import type { Merged } from '#/lib/codebook/resolve-id.ts'
import { countWords } from '#/lib/text/count-words.ts'
import { ALIAS_NAME, canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import type { Originals } from './original-texts.ts'
import { projectedRows } from './projected-rows.ts'

/** Annotations turned into rows before the event loop gets a turn. */
const ROWS_PER_TURN = 500

/** A row with what tells whether it is still the same. */
export interface PrintedRow {
  row: ProjectedRow
  print: string
}

/** Everything the database says of a document that follows from its text, layers and originals. */
export interface DocumentProjection {
  rows: PrintedRow[]
  /** The canonical text, as the database can keep it. */
  text: string
  wordCount: number
  /** Whether the text is another than that of the latest original. */
  differs: boolean
}

/**
 * The projection of a document, as a pure function of what it came from and of the merges of the codebook: the present only
 * bounds clocks that run ahead.
 */
export async function projectRows(
  text: Y.Doc,
  layers: readonly { id: string; doc: Y.Doc }[],
  originals: Originals,
  merged: Merged,
): Promise<DocumentProjection> {
  // Until all layers are projected nothing waits, so that everything is of one moment.
  const canonical = canonicalText(text.getText(TEXT_NAME))
  const originalWords = originalWordsFinder(originals.texts, readOrigins(text.getMap(ALIAS_NAME)))
  const projections = layers.map((layer) => ({ id: layer.id, ...projectLayer(text, layer.doc, { originalWords, merged }) }))
  const rows: PrintedRow[] = []
  for (const { id, text: words, excerpts } of projections)
    for (let at = 0; at < excerpts.length; at += ROWS_PER_TURN) {
      const some = projectedRows(id, { text: words, excerpts: excerpts.slice(at, at + ROWS_PER_TURN) })
      rows.push(...some.map((row) => ({ row, print: fingerprint(row) })))
      await new Promise((resolve) => setImmediate(resolve))
    }
  const differs = originals.latestSha256 !== null && hash('sha256', canonical) !== originals.latestSha256
  return { rows, text: canonical.toWellFormed().replaceAll('\0', '\ufffd'), wordCount: countWords(canonical), differs }
}

/** Equal for rows that are equal, whatever the order of their fields and tags. */
export function fingerprint(row: ProjectedRow): string {
  const actors = row.actors.map(({ actorId, role }) => `${actorId}|${role}`).sort()
  const themes = row.themes.map(({ themeId, stance }) => `${themeId}|${stance}`).sort()
  // A detached passage keeps the words of the row there is (see writeProjection), whatever they are.
  const kept = row.state === 'orphan' ? { quote: '', prefix: '', suffix: '', search: '' } : {}
  const fields = Object.entries({ ...row, ...kept, actors, themes }).sort(([a], [b]) => (a < b ? -1 : 1))
  return hash('sha1', JSON.stringify(fields), 'base64')
}
