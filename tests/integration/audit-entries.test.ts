import { describe, expect, it } from 'vitest'
import { recordAudit } from '#/db/queries/audit-log.ts'
import { listAuditPeople, pageOfAudit } from '#/db/queries/audit-page.ts'
import { readCodebookVersion } from '#/db/queries/codebook.ts'
import { verifyAudit } from '#/db/queries/verify-audit.ts'
import { auditLog } from '#/db/schema/audit.ts'
import { MEMBER_ROLES } from '#/lib/access/roles.ts'
import { parseAuditFilter } from '#/lib/audit/audit-filter.ts'
import { auditHash } from '#/lib/audit/audit-hash.ts'
import { binDocument } from '#/server/usecases/bin-document.ts'
import { binWorkspace, bringBackWorkspace } from '#/server/usecases/bin-workspace.ts'
import { changeRole } from '#/server/usecases/change-role.ts'
import { createActor } from '#/server/usecases/create-actor.ts'
import { createTheme } from '#/server/usecases/create-theme.ts'
import { createWorkspace } from '#/server/usecases/create-workspace.ts'
import { deleteActor } from '#/server/usecases/delete-actor.ts'
import { deleteDocumentForGood } from '#/server/usecases/delete-document-for-good.ts'
import { deleteTheme } from '#/server/usecases/delete-theme.ts'
import { exportAudit } from '#/server/usecases/export-audit.ts'
import { exportExcerpts } from '#/server/usecases/export-excerpts.ts'
import { removeMember } from '#/server/usecases/remove-member.ts'
import { renameWorkspace } from '#/server/usecases/rename-workspace.ts'
import { restoreActor } from '#/server/usecases/restore-actor.ts'
import { restoreTheme } from '#/server/usecases/restore-theme.ts'
import { takeOriginal } from '#/server/usecases/take-original.ts'
import { ask } from '#/tests/support/ask.ts'
import { testDatabase } from '../support/database.ts'
import { makeDocument } from '../support/make-document.ts'
import { makeMember } from '../support/make-member.ts'
import { makeUser } from '../support/make-user.ts'
import { makeWorkspace } from '../support/make-workspace.ts'
import { parseCsv } from '../support/parse-csv.ts'
import { recordingCollab } from '../support/recording-collab.ts'

const { db } = testDatabase()
const { collab } = recordingCollab()
const deps = { db, collab, notify: () => {} }
const ALL = parseAuditFilter(new URLSearchParams())

/** What was recorded since the last call. */
function newEntries() {
  let seen = 0
  return async () => {
    const rows = await db.select().from(auditLog).orderBy(auditLog.seq)
    const added = rows.slice(seen)
    seen = rows.length
    return added.map(({ event, userId, workspaceId, subject, details }) => ({ event, userId, workspaceId, subject, details }))
  }
}

