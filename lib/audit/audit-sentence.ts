import { counted } from '#/lib/counted.ts'
import type { AuditEvent } from './audit-event.ts'
import type { AuditRow } from './audit-row.ts'

/** The facts of an entry, in the words of a sentence. */
interface About {
  who: string
  /** A name or title as a mention: in quotes, with its own direction. */
  named(fact: string): string
  /** A name of a person: without quotes. */
  person(fact: string): string
  /** Anything else, as it is; empty when it is not there. */
  fact(fact: string): string
  count(fact: string, singular: string): string
}

const SENTENCES: Record<AuditEvent, (about: About) => string> = {
  'signed-in': ({ who }) => `${who} signed in`,
  'sign-in-failed': ({ who }) => `Somebody failed to sign in as ${who}`,
  'signed-out': ({ who }) => `${who} signed out`,
  'session-ended': ({ who }) => `A session of ${who} was ended`,
  'account-created': ({ who }) => `${who} made an account`,
  'password-changed': ({ who, fact }) =>
    fact('by') === 'provider' ? `${who} came through single sign-on, and the password was removed` : `${who} changed the password`,
  'password-reset-asked': ({ who }) => `A link to choose a new password was made for ${who}`,
  'password-reset': ({ who }) => `${who} chose a new password with a link`,
  'two-factor-on': ({ who }) => `${who} turned two-factor sign-in on`,
  'two-factor-off': ({ who, fact }) =>
    fact('by') === 'operator' ? `Whoever runs the server turned two-factor sign-in off for ${who}` : `${who} turned two-factor sign-in off`,
  'recovery-code-used': ({ who }) => `${who} signed in with a recovery code`,
  'recovery-codes-renewed': ({ who }) => `${who} made new recovery codes`,
  'secret-rotated': () => 'The secret of the server was changed',
  'access-refused': ({ who }) => `${who} was refused access`,
  'workspace-created': ({ who, named }) => `${who} created the workspace ${named('name')}`,
  'workspace-renamed': ({ who, named }) => `${who} renamed the workspace from ${named('from')} to ${named('to')}`,
  'workspace-binned': ({ who, named }) => `${who} deleted the workspace ${named('name')}`,
  'workspace-brought-back': ({ who, named }) => `${who} brought the workspace ${named('name')} back`,
  'workspace-deleted': ({ named }) => `The workspace ${named('name')} was deleted for good`,
  'backed-up': () => 'The server made a backup',
  'restored-from-backup': () => 'The server was restored from a backup',
  'member-invited': ({ who, fact, person, count }) =>
    fact('email')
      ? `${who} invited ${person('email')} as ${fact('role')}`
      : `${who} made an invitation link for one ${fact('role')}${fact('days') && `, good for ${count('days', 'day')}`}`,
  'invitation-revoked': ({ who, fact }) => `${who} revoked an invitation link for one ${fact('role')}`,
  'member-joined': ({ who, fact, person }) =>
    `${who} joined as ${fact('role')}${fact('invitedBy') && `, invited by ${person('invitedBy')}`}`,
  'role-changed': ({ who, person, fact }) => `${who} changed the role of ${person('name')} from ${fact('from')} to ${fact('to')}`,
  'member-removed': ({ who, person, fact }) =>
    person('name') === who ? `${who} (${fact('role')}) left` : `${who} removed ${person('name')} (${fact('role')})`,
  'document-imported': ({ who, named }) => `${who} imported ${named('title')}`,
  'edition-applied': ({ who, named, fact }) => `${who} applied edition ${fact('edition')} of ${named('title')}`,
  'document-binned': ({ who, named }) => `${who} moved ${named('title')} to the bin`,
  'document-brought-back': ({ who, named }) => `${who} brought ${named('title')} back from the bin`,
  'document-deleted': ({ who, named, count }) => `${who} deleted ${named('title')} for good, with ${count('statements', 'statement')}`,
  'version-restored': ({ who, named, fact }) =>
    `${who} restored an earlier version of ${named('title')}${fact('what') === 'text' ? ', the text alone' : ''}`,
  'document-recovered': ({ named, fact }) => `The server made a document of ${named('title')} as it was on ${fact('at').slice(0, 10)}`,
  'blind-round-opened': ({ who, named }) => `${who} opened a blind round on ${named('title')}`,
  'blind-round-closed': ({ who, named }) => `${who} closed a blind round on ${named('title')}`,
  'comment-deleted': ({ who }) => `${who} deleted a comment of somebody else`,
  'comment-brought-back': ({ who }) => `${who} brought a comment of somebody else back`,
  'memo-deleted': ({ who, fact }) => `${who} deleted a memo on ${fact('on')}`,
  'memo-brought-back': ({ who, fact }) => `${who} brought a memo on ${fact('on')} back`,
  exported: ({ who, count, fact }) =>
    fact('what') === 'codebook'
      ? `${who} exported version ${fact('version')} of the codebook as ${fact('format').toUpperCase()}`
      : `${who} exported ${count('count', 'statement')} as ${fact('format').toUpperCase()}${fact('filter') && ` (${fact('filter')})`}`,
  'codebook-imported': ({ who, named, fact }) =>
    `${who} imported the codebook ${named('file')}: ${fact('added') || '0'} added, ${fact('changed') || '0'} changed`,
  'codebook-import-taken-back': ({ who, named }) => `${who} took the import of the codebook ${named('file')} back`,
  'tags-changed-in-bulk': ({ who, fact, count }) =>
    `${who} changed tags of ${count('changed', 'statement')} in ${count('documents', 'document')}${fact('what') && `: ${fact('what')}`}`,
  'bulk-change-taken-back': ({ who, count, fact }) =>
    `${who} took a change of tags of ${count('changed', 'statement')} back${fact('what') && `: ${fact('what')}`}`,
  'query-shared': ({ who, named }) => `${who} shared the query ${named('name')}`,
  'query-deleted': ({ who, named }) => `${who} deleted the shared query ${named('name')}`,
  'original-downloaded': ({ who, named }) => `${who} downloaded the original of ${named('title')}`,
  'audit-exported': ({ who, fact }) => `${who} exported the audit log as ${fact('format').toUpperCase()}`,
  'actor-deleted': ({ who, named }) => `${who} deleted the actor ${named('name')}`,
  'actor-brought-back': ({ who, named }) => `${who} brought the actor ${named('name')} back`,
  'actors-merged': ({ who, named, person, count }) => `${who} merged ${count('count', 'actor')} into ${named('name')}: ${person('merged')}`,
  'mentions-tagged': ({ who, named, count }) => `${who} tagged ${count('count', 'mention')} in ${named('title')} from the list`,
  'mentions-untagged': ({ who, named, count }) => `${who} took back the tags of ${count('count', 'mention')} in ${named('title')}`,
  'theme-deleted': ({ who, named }) => `${who} deleted the theme ${named('name')}`,
  'theme-brought-back': ({ who, named }) => `${who} brought the theme ${named('name')} back`,
  'themes-merged': ({ who, named, person, count }) => `${who} merged ${count('count', 'theme')} into ${named('name')}: ${person('merged')}`,
  'merge-undone': ({ who, named, fact }) => `${who} took the merge into the ${fact('sort')} ${named('name')} back`,
  'entry-split': ({ who, named, person, fact, count }) =>
    `${who} split the ${fact('sort')} ${named('name')}: ${count('count', 'passage')} to ${person('into')}`,
  'split-undone': ({ who, named, fact }) => `${who} took the split of the ${fact('sort')} ${named('name')} back`,
  'theme-moved': ({ who, named, fact }) =>
    `${who} moved the theme ${named('name')} ${fact('under') ? `under ${named('under')}` : 'to the top'}`,
  'entries-archived': ({ who, named, fact, count }) => `${who} archived ${several(fact, named, count)}`,
  'entries-unarchived': ({ who, named, fact, count }) => `${who} took ${several(fact, named, count)} out of the archive`,
  'ready-made-added': ({ who, named, count }) =>
    `${who} added the ready-made codebook ${named('name')}: ${count('themes', 'theme')}, ${count('kinds', 'kind')}`,
}

/** One entry by its name, several by their number. */
const several = (fact: About['fact'], named: About['named'], count: About['count']): string =>
  fact('count') === '1' ? `the ${fact('noun')} ${named('name')}` : count('count', fact('noun'))

/** Who did what nobody is named for. */
const NOBODY: Partial<Record<AuditEvent, string>> = {
  'sign-in-failed': 'an unknown account',
  'document-deleted': 'The server',
}

/** An entry as a sentence without a full stop. Names keep their own writing direction (Unicode isolates) unless `plain`. */
export function auditSentence({ event, userName, details }: Pick<AuditRow, 'event' | 'userName' | 'details'>, plain = false): string {
  const isolate = (text: string) => (plain ? text : `\u2068${text}\u2069`)
  const fact = (name: string) => String(details[name] ?? '')
  const who = userName ? isolate(userName) : (NOBODY[event] ?? 'Somebody')
  const about: About = {
    who,
    fact,
    named: (name) => (fact(name) ? `“${isolate(fact(name))}”` : 'without a name'),
    person: (name) => isolate(fact(name)),
    count: (name, singular) => counted(Number(details[name] ?? 0), singular),
  }
  return SENTENCES[event]?.(about) ?? event
}
