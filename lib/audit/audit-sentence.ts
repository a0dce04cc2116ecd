import { ROLE_NAMES } from '#/lib/access/member.ts'
import type { MemberRole } from '#/lib/access/roles.ts'
import { counted } from '#/lib/counted.ts'
import { shortDate } from '#/lib/date/short-date.ts'
import { t } from '#/lib/message/t.ts'
import type { AuditEvent } from './audit-event.ts'
import type { AuditRow } from './audit-row.ts'

/** The facts of an entry, in the words of a sentence. */
interface About {
  who: string
  /** A name or title as a mention: in quotes, with its own direction. */
  named(fact: string): string
  /** A name of a person: without quotes. */
  person(fact: string): string
  /** The name of a role. */
  role(fact: string): string
  /** Anything else, as it is; empty when it is not there. */
  fact(fact: string): string
  count(fact: string, singular: string): string
}

const SENTENCES: Record<AuditEvent, (about: About) => string> = {
  'signed-in': ({ who }) => t('{who} signed in', { who }),
  'sign-in-failed': ({ who }) => t('Somebody failed to sign in as {who}', { who }),
  'signed-out': ({ who }) => t('{who} signed out', { who }),
  'session-ended': ({ who }) => t('A session of {who} was ended', { who }),
  'account-created': ({ who }) => t('{who} made an account', { who }),
  'password-changed': ({ who, fact }) =>
    fact('by') === 'provider'
      ? t('{who} came through single sign-on, and the password was removed', { who })
      : t('{who} changed the password', { who }),
  'password-reset-asked': ({ who }) => t('A link to choose a new password was made for {who}', { who }),
  'password-reset': ({ who }) => t('{who} chose a new password with a link', { who }),
  'two-factor-on': ({ who }) => t('{who} turned two-factor sign-in on', { who }),
  'two-factor-off': ({ who, fact }) =>
    fact('by') === 'operator'
      ? t('Whoever runs the server turned two-factor sign-in off for {who}', { who })
      : t('{who} turned two-factor sign-in off', { who }),
  'recovery-code-used': ({ who }) => t('{who} signed in with a recovery code', { who }),
  'recovery-codes-renewed': ({ who }) => t('{who} made new recovery codes', { who }),
  'token-made': ({ who, named }) => t('{who} made the access token {name}', { who, name: named('name') }),
  'token-revoked': ({ who, named }) => t('{who} revoked the access token {name}', { who, name: named('name') }),
  'webhook-added': ({ who, fact }) => t('{who} added a webhook that tells {host}', { who, host: fact('host') }),
  'webhook-secret-shown': ({ who, fact }) => t('{who} looked at the secret of the webhook that tells {host}', { who, host: fact('host') }),
  'webhook-changed': ({ who, fact }) => t('{who} changed the webhook that tells {host}', { who, host: fact('host') }),
  'webhook-removed': ({ who, fact }) => t('{who} removed the webhook that told {host}', { who, host: fact('host') }),
  'secret-rotated': () => t('The secret of the server was changed'),
  'access-refused': ({ who }) => t('{who} was refused access', { who }),
  'workspace-created': ({ who, named }) => t('{who} created the workspace {name}', { who, name: named('name') }),
  'workspace-renamed': ({ who, named }) =>
    t('{who} renamed the workspace from {from} to {to}', { who, from: named('from'), to: named('to') }),
  'workspace-binned': ({ who, named }) => t('{who} deleted the workspace {name}', { who, name: named('name') }),
  'workspace-brought-back': ({ who, named }) => t('{who} brought the workspace {name} back', { who, name: named('name') }),
  'workspace-deleted': ({ named }) => t('The workspace {name} was deleted for good', { name: named('name') }),
  'backed-up': () => t('The server made a backup'),
  'restored-from-backup': () => t('The server was restored from a backup'),
  'member-invited': ({ who, fact, person, count, role }) =>
    fact('email')
      ? t('{who} invited {email} as {role}', { who, email: person('email'), role: role('role') })
      : fact('days')
        ? t('{who} made an invitation link for one {role}, good for {days}', { who, role: role('role'), days: count('days', 'day') })
        : t('{who} made an invitation link for one {role}', { who, role: role('role') }),
  'invitation-revoked': ({ who, role }) => t('{who} revoked an invitation link for one {role}', { who, role: role('role') }),
  'member-joined': ({ who, fact, person, role }) =>
    fact('invitedBy')
      ? t('{who} joined as {role}, invited by {by}', { who, role: role('role'), by: person('invitedBy') })
      : t('{who} joined as {role}', { who, role: role('role') }),
  'role-changed': ({ who, person, role }) =>
    t('{who} changed the role of {name} from {from} to {to}', { who, name: person('name'), from: role('from'), to: role('to') }),
  'member-removed': ({ who, person, role }) =>
    person('name') === who
      ? t('{who} ({role}) left', { who, role: role('role') })
      : t('{who} removed {name} ({role})', { who, name: person('name'), role: role('role') }),
  'document-imported': ({ who, named }) => t('{who} imported {title}', { who, title: named('title') }),
  'edition-applied': ({ who, named, fact }) =>
    t('{who} applied edition {edition} of {title}', { who, edition: fact('edition'), title: named('title') }),
  'document-binned': ({ who, named }) => t('{who} moved {title} to the bin', { who, title: named('title') }),
  'document-brought-back': ({ who, named }) => t('{who} brought {title} back from the bin', { who, title: named('title') }),
  'document-deleted': ({ who, named, count }) =>
    t('{who} deleted {title} for good, with {statements}', { who, title: named('title'), statements: count('statements', 'statement') }),
  'version-restored': ({ who, named, fact }) =>
    fact('what') === 'text'
      ? t('{who} restored an earlier version of {title}, the text alone', { who, title: named('title') })
      : t('{who} restored an earlier version of {title}', { who, title: named('title') }),
  'document-recovered': ({ named, fact }) =>
    t('The server made a document of {title} as it was on {day}', { title: named('title'), day: shortDate(fact('at').slice(0, 10)) }),
  'blind-round-opened': ({ who, named }) => t('{who} opened a blind round on {title}', { who, title: named('title') }),
  'blind-round-closed': ({ who, named }) => t('{who} closed a blind round on {title}', { who, title: named('title') }),
  'comment-deleted': ({ who }) => t('{who} deleted a comment of somebody else', { who }),
  'comment-brought-back': ({ who }) => t('{who} brought a comment of somebody else back', { who }),
  'memo-deleted': ({ who, fact }) => t('{who} deleted a memo on {on}', { who, on: fact('on') }),
  'memo-brought-back': ({ who, fact }) => t('{who} brought a memo on {on} back', { who, on: fact('on') }),
  exported: ({ who, count, fact }) =>
    fact('what') === 'codebook'
      ? t('{who} exported version {version} of the codebook as {format}', {
          who,
          version: fact('version'),
          format: fact('format').toUpperCase(),
        })
      : exported(who, count('count', 'statement'), fact('format').toUpperCase(), fact('filter')),
  'codebook-imported': ({ who, named, fact }) =>
    t('{who} imported the codebook {file}: {added} added, {changed} changed', {
      who,
      file: named('file'),
      added: Number(fact('added')),
      changed: Number(fact('changed')),
    }),
  'codebook-import-taken-back': ({ who, named }) => t('{who} took the import of the codebook {file} back', { who, file: named('file') }),
  'tags-changed-in-bulk': ({ who, fact, count }) =>
    withMore(
      t('{who} changed tags of {statements} in {documents}', {
        who,
        statements: count('changed', 'statement'),
        documents: count('documents', 'document'),
      }),
      fact('what'),
    ),
  'bulk-change-taken-back': ({ who, count, fact }) =>
    withMore(t('{who} took a change of tags of {statements} back', { who, statements: count('changed', 'statement') }), fact('what')),
  'query-shared': ({ who, named }) => t('{who} shared the query {name}', { who, name: named('name') }),
  'query-unshared': ({ who, named }) => t('{who} no longer shares the query {name}', { who, name: named('name') }),
  'query-deleted': ({ who, named }) => t('{who} deleted the shared query {name}', { who, name: named('name') }),
  'original-downloaded': ({ who, named }) => t('{who} downloaded the original of {title}', { who, title: named('title') }),
  'archive-made': ({ who }) => t('{who} downloaded everything in the workspace as an archive', { who }),
  'archive-loaded': ({ who, named }) => t('{who} brought the workspace {name} from an archive', { who, name: named('name') }),
  'audit-exported': ({ who, fact }) => t('{who} exported the audit log as {format}', { who, format: fact('format').toUpperCase() }),
  'actor-deleted': ({ who, named }) => t('{who} deleted the actor {name}', { who, name: named('name') }),
  'actor-brought-back': ({ who, named }) => t('{who} brought the actor {name} back', { who, name: named('name') }),
  'actors-merged': ({ who, named, person, count }) =>
    t('{who} merged {actors} into {name}: {merged}', {
      who,
      actors: count('count', 'actor'),
      name: named('name'),
      merged: person('merged'),
    }),
  'mentions-tagged': ({ who, named, count }) =>
    t('{who} tagged {mentions} in {title} from the list', { who, mentions: count('count', 'mention'), title: named('title') }),
  'mentions-untagged': ({ who, named, count }) =>
    t('{who} took back the tags of {mentions} in {title}', { who, mentions: count('count', 'mention'), title: named('title') }),
  'theme-deleted': ({ who, named }) => t('{who} deleted the theme {name}', { who, name: named('name') }),
  'theme-brought-back': ({ who, named }) => t('{who} brought the theme {name} back', { who, name: named('name') }),
  'themes-merged': ({ who, named, person, count }) =>
    t('{who} merged {themes} into {name}: {merged}', {
      who,
      themes: count('count', 'theme'),
      name: named('name'),
      merged: person('merged'),
    }),
  'merge-undone': ({ who, named, fact }) =>
    fact('sort') === 'theme'
      ? t('{who} took the merge into the theme {name} back', { who, name: named('name') })
      : t('{who} took the merge into the actor {name} back', { who, name: named('name') }),
  'entry-split': ({ who, named, person, fact, count }) =>
    fact('sort') === 'theme'
      ? t('{who} split the theme {name}: {passages} to {into}', {
          who,
          name: named('name'),
          passages: count('count', 'passage'),
          into: person('into'),
        })
      : t('{who} split the actor {name}: {passages} to {into}', {
          who,
          name: named('name'),
          passages: count('count', 'passage'),
          into: person('into'),
        }),
  'split-undone': ({ who, named, fact }) =>
    fact('sort') === 'theme'
      ? t('{who} took the split of the theme {name} back', { who, name: named('name') })
      : t('{who} took the split of the actor {name} back', { who, name: named('name') }),
  'theme-moved': ({ who, named, fact }) =>
    fact('under')
      ? t('{who} moved the theme {name} under {under}', { who, name: named('name'), under: named('under') })
      : t('{who} moved the theme {name} to the top', { who, name: named('name') }),
  'entries-archived': ({ who, named, fact, count }) => t('{who} archived {what}', { who, what: several(fact, named, count) }),
  'entries-unarchived': ({ who, named, fact, count }) =>
    t('{who} took {what} out of the archive', { who, what: several(fact, named, count) }),
  'ready-made-added': ({ who, named, count }) =>
    t('{who} added the ready-made codebook {name}: {themes}, {kinds}', {
      who,
      name: named('name'),
      themes: count('themes', 'theme'),
      kinds: count('kinds', 'kind'),
    }),
}

