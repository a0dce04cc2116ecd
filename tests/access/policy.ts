import type { Permission } from '#/lib/access/roles.ts'

/**
 * Who may do what at every door of the product: the table that `npm run test:access` holds the running product against. The
 * doors come from the build, so that one that is not in here is a difference, and one in here that is gone as well.
 *
 * - `asks`: what it takes. A permission: membership with a role that has it; `account`: being signed in; `nothing`.
 * - `answer`: what those get who may; by default `done`.
 * - `stranger`: what those get who are signed in but no members; by default what a thing that does not exist would answer.
 * - `anonymous`: the same for the signed out; for actions by default what strangers get.
 * - `refusalWords`: what a page that opens for every member says to those whose role is too low.
 * - `leaves`: the table in which reading leaves a trace of the reader.
 * - `alone`: names nothing beside its workspace, so there is nothing foreign to be smuggled in.
 */
export interface Rule {
  asks: Permission | 'account' | 'nothing'
  answer?: Outcome
  stranger?: Outcome
  anonymous?: Outcome
  refusalWords?: string
  leaves?: string
  alone?: true
}

/**
 * What came of trying: it was done or shown; refused; as if it did not exist; sent to the sign-in page; sent elsewhere; or
 * for a socket what it may do.
 */
export type Outcome = 'done' | 'refused' | 'not found' | 'sign in' | 'read-write' | 'read-only' | 'no socket'

const READ: Rule = { asks: 'read' }
const TOKEN: Rule = { asks: 'nothing', answer: 'sign in' }

export const PAGES: Readonly<Record<string, Rule>> = {
  '/': { asks: 'account' },
  '/account': { asks: 'account' },
  '/account/keys': { asks: 'account' },
  '/forgot': { asks: 'nothing' },
  '/invite/[token]': { asks: 'nothing' },
  '/reset/[token]': { asks: 'nothing' },
  '/sign-in': { asks: 'nothing' },
  '/sign-up': { asks: 'nothing' },
  '/_global-error': { asks: 'nothing', answer: 'refused' },
  '/_not-found': { asks: 'nothing', answer: 'not found' },
  '/workspaces': { asks: 'account' },
  '/w/[workspaceId]/actors': READ,
  '/w/[workspaceId]/actors/[actorId]': READ,
  '/w/[workspaceId]/analysis': READ,
  '/w/[workspaceId]/audit': { asks: 'read-audit', refusalWords: 'Only owners read the audit log' },
  '/w/[workspaceId]/bin': { asks: 'manage-codebook', refusalWords: 'Only owners and editors open the bin' },
  '/w/[workspaceId]/claims': READ,
  '/w/[workspaceId]/comments': READ,
  '/w/[workspaceId]/codebook': READ,
  '/w/[workspaceId]/documents': READ,
  '/w/[workspaceId]/documents/[documentId]': READ,
  '/w/[workspaceId]/documents/[documentId]/history': READ,
  '/w/[workspaceId]/excerpts': READ,
  '/w/[workspaceId]/memos': READ,
  '/w/[workspaceId]/proposals': READ,
  '/w/[workspaceId]/mentions': READ,
  '/w/[workspaceId]/settings': READ,
  '/w/[workspaceId]/themes': READ,
}

