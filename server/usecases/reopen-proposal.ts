import type { Db } from '#/db/client.ts'
import { changeActor, readDeletedActor, unmarkActorDeleted } from '#/db/queries/actors.ts'
import { listActors, listKinds, listThemes } from '#/db/queries/codebook.ts'
import { fieldsBeforeAccepted, listMergeUndos } from '#/db/queries/codebook-undo.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import { dropNames } from '#/db/queries/merged-entries.ts'
import { findProposal, openProposal } from '#/db/queries/proposals.ts'
import { changeTheme, readDeletedTheme, unmarkThemeDeleted, writeThemePlaces } from '#/db/queries/themes.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { checkEntry } from '#/lib/codebook/check-entry.ts'
import { nameKey } from '#/lib/codebook/clean-name.ts'
import type { Actor, Theme } from '#/lib/codebook/codebook.ts'
import type { Proposal } from '#/lib/codebook/proposal.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { placesAfterRestore } from '#/lib/codebook/theme-places.ts'
import { t } from '#/lib/message/t.ts'
import { MAY_NOT_MANAGE } from './codebook-deps.ts'
import type { MergeDeps } from './merge-entries.ts'
import { listEntries, recordEntryChange } from './record-entry-change.ts'
import { undoCodebookChange } from './undo-codebook-change.ts'

const NOTHING: Refused = {
  ok: false,
  get reason() {
    return t('This proposal waits for an answer already.')
  },
}
const CHANGED: Refused = {
  ok: false,
  get reason() {
    return t('The entry was deleted or merged since. Its proposal stays answered.')
  },
}

/** Takes the answer to a proposal back: it waits again, and its passages have it again. */
export async function reopenProposal(scope: Scope, proposalId: string, deps: MergeDeps): Promise<{ ok: true } | Refused> {
  if (!can(scope.role, 'manage-codebook')) return MAY_NOT_MANAGE
  const found = await findProposal(deps.db, scope, proposalId)
  if (!found || found.state === 'open') return NOTHING
  if (found.state === 'mapped') return unmap(scope, found, deps)
  const outcome = await deps.db.transaction(async (tx): Promise<{ ok: true } | Refused> => {
    await lockWorkspace(tx, scope)
    const proposal = await findProposal(tx, scope, proposalId)
    if (!proposal || proposal.state === 'open' || proposal.state === 'mapped') return NOTHING
    const sort = proposal.kind === 'theme' ? 'theme' : 'actor'
    const was = await listEntries(tx, scope, sort)
    const problem = await TAKE_BACK[proposal.kind][proposal.state](tx, scope, proposal)
    if (problem) return problem
    await openProposal(tx, scope, proposalId)
    await recordEntryChange(tx, scope, was, { act: 'undone', entry: sort, entryId: proposal.entryId, name: proposal.name })
    return { ok: true }
  })
  if (!outcome.ok) return outcome
  deps.notify(found.kind === 'theme' ? 'themes' : 'actors', found.entryId)
  deps.notify('proposals', proposalId)
  return outcome
}

async function unmap(scope: Scope, { entryId }: Proposal, deps: MergeDeps): Promise<{ ok: true } | Refused> {
  const merges = await listMergeUndos(deps.db, scope)
  const merge = merges.findLast(({ merges }) => merges.some(({ from }) => from === entryId))
  if (!merge) return CHANGED
  const undone = await undoCodebookChange(scope, merge.version, deps)
  return undone.ok ? { ok: true } : undone
}

type TakeBack = (tx: Db, scope: Scope, proposal: Proposal) => Promise<Refused | null>

const TAKE_BACK: Record<Proposal['kind'], Record<'accepted' | 'declined', TakeBack>> = {
  actor: { accepted: proposeActorAgain, declined: bringActorBack },
  theme: { accepted: proposeThemeAgain, declined: bringThemeBack },
  alias: { accepted: dropAlias, declined: async () => null },
}

async function proposeActorAgain(tx: Db, scope: Scope, { entryId }: Proposal): Promise<Refused | null> {
  const live = await listActors(tx, scope)
  if (!live.some(({ id }) => id === entryId)) return CHANGED
  const { name, kind, parentId, description } = ((await fieldsBeforeAccepted(tx, scope, 'actor', entryId)) ?? {}) as Partial<Actor>
  const problem = checkEntry('actor', live, live, entryId, { name, parentId })
  if (problem) return { ok: false, ...problem }
  // A kind that was deleted since does not come back with it.
  const known = (await listKinds(tx, scope)).find(({ slug }) => slug === kind)?.slug
  await changeActor(tx, scope, entryId, { name, kind: known, parentId, description, state: 'proposed' })
  return null
}

async function proposeThemeAgain(tx: Db, scope: Scope, { entryId }: Proposal): Promise<Refused | null> {
  const live = await listThemes(tx, scope)
  const theme = live.find(({ id }) => id === entryId)
  if (!theme) return CHANGED
  const { name, definition } = ((await fieldsBeforeAccepted(tx, scope, 'theme', entryId)) ?? {}) as Partial<Theme>
  const rivals = live.filter(({ parentId }) => parentId === theme.parentId)
  const problem = checkEntry('theme', live, rivals, entryId, { name })
  if (problem) return { ok: false, ...problem }
  await changeTheme(tx, scope, entryId, { name, definition, state: 'proposed' })
  return null
}

async function bringActorBack(tx: Db, scope: Scope, { entryId }: Proposal): Promise<Refused | null> {
  const gone = await readDeletedActor(tx, scope, entryId)
  if (!gone) return null
  const live = await listActors(tx, scope)
  const problem = checkEntry('actor', live, live, entryId, { name: gone.name })
  if (problem) return { ok: false, ...problem }
  const parentId = live.some(({ id }) => id === gone.parentId) ? gone.parentId : null
  await unmarkActorDeleted(tx, scope, entryId, parentId, [])
  return null
}

async function bringThemeBack(tx: Db, scope: Scope, { entryId }: Proposal): Promise<Refused | null> {
  const gone = await readDeletedTheme(tx, scope, entryId)
  if (!gone) return null
  const live = await listThemes(tx, scope)
  const parentId = live.some(({ id }) => id === gone.parentId) ? gone.parentId : null
  const problem = checkEntry(
    'theme',
    live,
    live.filter((theme) => theme.parentId === parentId),
    entryId,
    { name: gone.name },
  )
  if (problem) return { ok: false, ...problem }
  const places = placesAfterRestore(live, gone, [])
  const own = places.find(({ id }) => id === entryId) ?? gone
  await unmarkThemeDeleted(tx, scope, entryId, { ...own, hotkey: null })
  await writeThemePlaces(
    tx,
    scope,
    places.filter(({ id }) => id !== entryId),
  )
  return null
}

async function dropAlias(tx: Db, scope: Scope, { entryId, name }: Proposal): Promise<Refused | null> {
  const actor = (await listActors(tx, scope)).find(({ id }) => id === entryId)
  if (!actor) return CHANGED
  const own = actor.aliases.filter((alias) => nameKey(alias.name) === nameKey(name))
  await dropNames(
    tx,
    scope,
    own.map(({ id }) => id),
  )
  return null
}
