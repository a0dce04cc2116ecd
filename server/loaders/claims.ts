import type { Db } from '#/db/client.ts'
import { countClaims, listClaims, listContradictions, listSources, readSaid, type SaidRow } from '#/db/queries/claims.ts'
import { readCodebook } from '#/db/queries/codebook.ts'
import type { Scope } from '#/db/scope.ts'
import type { ClaimFilter, ClaimKey } from '#/lib/claims/claim.ts'
import { daysBetween } from '#/lib/claims/claim.ts'
import type { ClaimSubject } from '#/lib/claims/claim-subject.ts'
import { originsOf } from '#/lib/claims/origins.ts'
import type { Actor, Stance } from '#/lib/codebook/codebook.ts'
import { fold } from '#/lib/excerpt/fold.ts'
import { indexThemes } from '#/lib/excerpt/theme-index.ts'

/** How many contradictions or claims a page has. */
export const CLAIMS_PER_PAGE = 20
/** The most statements of one side of a contradiction that are shown; the excerpts have the rest. */
const EACH_SIDE = 12
/** The most statements of a claim whose origins are looked for. */
const EACH_CLAIM = 300

export interface Contradiction extends ClaimSubject {
  counts: { supports: number; opposes: number; documents: number }
  supports: SaidRow[]
  opposes: SaidRow[]
  /** Days between the two statements of other documents that are closest in time; null when one side has no day. */
  closest: number | null
}

export interface Claim extends ClaimSubject {
  stance: Stance
  counts: { statements: number; documents: number; outlets: number }
  /** Statements that go back to one origin, the earliest first. */
  origins: SaidRow[][]
  /** Not all statements were looked at. */
  isCut: boolean
}

export interface LoadedClaims {
  counts: { contradictions: number; claims: number }
  sources: { id: string; name: string }[]
  contradictions: Contradiction[]
  claims: Claim[]
}

/** What the page of claims shows: the contradictions or the claims of one page of them. */
export async function loadClaims(
  db: Db,
  scope: Scope,
  { view, filter, page }: { view: 'contradictions' | 'corroboration'; filter: ClaimFilter; page: number },
): Promise<LoadedClaims> {
  const counts = await countClaims(db, scope, filter)
  const sources = await listSources(db, scope)
  const place = { limit: CLAIMS_PER_PAGE, offset: page * CLAIMS_PER_PAGE }
  const { subjectOf, merged } = await readSubjects(db, scope)
  if (view === 'contradictions') {
    const rows = await listContradictions(db, scope, filter, place)
    const keys = rows.flatMap(({ actorId, themeId }) => (['supports', 'opposes'] as const).map((stance) => ({ actorId, themeId, stance })))
    const said = byClaim(await readSaid(db, scope, filter, { claims: keys, each: EACH_SIDE }))
    const contradictions = rows.map(({ actorId, themeId, ...counts }) => {
      const [supports, opposes] = [said({ actorId, themeId, stance: 'supports' }), said({ actorId, themeId, stance: 'opposes' })]
      return { ...subjectOf(actorId, themeId), counts, supports, opposes, closest: closestDays(supports, opposes) }
    })
    return { counts, sources, contradictions, claims: [] }
  }
  const rows = await listClaims(db, scope, filter, place)
  const said = byClaim(await readSaid(db, scope, filter, { claims: rows, each: EACH_CLAIM }))
  const claims = rows.map(({ actorId, themeId, stance, ...counts }) => {
    const reports = said({ actorId, themeId, stance }).map((row) => ({ ...row, witness: witnessOf(row, merged) }))
    return { ...subjectOf(actorId, themeId), stance, counts, origins: originsOf(reports), isCut: counts.statements > reports.length }
  })
  return { counts, sources, contradictions: [], claims }
}

async function readSubjects(db: Db, scope: Scope) {
  const { actors, themes, merged } = await readCodebook(db, scope)
  const tree = indexThemes(themes)
  const byId = new Map<string, Actor>(actors.map((actor) => [actor.id, actor]))
  const subjectOf = (actorId: string, themeId: string): ClaimSubject => {
    const { name = '', kind = 'other' } = byId.get(actorId) ?? {}
    const path = tree.path(themeId)
    const [theme, above] = [path.at(-1) ?? '', path.slice(0, -1).join(' › ')]
    return { actorId, actor: name, kind, themeId, theme, above, hue: tree.hue(themeId) }
  }
  return { subjectOf, merged }
}

const keyOf = ({ actorId, themeId, stance }: ClaimKey) => `${actorId} ${themeId} ${stance}`

function byClaim(rows: SaidRow[]): (claim: ClaimKey) => SaidRow[] {
  const groups = Map.groupBy(rows, keyOf)
  return (claim) => groups.get(keyOf(claim)) ?? []
}

/** The last of a chain of reported speech: who saw it. */
function witnessOf({ reportedBy }: SaidRow, merged: Readonly<Record<string, string>>): string | null {
  const last = reportedBy?.at(-1)
  if (!last) return null
  return 'actor' in last ? `actor ${merged[last.actor] ?? last.actor}` : `name ${fold(last.name)}`
}

function closestDays(supports: readonly SaidRow[], opposes: readonly SaidRow[]): number | null {
  let closest: number | null = null
  for (const one of supports)
    for (const other of opposes) {
      if (!one.day || !other.day || one.annotationId === other.annotationId) continue
      const days = daysBetween(one.day, other.day)
      if (closest === null || days < closest) closest = days
    }
  return closest
}