describe('a use case', () => {
  it('leaves exactly its entry, and none when it is refused or changes nothing', async () => {
    const added = newEntries()
    const { scope, owner } = await makeWorkspace(db, { name: 'Syria desk' })
    const { workspaceId } = scope
    const { user, scope: member } = await makeMember(db, workspaceId, 'coder', { name: 'Tomas Vrba' })
    const document = await makeDocument(db, scope)
    const by = { userId: owner.id, workspaceId }
    const one = async (event: string, subject: string, details: object) => {
      expect(await added()).toEqual([{ event, ...by, subject, details }])
    }
    const none = async () => expect(await added()).toEqual([])

    await changeRole(member, { userId: user.id, role: 'owner' }, deps)
    await changeRole(scope, { userId: user.id, role: 'coder' }, deps)
    await none()
    await changeRole(scope, { userId: user.id, role: 'editor' }, deps)
    await one('role-changed', user.id, { name: 'Tomas Vrba', from: 'coder', to: 'editor' })
    await removeMember(scope, owner.id, deps)
    await none()
    await removeMember(scope, user.id, deps)
    await one('member-removed', user.id, { name: 'Tomas Vrba', role: 'editor' })

    await renameWorkspace(scope, { name: ' Syria  desk' }, { db })
    await none()
    await renameWorkspace(scope, { name: 'Levant desk' }, { db })
    await one('workspace-renamed', workspaceId, { from: 'Syria desk', to: 'Levant desk' })

    const actor = await createActor(scope, { name: 'Pentagon' }, deps)
    const actorId = actor.ok ? actor.actor.id : ''
    await none()
    const undo = await deleteActor(scope, actorId, deps)
    await one('actor-deleted', actorId, { name: 'Pentagon' })
    if (undo.ok) await restoreActor(scope, undo.undo, deps)
    await one('actor-brought-back', actorId, { name: 'Pentagon' })
    const theme = await createTheme(scope, { name: 'Hotline' }, deps)
    const themeId = theme.ok ? theme.theme.id : ''
    const themeUndo = await deleteTheme(scope, themeId, deps)
    await one('theme-deleted', themeId, { name: 'Hotline' })
    if (themeUndo.ok) await restoreTheme(scope, themeUndo.undo, deps)
    await one('theme-brought-back', themeId, { name: 'Hotline' })

    const version = await readCodebookVersion(db, scope)
    const query = ask(`"secret words" and theme:#${themeId}`)
    await exportExcerpts(scope, { query, format: 'csv', escapeFormulas: true }, { db, log: db, origin: '', now: 0 })
    await one('exported', '', { what: 'excerpts', format: 'csv', count: 0, filter: '"words searched for" and theme:Hotline', version })
    await takeOriginal(scope, document.id, 99, { db })
    await none()
    await takeOriginal(scope, document.id, undefined, { db })
    await one('original-downloaded', document.id, { title: 'Hotline', file: 'hotline.txt' })
    await exportAudit(scope, { filter: ALL, format: 'csv' }, { db, now: 0 })
    await one('audit-exported', '', { format: 'csv', filter: '' })

    await binDocument(scope, document.id, true, deps)
    await one('document-binned', document.id, { title: 'Hotline' })
    await binDocument(scope, document.id, false, deps)
    await one('document-brought-back', document.id, { title: 'Hotline' })
    await binDocument(scope, document.id, true, deps)
    await added()
    await deleteDocumentForGood(scope, document.id, 'hotline', deps)
    await none()
    await deleteDocumentForGood(scope, document.id, 'Hotline', deps)
    await one('document-deleted', document.id, { title: 'Hotline', statements: 0, originals: 1, versions: 0 })
    await binWorkspace(scope, 'Levant desk', deps)
    await one('workspace-binned', workspaceId, { name: 'Levant desk' })
    await bringBackWorkspace(owner.id, workspaceId, deps)
    await one('workspace-brought-back', workspaceId, { name: 'Levant desk' })

    const made = await createWorkspace(owner.id, { name: 'Another' }, { db })
    const other = made.ok ? made.workspaceId : ''
    expect(await added()).toEqual([
      { event: 'workspace-created', userId: owner.id, workspaceId: other, subject: other, details: { name: 'Another' } },
    ])
    expect(await verifyAudit(db)).toMatchObject({ ok: true })
  })
})

