import type { Db } from '#/db/client.ts'
import { changeActor, markActorDeleted } from '#/db/queries/actors.ts'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { listActors, listKinds, listThemes } from '#/db/queries/codebook.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import { addNames } from '#/db/queries/merged-entries.ts'
import { answerProposal, findProposal } from '#/db/queries/proposals.ts'
import { changeTheme, markThemeDeleted, writeThemePlaces } from '#/db/queries/themes.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { actorProblem } from '#/lib/codebook/check-actor.ts'
import { aliasProblem } from '#/lib/codebook/check-alias.ts'
import { checkEntry } from '#/lib/codebook/check-entry.ts'
import { cleanName } from '#/lib/codebook/clean-name.ts'
import type { EntrySort } from '#/lib/codebook/merge.ts'
import type { Proposal, ProposalEdit } from '#/lib/codebook/proposal.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { clashAfterDelete, placesAfterDelete, placesAfterMove } from '#/lib/codebook/theme-places.ts'
import { t } from '#/lib/message/t.ts'
import { type CodebookDeps, cannotMoveUp, MAY_NOT_MANAGE } from './codebook-deps.ts'
import { listEntries, recordEntryChange } from './record-entry-change.ts'

/** What an editor says to a proposal. That it is another entry is said by merging it into that one (merge-entries.ts). */
export type ProposalAnswer =
  /** It becomes part of the codebook, changed as said. */
  | { act: 'accept'; edit?: ProposalEdit }
  /** Its passages lose the tag. */
  | { act: 'decline'; answer?: string }

const ANSWERED: Refused = {
  ok: false,
  get reason() {
    return t('Somebody answered this proposal meanwhile.')
  },
}
const ENTRY_GONE: Refused = {
  ok: false,
  get reason() {
    return t('What this proposal is about was deleted meanwhile.')
  },
}

/** Answers an open proposal; who proposed something may take it back. */
export async function answer(scope: Scope, proposalId: string, given: ProposalAnswer, deps: CodebookDeps): Promise<{ ok: true } | Refused> {
  const outcome = await deps.db.transaction(async (tx) => {
    await lockWorkspace(tx, scope)
    const proposal = await findProposal(tx, scope, proposalId)
    const isOwn = proposal?.proposedBy.id === scope.userId && can(scope.role, 'propose-codebook')
    if (!can(scope.role, 'manage-codebook') && !(isOwn && given.act === 'decline')) return MAY_NOT_MANAGE
    if (proposal?.state !== 'open') return ANSWERED
    const done = await (given.act === 'accept' ? accept(tx, scope, proposal, given.edit ?? {}) : decline(tx, scope, proposal, given.answer))
    return done.ok ? { ...done, sort: sortOf(proposal), entryId: proposal.entryId } : done
  })
  if (!outcome.ok) return outcome
  deps.notify(outcome.sort === 'actor' ? 'actors' : 'themes', outcome.entryId)
  deps.notify('proposals', proposalId)
  return { ok: true }
}

const sortOf = ({ kind }: Proposal): EntrySort => (kind === 'theme' ? 'theme' : 'actor')

async function accept(tx: Db, scope: Scope, proposal: Proposal, edit: ProposalEdit): Promise<{ ok: true } | Refused> {
  const { kind, entryId } = proposal
  const sort = sortOf(proposal)
  const was = await listEntries(tx, scope, sort)
  const write = kind === 'alias' ? acceptName : kind === 'actor' ? acceptActor : acceptTheme
  const problem = await write(tx, scope, proposal, edit)
  if (problem) return problem
  const name = edit.name === undefined ? proposal.name : cleanName(edit.name)
  // Of an actor or theme the row tells what became of it; of a name only the proposal does.
  await answerProposal(tx, scope, proposal.id, { state: 'accepted', ...(kind === 'alias' && { name }) })
  await recordEntryChange(tx, scope, was, { act: 'accepted', entry: sort, entryId, name })
  return { ok: true }
}

type Write = (tx: Db, scope: Scope, proposal: Proposal, edit: ProposalEdit) => Promise<Refused | null>

const acceptActor: Write = async (tx, scope, { entryId }, { name, kind, parentId, text }) => {
  const live = await listActors(tx, scope)
  if (!live.some(({ id }) => id === entryId)) return ENTRY_GONE
  const problem = checkEntry('actor', live, live, entryId, { name, parentId, text }) ?? actorProblem({ kind }, await listKinds(tx, scope))
  if (problem) return { ok: false, ...problem }
  const changed = { name: name && cleanName(name), kind, parentId, description: text?.trim() }
  await changeActor(tx, scope, entryId, { ...changed, state: 'live' })
  return null
}

const acceptTheme: Write = async (tx, scope, { entryId }, { name, parentId, text }) => {
  const live = await listThemes(tx, scope)
  const theme = live.find(({ id }) => id === entryId)
  if (!theme) return ENTRY_GONE
  const under = parentId === undefined ? theme.parentId : parentId
  const rivals = live.filter((other) => other.parentId === under)
  const problem = checkEntry('theme', live, rivals, entryId, { name: name ?? theme.name, parentId, text })
  if (problem) return { ok: false, ...problem }
  await changeTheme(tx, scope, entryId, { name: name && cleanName(name), definition: text?.trim(), state: 'live' })
  if (under !== theme.parentId) await writeThemePlaces(tx, scope, placesAfterMove(live, entryId, { parentId: under }))
  return null
}

const acceptName: Write = async (tx, scope, { entryId, name: proposed }, { name }) => {
  const actor = (await listActors(tx, scope)).find(({ id }) => id === entryId)
  if (!actor) return ENTRY_GONE
  const alias = { name: cleanName(name ?? proposed), language: 'und', preferred: false, from: null, until: null }
  const problem = aliasProblem(alias, actor)
  if (problem) return { ok: false, field: 'name', reason: problem.reason }
  await addNames(tx, scope, entryId, [alias])
  return null
}

async function decline(tx: Db, scope: Scope, proposal: Proposal, answer = ''): Promise<{ ok: true } | Refused> {
  const { id, kind, entryId, name } = proposal
  const sort = sortOf(proposal)
  const was = await listEntries(tx, scope, sort)
  if (kind === 'actor') {
    const actor = was.actors?.find((other) => other.id === entryId)
    if (actor) await markActorDeleted(tx, scope, entryId, actor.parentId)
  } else if (kind === 'theme') {
    const live = await listThemes(tx, scope)
    if (live.some((other) => other.id === entryId)) {
      const clash = clashAfterDelete(live, entryId)
      if (clash) return cannotMoveUp(clash)
      await markThemeDeleted(tx, scope, entryId)
      await writeThemePlaces(tx, scope, placesAfterDelete(live, entryId))
    }
  }
  await answerProposal(tx, scope, id, { state: 'declined', answer: answer.trim() })
  await recordEntryChange(tx, scope, was, { act: 'declined', entry: sort, entryId, name })
  if (kind !== 'alias') await recordInWorkspace(tx, scope, `${kind}-deleted`, { subject: entryId, details: { name } })
  return { ok: true }
}
