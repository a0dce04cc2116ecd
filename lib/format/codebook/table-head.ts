import type { BookSort } from './book.ts'
import type { TableColumn } from './table.ts'

/** What a column of a table that somebody wrote may be called, besides its name with us: as other programs call it. */
const CALLED: Record<TableColumn | 'name' | 'parent', readonly string[]> = {
  type: ['sort', 'entry', 'tag_kind'],
  path: ['theme_path', 'code_path'],
  name: ['tag', 'code', 'theme', 'actor', 'label', 'title', 'concept', 'term', 'entity'],
  parent: ['parent_name', 'above', 'category', 'parent_code'],
  kind: ['actor_type', 'actor_kind'],
  description: ['definition', 'memo', 'comment', 'code_memo', 'scope_note'],
  include: ['inclusion', 'include_rule', 'when_to_use'],
  exclude: ['exclusion', 'exclude_rule', 'not', 'when_not_to_use'],
  examples: ['example'],
  other_names: ['aliases', 'alias', 'synonyms', 'other_name'],
  hotkey: ['key', 'shortcut'],
  colour: ['color', 'hue'],
  state: ['status'],
  member_of: ['membership', 'memberships', 'alliances', 'groups'],
  external_ids: ['external_id', 'identifiers'],
  designations: ['designation'],
  id: ['guid', 'uuid'],
}

export interface TableHead {
  /** Where each column stands; those that are not there are absent. */
  at: Partial<Record<keyof typeof CALLED, number>>
  /** What the heading of the names says the entries are; null when it says nothing. */
  sort: BookSort | null
  /** Headings that mean nothing to us. */
  unknown: string[]
}

/** Reads the first record of a table; null when it names no entries: then it is no heading, or none of a codebook. */
export function readHead(record: readonly string[]): TableHead | null {
  const head: TableHead = { at: {}, sort: null, unknown: [] }
  for (const [index, cell] of record.entries()) {
    const heading = cell
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, '_')
    const column = columnOf(heading)
    if (column && head.at[column] === undefined) head.at[column] = index
    else if (heading) head.unknown.push(cell.trim())
    if (column === 'name' && (heading === 'actor' || heading === 'theme')) head.sort = heading
  }
  return head.at.path === undefined && head.at.name === undefined ? null : head
}

function columnOf(heading: string): keyof typeof CALLED | undefined {
  const columns = Object.keys(CALLED) as (keyof typeof CALLED)[]
  return columns.find((column) => column === heading || CALLED[column].includes(heading))
}
