import { countTotalsInColumns } from '#/db/queries/analysis-columns.ts'
import { countMatrix } from '#/db/queries/analysis-matrix.ts'
import { countAddresses, countPositions } from '#/db/queries/analysis-networks.ts'
import { countTimeline } from '#/db/queries/analysis-timeline.ts'
import { countTogether } from '#/db/queries/analysis-together.ts'
import { readCodebook } from '#/db/queries/codebook.ts'
import { listExcerptDocuments } from '#/db/queries/excerpt-documents.ts'
import { listPeople } from '#/db/queries/people.ts'
import { listSavedQueries } from '#/db/queries/saved-queries.ts'
import type { Scope } from '#/db/scope.ts'
import { agreementTies, mostActive } from '#/lib/analysis/agreement.ts'
import type { AnalysisData } from '#/lib/analysis/analysis-data.ts'
import { actorGroups, type Groups, themeGroups } from '#/lib/analysis/groups.ts'
import { roleOf, stancesOf } from '#/lib/analysis/matrix-asks.ts'
import { addressNetwork, type Network, tieNetwork } from '#/lib/analysis/network.ts'
import type { Matrix } from '#/lib/analysis/tally.ts'
import { type AnalysisView, askedIn } from '#/lib/analysis/view.ts'
import { memberDb, runtime } from '#/server/runtime.ts'

/** Actors who are compared with each other, each with every other. */
const COMPARED = 200

/** What the analysis page shows. */
export async function loadAnalysis(scope: Scope, view: AnalysisView): Promise<AnalysisData> {
  const db = memberDb(scope)
  const others = Promise.all([
    listExcerptDocuments(db, scope),
    listPeople(db, scope),
    listSavedQueries(db, scope),
    countTotalsInColumns(db, scope, view.query, runtime().facets),
  ])
  // Whichever fails first is told; the others must not end the process.
  others.catch(() => {})
  const codebook = await readCodebook(db, scope)
  const { actors, themes } = codebook
  const groups = { actors: actorGroups(actors, view.rows), themes: themeGroups(themes, view.columns) }
  const [[documents, people, saved, totals], matrix] = await Promise.all([others, loadMatrix(scope, view, groups)])
  const names = { codebook, documents, people }
  const network = loadNetwork(scope, view, groups)
  const timeline = countTimeline(
    memberDb(scope),
    scope,
    askedIn(view, 'timeline'),
    view,
    themeGroups(themes, 'branch').of,
    runtime().facets,
  )
  // A page that fails before it asks for them must not end the process.
  for (const later of [network, timeline]) later.catch(() => {})
  return { names, saved, totals, matrix, network, timeline }
}

interface Both {
  actors: Groups
  themes: Groups
}

function loadMatrix(scope: Scope, view: AnalysisView, { actors, themes }: Both): Promise<Matrix> {
  const asked = askedIn(view, 'matrix')
  if (view.matrix === 'themes') return countTogether(memberDb(scope), scope, asked, view.within, themes.of, runtime().facets)
  const counted = { role: roleOf(view), stances: stancesOf(view), actors: actors.of, themes: themes.of }
  return countMatrix(memberDb(scope), scope, asked, counted, runtime().facets)
}

async function loadNetwork(scope: Scope, view: AnalysisView, groups: Both): Promise<Network> {
  const db = memberDb(scope)
  const asked = askedIn(view, 'network')
  const counted = { actors: groups.actors.of, themes: groups.themes.of }
  const most = Number(view.ties)
  if (view.network === 'addresses') {
    const { addresses, acting } = await countAddresses(db, scope, asked, counted, runtime().facets)
    return addressNetwork(addresses, acting, groups.actors, most)
  }
  const { positions, acting } = await countPositions(db, scope, asked, counted, runtime().facets)
  return tieNetwork(view.network, agreementTies(mostActive(positions, COMPARED), view), acting, groups, most)
}
