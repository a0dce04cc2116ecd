import * as Y from 'yjs'
import type { TableShape } from '#/db/backup/tables.ts'
import { annotationOf } from '#/lib/annotation/layer.ts'
import { isId } from '#/lib/id.ts'
import { readPieces } from '#/server/backup/read-lines.ts'
import { isLayerRow, type RoomRow } from './room-row.ts'

/**
 * Ids of everything that an archive brings: of its rows, and of statements, which only layers know. People are not brought: they keep
 * theirs.
 *
 * @param file an archive that was found to be whole
 */
export async function ownIds(file: string): Promise<Set<string>> {
  const own = new Set<string>()
  const people = new Set<string>()
  let table: TableShape | undefined
  for await (const piece of readPieces(file)) {
    if ('mark' in piece) table = 'table' in piece.mark ? piece.mark.table : undefined
    else if (table?.name === 'users') for (const line of piece.lines) people.add((JSON.parse(line) as { id: string }).id)
    else if (table) for (const line of piece.lines) collect(table, line, own)
  }
  for (const id of people) own.delete(id)
  return own
}

function collect(table: TableShape, line: string, own: Set<string>): void {
  const row = JSON.parse(line) as Record<string, unknown>
  for (const { name, type } of table.columns) if (type === 'uuid' && typeof row[name] === 'string') own.add(row[name])
  if (!isLayerRow(table, row)) return
  for (const id of statementsIn(row)) own.add(id)
}

/** Statements that an update of a layer says something about: every key of a layer begins with one. */
function* statementsIn({ bytes }: RoomRow): Generator<string> {
  for (const struct of Y.decodeUpdate(Buffer.from(bytes, 'base64')).structs)
    if (struct instanceof Y.Item && struct.parentSub !== null) {
      const id = annotationOf(struct.parentSub)
      if (isId(id)) yield id
    }
}