/** "<method> <address>". Signed out, a program is told so (401 counts as "sign in"), or hears what strangers hear. */
export const ROUTES: Readonly<Record<string, Rule>> = {
  // An empty body is no archive, and nothing was sent before.
  'POST /api/archives': { asks: 'account', answer: 'refused', anonymous: 'sign in' },
  'PUT /api/archives': { asks: 'account', answer: 'refused', anonymous: 'sign in' },
  'GET /api/audit/[workspaceId]': { asks: 'read-audit', anonymous: 'sign in', alone: true },
  'GET /api/auth/[...nextauth]': { asks: 'nothing' },
  'POST /api/auth/[...nextauth]': { asks: 'nothing', answer: 'refused' },
  'POST /api/bulk-edits/[workspaceId]': { asks: 'tag', anonymous: 'sign in', alone: true },
  'GET /api/codebooks/[workspaceId]': { asks: 'export', anonymous: 'sign in', alone: true },
  // None was made.
  'GET /api/workspace-archives/[workspaceId]': { asks: 'manage-workspace', answer: 'not found', anonymous: 'sign in', alone: true },
  'POST /api/workspace-archives/[workspaceId]': { asks: 'manage-workspace', anonymous: 'sign in', alone: true },
  'POST /api/projects/[workspaceId]': { asks: 'import', anonymous: 'sign in', alone: true },
  'POST /api/codebooks/[workspaceId]': { asks: 'manage-codebook', anonymous: 'sign in', alone: true },
  'POST /api/editions/[documentId]': { asks: 'import', anonymous: 'sign in' },
  'GET /api/excerpts/[workspaceId]': { ...READ, anonymous: 'sign in', alone: true },
  'GET /api/exports/[workspaceId]': { asks: 'export', anonymous: 'sign in', alone: true },
  'GET /api/health': { asks: 'nothing' },
  'GET /api/history/[documentId]': READ,
  'GET /api/history/[documentId]/compare': READ,
  'GET /api/history/[documentId]/playback': READ,
  // From elsewhere, as through a proxy, without the operator's token: whoever is signed in.
  'GET /api/metrics': { asks: 'nothing', answer: 'refused' },
  'POST /api/imports/[workspaceId]': { asks: 'import', anonymous: 'sign in', alone: true },
  'GET /api/originals/[documentId]': READ,
  'GET /api/originals/[documentId]/text': READ,
  'GET /api/ready': { asks: 'nothing' },
  // Asked with tokens, of which none of these has one; each operation behind them is tried in tests/integration/api.
  'GET /api/v1/[...path]': TOKEN,
  'POST /api/v1/[...path]': TOKEN,
  'PATCH /api/v1/[...path]': TOKEN,
  'DELETE /api/v1/[...path]': TOKEN,
  'PUT /api/v1/[...path]': TOKEN,
  'POST /api/visits/[documentId]': { ...READ, leaves: 'document_visits' },
  'GET /icon.svg': { asks: 'nothing' },
}

const OWN: Rule = { asks: 'account', anonymous: 'sign in' }
/** What is asked for does not exist, so nobody gets it; only the signed out are told something else. */
const IN_VAIN: Rule = { ...OWN, answer: 'refused' }
const CODEBOOK: Rule = { asks: 'manage-codebook' }
const COMMENT: Rule = { asks: 'comment' }
const MEMO: Rule = { asks: 'tag' }
const VERSIONS: Rule = { asks: 'edit-text' }
const OWNER: Rule = { asks: 'manage-members' }

