import { expect, test } from 'vitest'
import { AUDIT_EVENTS, type AuditDetails, type AuditEvent } from './audit-event.ts'
import { auditSentence } from './audit-sentence.ts'
import { AUDIT_GROUPS, eventsOf } from './event-groups.ts'

const WHO = 'Maren Solberg'
const said: [AuditEvent, AuditDetails, string][] = [
  ['member-removed', { name: 'Tomas Vrba', role: 'coder' }, 'Maren Solberg removed Tomas Vrba (coder)'],
  ['member-removed', { name: WHO, role: 'owner' }, 'Maren Solberg (owner) left'],
  [
    'role-changed',
    { name: 'Tomas Vrba', from: 'coder', to: 'editor' },
    'Maren Solberg changed the role of Tomas Vrba from coder to editor',
  ],
  ['member-invited', { role: 'viewer', days: 1 }, 'Maren Solberg made an invitation link for one viewer, good for 1 day'],
  ['member-invited', { role: 'viewer', email: 'ines@example.org' }, 'Maren Solberg invited ines@example.org as viewer'],
  [
    'exported',
    { format: 'csv', count: 1234, filter: 'themes: Hotline' },
    'Maren Solberg exported 1,234 statements as CSV (themes: Hotline)',
  ],
  ['exported', { format: 'xlsx', count: 1, filter: '' }, 'Maren Solberg exported 1 statement as XLSX'],
  ['document-deleted', { title: 'Две линии', statements: 0 }, 'Maren Solberg deleted “Две линии” for good, with 0 statements'],
  ['sign-in-failed', {}, 'Somebody failed to sign in as Maren Solberg'],
]

test.each(said)('%s %o', (event, details, sentence) => {
  expect(auditSentence({ event, userName: WHO, details }, true)).toBe(sentence)
})

test('what nobody is named for is a sentence as well', () => {
  expect(auditSentence({ event: 'sign-in-failed', userName: null, details: {} }, true)).toBe(
    'Somebody failed to sign in as an unknown account',
  )
  const details = { title: 'Hotline', statements: 2 }
  expect(auditSentence({ event: 'document-deleted', userName: null, details }, true)).toBe(
    'The server deleted “Hotline” for good, with 2 statements',
  )
})

test.each(AUDIT_EVENTS)('%s stands in one group and makes a sentence whatever it lacks', (event) => {
  expect(AUDIT_GROUPS.filter((group) => eventsOf(group).includes(event))).toHaveLength(1)
  expect(auditSentence({ event, userName: WHO, details: {} }, true)).toMatch(/^(Maren Solberg|A|The|Somebody) (?!.*(undefined|null|NaN))/)
})

test('names keep their own direction', () => {
  expect(auditSentence({ event: 'actor-deleted', userName: WHO, details: { name: 'وزارة' } })).toBe(
    '\u2068Maren Solberg\u2069 deleted the actor “\u2068وزارة\u2069”',
  )
})
