import { isFact } from '#/lib/annotation/facts.ts'
import { FACT_FIELDS, type FactField } from '#/lib/annotation/model.ts'
import { type ActorRole, ROLES_IN_STATEMENT, STANCES, type Stance } from '#/lib/codebook/codebook.ts'
import { type DetailField, parseDescribed, printDescribed } from '#/lib/format/codebook/described.ts'
import { escapeSigns, splitTexts } from '#/lib/format/codebook/escapes.ts'

/**
 * What a statement says beyond the codes it has, and the format has no place for: who acts and who is acted upon, the stance, the
 * facts of the event. Written below the text of a selection's description, to be read by people, and by us.
 */
export interface StatementFields {
  /** Paths of names. */
  roles: { path: readonly string[]; role: ActorRole }[]
  stances: { path: readonly string[]; stance: Stance }[]
  facts: Partial<Record<FactField, string>>
}

const ROLE = 'Role'
const STANCE = 'Stance'
const FACT_LABELS: Readonly<Record<FactField, string>> = {
  status: 'Status',
  certainty: 'Certainty',
  date: 'Date of the event',
  place: 'Place',
  placePoint: 'Coordinates',
  placePrecision: 'Coordinates are',
  reportedBy: 'Reported by',
}

/** @param memo what people wrote */
export function printStatement(memo: string, { roles, stances, facts }: StatementFields): string {
  const fields: DetailField[] = [
    ...roles.map(({ role, path }): DetailField => [ROLE, `${role} | ${printPath(path)}`]),
    ...stances.map(({ stance, path }): DetailField => [STANCE, `${stance} | ${printPath(path)}`]),
    ...FACT_FIELDS.map((field): DetailField => [FACT_LABELS[field], facts[field] ?? '']),
  ]
  return printDescribed(memo, fields)
}

/** `fields` null: another program wrote it, and says nothing of them. */
export function parseStatement(description: string): { memo: string; fields: StatementFields | null } {
  const { text, fields } = parseDescribed(description)
  if (!fields) return { memo: text.trim(), fields: null }
  const said: StatementFields = { roles: [], stances: [], facts: {} }
  for (const [label, value] of fields) {
    const bar = value.indexOf(' | ')
    const word = value.slice(0, bar)
    const path = splitTexts(value.slice(bar + 3), '>')
    const role = label === ROLE && ROLES_IN_STATEMENT.find((one) => one === word)
    const stance = label === STANCE && STANCES.find((one) => one === word)
    if (role) said.roles.push({ path, role })
    if (stance) said.stances.push({ path, stance })
    const field = FACT_FIELDS.find((one) => FACT_LABELS[one] === label)
    if (field && isFact(field, value)) said.facts[field] = value
  }
  return { memo: text, fields: said }
}

function printPath(path: readonly string[]): string {
  return path.map((name) => escapeSigns(name, '>')).join(' > ')
}