describe('what an owner reads', () => {
  const sentencesOf = async (...args: Parameters<typeof pageOfAudit>) =>
    (await pageOfAudit(...args)).rows.map(({ event, userName }) => [event, userName])

  it('is their workspace and the sign-ins of its members since they joined, nothing of others', async () => {
    const ours = await makeWorkspace(db)
    const theirs = await makeWorkspace(db, { owner: await makeUser(db, { name: 'Somebody Else' }) })
    const joining = await makeUser(db, { name: 'Ines Okafor' })
    const signIn = (userId: string | null, event: 'signed-in' | 'sign-in-failed' | 'signed-out' = 'signed-in') =>
      recordAudit(db, { event, workspaceId: null, userId })
    await signIn(joining.id)
    await new Promise((resolve) => setTimeout(resolve, 5))
    await makeMember(db, ours.scope.workspaceId, 'coder', { user: joining })
    await new Promise((resolve) => setTimeout(resolve, 5))
    await signIn(ours.owner.id)
    await signIn(joining.id, 'sign-in-failed')
    await signIn(theirs.owner.id)
    await signIn(null, 'sign-in-failed')
    await signIn(ours.owner.id, 'signed-out')
    await renameWorkspace(theirs.scope, { name: 'Theirs' }, { db })
    await renameWorkspace(ours.scope, { name: 'Ours' }, { db })
    await recordAudit(db, { event: 'restored-from-backup', workspaceId: null, userId: null })
    expect(await sentencesOf(db, ours.scope, ALL)).toEqual([
      ['restored-from-backup', null],
      ['workspace-renamed', 'Maren Olsen'],
      ['sign-in-failed', 'Ines Okafor'],
      ['signed-in', 'Maren Olsen'],
    ])
    expect((await listAuditPeople(db, ours.scope)).map(({ name }) => name)).toEqual(['Ines Okafor', 'Maren Olsen'])
  })

  it('comes page after page, newest first, each entry once', async () => {
    const { scope } = await makeWorkspace(db)
    for (let n = 0; n < 25; n++) await recordAudit(db, { event: 'exported', ...scope, details: { count: n } })
    const seen: number[] = []
    for (let below: number | null = null; ; ) {
      const page: Awaited<ReturnType<typeof pageOfAudit>> = await pageOfAudit(db, scope, ALL, { below, limit: 10 })
      seen.push(...page.rows.map(({ seq }) => seq))
      if (page.next === null) break
      await recordAudit(db, { event: 'exported', ...scope })
      below = page.next
    }
    expect(seen).toEqual(Array.from({ length: 25 }, (_, i) => 25 - i))
  })

  it('is narrowed by person, group, day in the reader’s zone, and name', async () => {
    const { scope, owner } = await makeWorkspace(db)
    const member = await makeMember(db, scope.workspaceId, 'editor', { name: 'Ines Okafor' })
    const document = await makeDocument(db, scope, { title: 'Две ЛИНИИ 50%' })
    await binDocument(scope, document.id, true, deps)
    await recordAudit(db, { event: 'exported', ...member.scope, details: { format: 'csv', count: 1 } })
    const narrowed = (params: Record<string, string>) => sentencesOf(db, scope, parseAuditFilter(new URLSearchParams(params)))
    expect(await narrowed({ person: member.user.id })).toEqual([['exported', 'Ines Okafor']])
    expect(await narrowed({ group: 'documents' })).toEqual([['document-binned', owner.name]])
    expect(await narrowed({ q: 'две линии 50%' })).toEqual([['document-binned', owner.name]])
    expect(await narrowed({ q: document.id })).toEqual([['document-binned', owner.name]])
    expect(await narrowed({ q: '%' })).toHaveLength(1)
    expect(await narrowed({ q: 'nothing' })).toEqual([])
    const [row] = await db.select({ at: auditLog.at }).from(auditLog)
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Kiritimati' }).format(row?.at)
    expect(await narrowed({ from: day, to: day, zone: 'Pacific/Kiritimati' })).toHaveLength(2)
    expect(await narrowed({ to: '2020-01-01' })).toEqual([])
    expect(await narrowed({ from: '2099-01-01' })).toEqual([])
  })

  it.each(MEMBER_ROLES)('is taken out by an owner alone: %s', async (role) => {
    const { scope } = await makeWorkspace(db)
    const member = await makeMember(db, scope.workspaceId, role)
    const made = await exportAudit(member.scope, { filter: ALL, format: 'csv' }, { db, now: 0 })
    expect(made.ok).toBe(role === 'owner')
  })

  it('is a CSV without formulas, and JSON Lines of which every entry can be checked', async () => {
    const { scope } = await makeWorkspace(db, { name: 'Desk' })
    await recordAudit(db, { event: 'signed-in', workspaceId: null, userId: null })
    await renameWorkspace(scope, { name: '=HYPERLINK("evil")' }, { db })
    const fileOf = async (format: 'csv' | 'jsonl') => {
      const made = await exportAudit(scope, { filter: ALL, format }, { db, now: Date.UTC(2026, 10, 22) })
      if (!made.ok) throw new Error(made.reason)
      return { name: made.fileName, text: (await Array.fromAsync(made.body)).join('') }
    }
    const csv = await fileOf('csv')
    const records = parseCsv(csv.text.replace('\ufeff', ''))
    expect(records.map((record) => record.slice(0, 1).concat(record[5] ?? ''))).toEqual([
      ['entry', 'what_happened'],
      ['3', 'Maren Olsen exported the audit log as CSV'],
      ['2', 'Maren Olsen renamed the workspace from “Desk” to “=HYPERLINK("evil")”'],
    ])
    expect(records.flat().filter((cell) => /^[=+\-@]/.test(cell))).toEqual([])
    const { name, text } = await fileOf('jsonl')
    expect(name).toBe('HYPERLINK-evil-audit-log-2026-11-22.jsonl')
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ seq }) => seq)).toEqual([4, 3, 2])
    for (const line of lines) expect(auditHash(line.before, { ...line, at: new Date(line.at) })).toBe(line.hash)
  })
})