/** "<file>#<name>" */
export const ACTIONS: Readonly<Record<string, Rule>> = {
  'server/actions/account.ts#signUp': { asks: 'nothing', answer: 'refused' },
  'server/actions/account.ts#rename': OWN,
  'server/actions/account.ts#chooseColour': OWN,
  'server/actions/actors.ts#loadActorDetails': READ,
  'server/actions/actors.ts#saveAlias': CODEBOOK,
  'server/actions/actors.ts#removeAlias': CODEBOOK,
  'server/actions/actors.ts#promoteAlias': CODEBOOK,
  'server/actions/actors.ts#saveMembership': CODEBOOK,
  'server/actions/actors.ts#saveExternalId': CODEBOOK,
  'server/actions/actors.ts#saveDesignation': CODEBOOK,
  'server/actions/actors.ts#removeDetail': CODEBOOK,
  'server/actions/codebook.ts#loadCodebook': { ...READ, alone: true },
  'server/actions/codebook.ts#createActor': { asks: 'propose-codebook' },
  'server/actions/codebook.ts#updateActor': CODEBOOK,
  'server/actions/codebook.ts#actorImpact': { ...READ },
  'server/actions/codebook.ts#deleteActor': CODEBOOK,
  'server/actions/codebook.ts#restoreActor': CODEBOOK,
  'server/actions/codebook.ts#createTheme': { asks: 'propose-codebook' },
  'server/actions/codebook.ts#updateTheme': CODEBOOK,
  'server/actions/codebook.ts#moveTheme': CODEBOOK,
  'server/actions/codebook.ts#themeImpact': { ...READ },
  'server/actions/codebook.ts#deleteTheme': CODEBOOK,
  'server/actions/codebook.ts#restoreTheme': CODEBOOK,
  'server/actions/codebook.ts#archiveEntries': CODEBOOK,
  'server/actions/ready-made.ts#addReadyMade': { ...CODEBOOK, alone: true },
  'server/actions/codebook-history.ts#nameCodebookVersion': { ...CODEBOOK, alone: true },
  'server/actions/codebook-history.ts#unnameCodebookVersion': { ...CODEBOOK, alone: true },
  'server/actions/comments.ts#loadThreads': READ,
  'server/actions/search.ts#searchWorkspace': { ...READ, alone: true },
  'server/actions/search.ts#neighbourDocument': READ,
  'server/actions/comments.ts#countWaitingForMe': { ...READ, alone: true },
  'server/actions/comments.ts#addComment': COMMENT,
  'server/actions/comments.ts#editComment': COMMENT,
  'server/actions/comments.ts#deleteComment': COMMENT,
  'server/actions/comments.ts#resolveThread': COMMENT,
  'server/actions/comments.ts#assignThread': COMMENT,
  'server/actions/comments.ts#readThread': COMMENT,
  'server/actions/merge.ts#mergeImpact': READ,
  'server/actions/merge.ts#mergeEntries': CODEBOOK,
  'server/actions/merge.ts#taggedPassages': READ,
  'server/actions/merge.ts#splitEntry': CODEBOOK,
  'server/actions/merge.ts#undoCodebookChange': CODEBOOK,
  'server/actions/proposals.ts#proposeAlias': { asks: 'propose-codebook' },
  'server/actions/proposals.ts#answerProposal': CODEBOOK,
  'server/actions/proposals.ts#reopenProposal': CODEBOOK,
  // Everybody takes back only what they did themselves: here, nothing.
  'server/actions/bulk-edits.ts#takeBackBulkEdit': { asks: 'tag', answer: 'refused' },
  'server/actions/codebook-exchange.ts#codebookLosses': { ...READ, alone: true },
  'server/actions/codebook-exchange.ts#takeBackCodebookImport': CODEBOOK,
  'server/actions/document-work.ts#setDocumentStatus': { asks: 'tag' },
  'server/actions/document-work.ts#assignDocuments': { asks: 'tag' },
  'server/actions/document-work.ts#seeAssignments': READ,
  'server/actions/document-work.ts#visitDocuments': { ...READ, leaves: 'members', alone: true },
  'server/actions/documents.ts#updateDocument': { asks: 'import' },
  'server/actions/documents.ts#askWhyClosed': READ,
  'server/actions/documents.ts#moveDocumentToBin': { asks: 'delete' },
  'server/actions/documents.ts#restoreDocument': { asks: 'delete' },
  'server/actions/documents.ts#deleteDocumentForGood': { asks: 'delete' },
  'server/actions/editions.ts#applyEdition': { asks: 'import' },
  'server/actions/editions.ts#dropEdition': { asks: 'import', stranger: 'refused' },
  'server/actions/excerpts.ts#moreExcerpts': { ...READ, alone: true },
  'server/actions/excerpts.ts#resultsNow': { ...READ, alone: true },
  'server/actions/excerpts.ts#documentsToAssign': READ,
  'server/actions/excerpts.ts#countExportLosses': { ...READ, alone: true },
  'server/actions/excerpts.ts#lastWordsOf': READ,
  'server/actions/kinds.ts#addKind': { ...CODEBOOK, alone: true },
  'server/actions/kinds.ts#changeKind': CODEBOOK,
  'server/actions/kinds.ts#moveKind': CODEBOOK,
  'server/actions/kinds.ts#deleteKind': CODEBOOK,
  'server/actions/members.ts#inviteMember': { ...OWNER, alone: true },
  'server/actions/members.ts#revokeInvitation': OWNER,
  'server/actions/members.ts#changeRole': OWNER,
  'server/actions/members.ts#removeMember': OWNER,
  'server/actions/members.ts#acceptInvitation': IN_VAIN,
  'server/actions/memos.ts#loadMemos': READ,
  'server/actions/memos.ts#addMemo': MEMO,
  'server/actions/memos.ts#editMemo': MEMO,
  'server/actions/memos.ts#deleteMemo': MEMO,
  'server/actions/saved-queries.ts#saveQuery': { ...READ, leaves: 'saved_queries', alone: true },
  'server/actions/saved-queries.ts#updateSavedQuery': { ...READ, leaves: 'saved_queries' },
  'server/actions/saved-queries.ts#deleteSavedQuery': { ...READ, leaves: 'saved_queries' },
  'server/actions/mentions.ts#pageOfMentions': { ...READ, alone: true },
  'server/actions/mentions.ts#tagMentions': { asks: 'tag' },
  'server/actions/mentions.ts#tagListedMentions': { asks: 'tag', alone: true },
  'server/actions/mentions.ts#takeBackTags': { asks: 'tag' },
  'server/actions/mentions.ts#loadRejections': READ,
  'server/actions/mentions.ts#loadAllRejections': { ...READ, alone: true },
  'server/actions/mentions.ts#rejectMentions': { asks: 'tag' },
  'server/actions/mentions.ts#takeBackRejections': { asks: 'tag' },
  'server/actions/password.ts#changePassword': IN_VAIN,
  'server/actions/password.ts#askForReset': { asks: 'nothing', answer: 'refused' },
  'server/actions/password.ts#resetPassword': { asks: 'nothing', answer: 'refused' },
  'server/actions/sessions.ts#endSession': IN_VAIN,
  'server/actions/sessions.ts#endOtherSessions': OWN,
  'server/actions/settings.ts#changeMySettings': OWN,
  'server/actions/settings.ts#loadColours': { ...READ, alone: true },
  'server/actions/tokens.ts#createToken': OWN,
  'server/actions/tokens.ts#revokeToken': IN_VAIN,
  'server/actions/two-factor.ts#startTwoFactor': IN_VAIN,
  'server/actions/two-factor.ts#confirmTwoFactor': IN_VAIN,
  'server/actions/two-factor.ts#renewRecoveryCodes': IN_VAIN,
  'server/actions/two-factor.ts#endTwoFactor': IN_VAIN,
  'server/actions/versions.ts#nameVersion': VERSIONS,
  'server/actions/versions.ts#renameVersion': VERSIONS,
  'server/actions/versions.ts#deleteVersion': VERSIONS,
  'server/actions/versions.ts#restoreVersion': VERSIONS,
  'server/actions/webhooks.ts#createWebhook': { asks: 'manage-workspace', alone: true },
  'server/actions/webhooks.ts#switchWebhook': { asks: 'manage-workspace' },
  'server/actions/webhooks.ts#deleteWebhook': { asks: 'manage-workspace' },
  'server/actions/webhooks.ts#pingWebhook': { asks: 'manage-workspace' },
  'server/actions/webhooks.ts#showWebhookSecret': { asks: 'manage-workspace' },
  'server/actions/workspaces.ts#createWorkspace': OWN,
  'server/actions/workspaces.ts#renameWorkspace': { asks: 'manage-workspace', alone: true },
  'server/actions/workspaces.ts#deleteWorkspace': { asks: 'manage-workspace', alone: true },
  'server/actions/workspaces.ts#bringBackWorkspace': { asks: 'manage-workspace', stranger: 'refused', anonymous: 'sign in' },
}

/** What it takes to write; every member reads. */
export const ROOMS: Readonly<Record<string, { toWrite: Permission | 'nobody' }>> = {
  text: { toWrite: 'edit-text' },
  layer: { toWrite: 'tag' },
  workspace: { toWrite: 'nobody' },
}
