import { newId } from '#/lib/id.ts'
import type { Place } from './place.ts'

/** Arguments for a call that is right in everything but perhaps the caller; so that what is refused is refused for who asks. */
export type ActionCall = (place: Place) => Promise<unknown[]>

const META = { title: 'Renamed', outlet: '', author: '', publishedOn: null, url: '', kind: '', language: 'en', direction: 'ltr' }
const ALL_MENTIONS = { actorId: null, documentId: null }
const NO_TOKEN = 'AAAAAAAAAAAAAAAAAAAAAA'
let count = 0
const fresh = (what: string) => `${what} by call ${++count}`

const atActor =
  (rest: (place: Place) => unknown[] = () => [], state?: 'deleted'): ActionCall =>
  async (place) => [place.workspaceId, await place.rows.actor(state), ...rest(place)]
const atTheme =
  (rest: () => unknown[] = () => []): ActionCall =>
  async (place) => [place.workspaceId, await place.rows.theme(), ...rest()]
const atAlias: ActionCall = async ({ workspaceId, rows }) => {
  const { actorId, aliasId } = await rows.alias()
  return [workspaceId, actorId, aliasId]
}
const twoActors = async (rows: Place['rows']) => ({ sort: 'actor', from: [await rows.actor()], into: await rows.actor() })
const inDocument = ({ workspaceId, rows }: Place) => ({ workspaceId, documentId: rows.documentId })

