import type { BookSort } from '#/lib/format/codebook/book.ts'
import { idOf, type SqliteFile, textOf } from '#/lib/format/sqlite/sqlite-file.ts'

/** What a statement can be asked, as the maker of a database set it up. */
export interface DnaVariable {
  name: string
  type: 'short text' | 'long text' | 'boolean' | 'integer'
  /** What its entities become; of short texts. */
  sort: BookSort
  /** Whether it says how the speaker stands to the concept. */
  isAgreement: boolean
}

const ACTORS = /^(person|people|organi[sz]ation|org|actor|speaker|agent|party|government|institution|country|state|who|role)s?$/i
const THEMES = /^(concept|claim|theme|topic|frame|issue|category|argument|belief|demand|code|policy)s?$/i
const AGREEMENTS = /^(agree(ment)?|support|stance|position|qualifier|polarity|valence|sentiment)$/i
const TYPES = ['short text', 'long text', 'boolean', 'integer'] as const

/** The variables of a database by id; those of short text sorted by what they are called. @param unsaid what the others become */
export function sortVariables(file: SqliteFile, unsaid: BookSort): Map<string, DnaVariable> {
  const variables = new Map<string, DnaVariable>()
  for (const row of file.rows('variables', ['id', 'variable', 'datatype'])) {
    const name = textOf(row.variable).trim()
    const type = TYPES.find((one) => one === textOf(row.datatype).trim().toLowerCase())
    if (!type) continue
    const sort = ACTORS.test(name) ? 'actor' : THEMES.test(name) ? 'theme' : unsaid
    variables.set(idOf(row.id), { name, type, sort, isAgreement: (type === 'boolean' || type === 'integer') && AGREEMENTS.test(name) })
  }
  return variables
}