/** One entry by its name, several by their number. */
const several = (fact: About['fact'], named: About['named'], count: About['count']): string =>
  fact('count') !== '1'
    ? count('count', fact('noun') === 'theme' ? 'theme' : 'actor')
    : fact('noun') === 'theme'
      ? t('the theme {name}', { name: named('name') })
      : t('the actor {name}', { name: named('name') })

const exported = (who: string, statements: string, format: string, filter: string): string =>
  filter
    ? t('{who} exported {statements} as {format} ({filter})', { who, statements, format, filter })
    : t('{who} exported {statements} as {format}', { who, statements, format })

/** What a sentence does not say itself, behind it. */
const withMore = (sentence: string, more: string): string => (more ? `${sentence}: ${more}` : sentence)

/** Who did what nobody is named for. */
const NOBODY: Partial<Record<AuditEvent, string>> = {
  get 'sign-in-failed'() {
    return t('an unknown account')
  },
  get 'document-deleted'() {
    return t('The server')
  },
}

/** An entry as a sentence without a full stop. Names keep their own writing direction (Unicode isolates) unless `plain`. */
export function auditSentence({ event, userName, details }: Pick<AuditRow, 'event' | 'userName' | 'details'>, plain = false): string {
  const isolate = (text: string) => (plain ? text : `\u2068${text}\u2069`)
  const fact = (name: string) => String(details[name] ?? '')
  const who = userName ? isolate(userName) : (NOBODY[event] ?? t('Somebody'))
  const about: About = {
    who,
    fact,
    named: (name) => (fact(name) ? `“${isolate(fact(name))}”` : t('without a name')),
    person: (name) => isolate(fact(name)),
    role: (name) => ROLE_NAMES[fact(name) as MemberRole]?.toLowerCase() ?? fact(name),
    count: (name, singular) => counted(Number(details[name] ?? 0), singular),
  }
  return SENTENCES[event]?.(about) ?? event
}