export const ACTION_CALLS: Readonly<Record<string, ActionCall>> = {
  'server/actions/account.ts#signUp': async () => [{ name: 'X', email: 'new@example.org', password: 'short' }],
  'server/actions/account.ts#chooseColour': async () => [3],
  'server/actions/account.ts#rename': async () => [fresh('Name')],
  'server/actions/actors.ts#loadActorDetails': atActor(),
  'server/actions/actors.ts#saveAlias': atActor(() => [{ name: fresh('Alias'), language: 'en' }]),
  'server/actions/actors.ts#removeAlias': atAlias,
  'server/actions/actors.ts#promoteAlias': atAlias,
  'server/actions/actors.ts#saveMembership': async ({ workspaceId, rows }) => {
    const [actorId, groupId] = [await rows.actor(), await rows.actor()]
    return [workspaceId, actorId, { actorId, groupId, from: null, until: null, note: '' }]
  },
  'server/actions/actors.ts#saveExternalId': atActor(() => [{ scheme: 'wikidata', value: 'Q30' }]),
  'server/actions/actors.ts#saveDesignation': atActor(() => [{ label: fresh('Listed'), issuer: '', source: '', from: null, until: null }]),
  'server/actions/actors.ts#removeDetail': async (place) => [
    place.workspaceId,
    await place.rows.actor(),
    { what: 'designations', id: await place.rows.actor() },
  ],
  'server/actions/codebook.ts#loadCodebook': async ({ workspaceId }) => [workspaceId],
  'server/actions/codebook.ts#createActor': async ({ workspaceId, rows }) => [
    workspaceId,
    { name: fresh('Actor'), parentId: await rows.actor() },
  ],
  'server/actions/codebook.ts#updateActor': atActor(() => [{ name: fresh('Actor') }]),
  'server/actions/codebook.ts#actorImpact': atActor(),
  'server/actions/codebook.ts#deleteActor': atActor(),
  'server/actions/codebook.ts#restoreActor': async ({ workspaceId, rows }) => [
    workspaceId,
    { id: await rows.actor('deleted'), children: [] },
  ],
  'server/actions/codebook.ts#createTheme': async ({ workspaceId, rows }) => [
    workspaceId,
    { name: fresh('Theme'), parentId: await rows.theme() },
  ],
  'server/actions/codebook.ts#updateTheme': atTheme(() => [{ name: fresh('Theme') }]),
  'server/actions/codebook.ts#moveTheme': async ({ workspaceId, rows }) => [
    workspaceId,
    await rows.theme(),
    { parentId: await rows.theme() },
  ],
  'server/actions/codebook.ts#themeImpact': atTheme(),
  'server/actions/codebook.ts#deleteTheme': atTheme(),
  'server/actions/codebook.ts#restoreTheme': async ({ workspaceId, rows }) => [
    workspaceId,
    { id: await rows.theme('deleted'), children: [] },
  ],
  'server/actions/codebook.ts#archiveEntries': async ({ workspaceId, rows }) => [
    workspaceId,
    { noun: 'theme', ids: [await rows.theme()], archived: true },
  ],
  'server/actions/comments.ts#loadThreads': async ({ workspaceId, rows }) => [workspaceId, rows.documentId],
  'server/actions/search.ts#searchWorkspace': async ({ workspaceId }) => [workspaceId, 'a', null],
  'server/actions/search.ts#neighbourDocument': async ({ workspaceId, rows }) => [workspaceId, rows.documentId, 1],
  'server/actions/comments.ts#countWaitingForMe': async ({ workspaceId }) => [workspaceId],
  'server/actions/comments.ts#addComment': async ({ workspaceId, rows, userId }) => [
    workspaceId,
    { id: newId(), documentId: rows.documentId, annotationId: (await rows.comment(userId)).annotationId, text: fresh('Comment') },
  ],
  'server/actions/comments.ts#editComment': async ({ workspaceId, rows, userId }) => [
    workspaceId,
    (await rows.comment(userId)).id,
    fresh('Comment'),
  ],
  'server/actions/comments.ts#deleteComment': async ({ workspaceId, rows, userId }) => [workspaceId, (await rows.comment(userId)).id, true],
  'server/actions/comments.ts#resolveThread': async ({ workspaceId, rows, userId }) => [
    workspaceId,
    (await rows.comment(userId)).annotationId,
    true,
  ],
  'server/actions/comments.ts#assignThread': async ({ workspaceId, rows, userId }) => [
    workspaceId,
    (await rows.comment(userId)).annotationId,
    await rows.member(),
  ],
  'server/actions/comments.ts#readThread': async ({ workspaceId, rows, userId }) => {
    const { id, annotationId } = await rows.comment(userId)
    return [workspaceId, annotationId, id]
  },
  'server/actions/merge.ts#mergeImpact': async ({ workspaceId, rows }) => [workspaceId, await twoActors(rows)],
  'server/actions/merge.ts#mergeEntries': async ({ workspaceId, rows }) => [workspaceId, await twoActors(rows)],
  'server/actions/merge.ts#taggedPassages': async ({ workspaceId, rows }) => [workspaceId, { sort: 'actor', id: await rows.actor() }],
  'server/actions/merge.ts#splitEntry': async ({ workspaceId, rows }) => [
    workspaceId,
    { sort: 'actor', id: await rows.actor(), names: [fresh('Part')], passages: [] },
  ],
  'server/actions/merge.ts#undoCodebookChange': async ({ workspaceId, rows }) => [workspaceId, await rows.merge()],
  'server/actions/proposals.ts#proposeAlias': async ({ workspaceId, rows }) => [
    workspaceId,
    { actorId: await rows.actor(), name: fresh('Alias') },
  ],
  'server/actions/proposals.ts#answerProposal': async ({ workspaceId, rows }) => [
    workspaceId,
    { proposalId: await rows.proposal(), answer: { act: 'accept' } },
  ],
  'server/actions/proposals.ts#reopenProposal': async ({ workspaceId, rows }) => [workspaceId, await rows.proposal('declined')],
  // Each is added once.
  'server/actions/ready-made.ts#addReadyMade': async ({ workspaceId, role }) => [
    workspaceId,
    role === 'owner' ? 'plover' : role === 'editor' ? 'acled' : 'syria-desk',
  ],
  'server/actions/codebook-history.ts#nameCodebookVersion': async ({ workspaceId }) => [workspaceId, 0, fresh('Version')],
  'server/actions/codebook-history.ts#unnameCodebookVersion': async ({ workspaceId, rows }) => [workspaceId, await rows.codebookVersion()],
  'server/actions/bulk-edits.ts#takeBackBulkEdit': async ({ workspaceId }) => [workspaceId, newId()],
  'server/actions/codebook-exchange.ts#codebookLosses': async ({ workspaceId }) => [workspaceId],
  'server/actions/codebook-exchange.ts#takeBackCodebookImport': async ({ workspaceId, rows }) => [workspaceId, await rows.codebookImport()],
  'server/actions/document-work.ts#setDocumentStatus': async ({ workspaceId, rows }) => [workspaceId, [rows.documentId], 'in-progress'],
  'server/actions/document-work.ts#assignDocuments': async ({ workspaceId, rows, userId }) => [
    workspaceId,
    [rows.documentId],
    { ask: [], release: [userId] },
  ],
  'server/actions/document-work.ts#seeAssignments': async ({ workspaceId }) => [workspaceId],
  'server/actions/document-work.ts#visitDocuments': async ({ workspaceId }) => [workspaceId, 0],
  'server/actions/documents.ts#updateDocument': async ({ workspaceId, rows }) => [workspaceId, rows.documentId, META],
  'server/actions/documents.ts#askWhyClosed': async ({ workspaceId, rows }) => [workspaceId, rows.documentId],
  'server/actions/documents.ts#moveDocumentToBin': async ({ workspaceId, rows }) => [workspaceId, await rows.document()],
  'server/actions/documents.ts#restoreDocument': async ({ workspaceId, rows }) => [workspaceId, await rows.document('binned')],
  'server/actions/documents.ts#deleteDocumentForGood': async ({ workspaceId, rows }) => [
    workspaceId,
    await rows.document('binned'),
    'Hotline',
  ],
  'server/actions/editions.ts#applyEdition': async (place) => [{ ...inDocument(place), key: await place.rows.edition(place.userId) }],
  'server/actions/editions.ts#dropEdition': async (place) => [{ ...inDocument(place), key: await place.rows.edition(place.userId) }],
  'server/actions/excerpts.ts#moreExcerpts': async ({ workspaceId }) => [workspaceId, '', ''],
  'server/actions/excerpts.ts#resultsNow': async ({ workspaceId }) => [workspaceId, '', []],
  'server/actions/excerpts.ts#documentsToAssign': async ({ workspaceId }) => [workspaceId, ''],
  'server/actions/excerpts.ts#countExportLosses': async ({ workspaceId }) => [workspaceId, ''],
  'server/actions/excerpts.ts#lastWordsOf': async ({ workspaceId, rows }) => [workspaceId, rows.documentId],
  'server/actions/kinds.ts#addKind': async ({ workspaceId }) => [workspaceId, { name: fresh('Kind'), glyph: 'other' }],
  'server/actions/kinds.ts#changeKind': async ({ workspaceId, rows }) => [workspaceId, await rows.kind(), { name: fresh('Kind') }],
  'server/actions/kinds.ts#moveKind': async ({ workspaceId, rows }) => [workspaceId, { slug: await rows.kind(), before: null }],
  'server/actions/kinds.ts#deleteKind': async ({ workspaceId, rows }) => [workspaceId, { slug: await rows.kind(), moveTo: null }],
  'server/actions/members.ts#inviteMember': async ({ workspaceId }) => [workspaceId, { role: 'viewer', days: 7 }],
  'server/actions/members.ts#revokeInvitation': async ({ workspaceId, rows }) => [workspaceId, await rows.invitation()],
  'server/actions/members.ts#changeRole': async ({ workspaceId, rows }) => [workspaceId, { userId: await rows.member(), role: 'viewer' }],
  'server/actions/members.ts#removeMember': async ({ workspaceId, rows }) => [workspaceId, await rows.member()],
  'server/actions/members.ts#acceptInvitation': async () => [NO_TOKEN],
  'server/actions/memos.ts#loadMemos': async ({ workspaceId, rows }) => [workspaceId, 'document', rows.documentId],
  'server/actions/memos.ts#addMemo': async ({ workspaceId, rows }) => [
    workspaceId,
    { id: newId(), subject: 'document', subjectId: rows.documentId, text: fresh('Memo') },
  ],
  'server/actions/memos.ts#editMemo': async ({ workspaceId, rows, userId }) => [
    workspaceId,
    await rows.memo(userId),
    { text: fresh('Memo'), basedOn: 'First' },
  ],
  'server/actions/memos.ts#deleteMemo': async ({ workspaceId, rows, userId }) => [workspaceId, await rows.memo(userId), true],
  'server/actions/saved-queries.ts#saveQuery': async ({ workspaceId }) => [
    workspaceId,
    { name: fresh('Query'), address: 'q=line', isShared: false },
  ],
  'server/actions/saved-queries.ts#updateSavedQuery': async ({ workspaceId, rows, userId }) => [
    workspaceId,
    await rows.savedQuery(userId),
    { name: fresh('Query'), address: '', isShared: false },
  ],
  'server/actions/saved-queries.ts#deleteSavedQuery': async ({ workspaceId, rows, userId }) => [workspaceId, await rows.savedQuery(userId)],
  'server/actions/mentions.ts#pageOfMentions': async ({ workspaceId }) => [workspaceId, { filter: ALL_MENTIONS, after: null }],
  'server/actions/mentions.ts#tagMentions': async ({ workspaceId, rows }) => [
    workspaceId,
    [{ documentId: rows.documentId, actorId: await rows.actor(), words: 'Russia', runs: [[1, 1, 6]] }],
  ],
  'server/actions/mentions.ts#tagListedMentions': async ({ workspaceId }) => [workspaceId, ALL_MENTIONS],
  'server/actions/mentions.ts#takeBackTags': async ({ workspaceId, rows }) => [
    workspaceId,
    [{ documentId: rows.documentId, annotationIds: [newId()] }],
  ],
  'server/actions/mentions.ts#loadRejections': async ({ workspaceId, rows }) => [workspaceId, rows.documentId],
  'server/actions/mentions.ts#loadAllRejections': async ({ workspaceId }) => [workspaceId],
  'server/actions/mentions.ts#rejectMentions': async ({ workspaceId, rows }) => [
    workspaceId,
    [{ id: newId(), actorId: await rows.actor(), words: 'Russia', documentId: rows.documentId, runs: null }],
  ],
  'server/actions/mentions.ts#takeBackRejections': async ({ workspaceId, rows }) => [workspaceId, [await rows.rejection()]],
  'server/actions/password.ts#changePassword': async () => [{ current: 'not the password', next: 'a much longer one 9' }],
  'server/actions/password.ts#askForReset': async () => ['somebody@example.org'],
  'server/actions/password.ts#resetPassword': async () => [NO_TOKEN, 'a much longer one 9'],
  'server/actions/sessions.ts#endSession': async () => ['a-bystander-session'],
  'server/actions/sessions.ts#endOtherSessions': async () => [],
  'server/actions/settings.ts#loadColours': async ({ workspaceId }) => [workspaceId],
  'server/actions/settings.ts#changeMySettings': async () => [{ tourSeen: true }],
  'server/actions/tokens.ts#createToken': async () => [{ name: fresh('Token'), scopes: ['read'], days: 30 }],
  'server/actions/tokens.ts#revokeToken': async () => [newId()],
  'server/actions/two-factor.ts#startTwoFactor': async () => ['not the password'],
  'server/actions/two-factor.ts#confirmTwoFactor': async () => ['000000'],
  'server/actions/two-factor.ts#renewRecoveryCodes': async () => [{ password: 'not the password', code: '000000' }],
  'server/actions/two-factor.ts#endTwoFactor': async () => [{ password: 'not the password', code: '000000' }],
  'server/actions/versions.ts#nameVersion': async (place) => [{ ...inDocument(place), seq: null, name: 'Named' }],
  'server/actions/versions.ts#renameVersion': async ({ workspaceId, rows }) => [
    { workspaceId, ...(await rows.version()), name: 'Renamed' },
  ],
  'server/actions/versions.ts#deleteVersion': async ({ workspaceId, rows }) => [{ workspaceId, ...(await rows.version()) }],
  'server/actions/versions.ts#restoreVersion': async (place) => [{ ...inDocument(place), seq: 1_000_000, what: 'text' }],
  'server/actions/webhooks.ts#createWebhook': async ({ workspaceId }) => [
    workspaceId,
    { url: 'https://hooks.invalid/in', events: ['document.created'] },
  ],
  'server/actions/webhooks.ts#switchWebhook': async ({ workspaceId, rows }) => [workspaceId, await rows.webhook(), true],
  'server/actions/webhooks.ts#deleteWebhook': async ({ workspaceId, rows }) => [workspaceId, await rows.webhook()],
  'server/actions/webhooks.ts#pingWebhook': async ({ workspaceId, rows }) => [workspaceId, await rows.webhook()],
  'server/actions/webhooks.ts#showWebhookSecret': async ({ workspaceId, rows }) => [workspaceId, await rows.webhook()],
  'server/actions/workspaces.ts#createWorkspace': async () => [{ name: fresh('Workspace') }],
  'server/actions/workspaces.ts#renameWorkspace': async ({ workspaceId }) => [workspaceId, { name: 'Here' }],
  'server/actions/workspaces.ts#deleteWorkspace': async ({ workspaceId }) => [workspaceId, 'Here'],
  'server/actions/workspaces.ts#bringBackWorkspace': async ({ rows, userId, role }) => [await rows.binnedWorkspace(userId, role)],
}
