import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { getDocument, listDocuments, workspaceOfDocument } from '#/db/queries/documents.ts'
import { getOriginal, getOriginalText } from '#/db/queries/originals.ts'
import { MEMBER_ROLES } from '#/lib/access/roles.ts'
import { textRuns } from '#/lib/anchor/original.ts'
import { blocksText } from '#/lib/text/block.ts'
import { canonicalText, readBlocks, TEXT_NAME } from '#/lib/text/flat.ts'
import { loadRoom } from '#/server/collab/room-log.ts'
import { createExtraction } from '#/server/jobs/extract.ts'
import { importDocument } from '#/server/usecases/import-document.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { recordingCollab } from '#/tests/support/recording-collab.ts'

const { db } = testDatabase()
const { extract } = createExtraction()

const fixture = (path: string) => ({
  fileName: path.replace(/^.*\//, ''),
  bytes: new Uint8Array(readFileSync(`tests/fixtures/${path}`)),
})
const deps = () => ({ db, extract, ...recordingCollab() })

test('a file becomes a document: metadata, live text, original and an empty shared layer', async () => {
  const { scope, owner } = await makeWorkspace(db)
  const file = fixture('sources/us-russia-hotline-syria.txt')
  const { calls, ...given } = deps()
  const result = await importDocument(scope, file, given)
  if (!result.ok) throw new Error(result.message)
  expect(result).toMatchObject({ notes: [], duplicateOf: null })

  const document = await getDocument(db, scope, result.documentId)
  expect(document).toMatchObject({ title: result.title, language: 'en', direction: 'ltr', createdBy: owner.id, deletedAt: null })
  expect(document?.editions).toMatchObject([{ edition: 1, fileName: 'us-russia-hotline-syria.txt', format: 'txt', encoding: 'utf-8' }])
  expect(document?.sharedLayerId).toMatch(/^[0-9a-f-]{36}$/)
  const [listed] = await listDocuments(db, scope)
  expect(listed).toMatchObject({ id: result.documentId, excerptCount: 0, createdBy: { id: owner.id, name: owner.name } })

  const text = (await loadRoom(db, `text/${result.documentId}`)).getText(TEXT_NAME)
  const words = new TextDecoder().decode(file.bytes).replace(/\n+/g, '\n').trim()
  expect(canonicalText(text)).toBe(words)
  expect(readBlocks(text)).toHaveLength(result.paragraphs)
  expect(listed?.wordCount).toBeGreaterThan(500)

  expect(await getOriginalText(db, scope, result.documentId, 1)).toEqual({ edition: 1, text: words, runs: textRuns(text) })
  const original = await getOriginal(db, scope, result.documentId)
  expect(Buffer.from(original!.bytes).equals(file.bytes)).toBe(true)
  expect(calls).toEqual([['notifyWorkspace', scope.workspaceId, { type: 'changed', what: 'documents', id: result.documentId }]])
})

test('an Arabic file in windows-1256 is read right, from right to left', async () => {
  const { scope } = await makeWorkspace(db)
  const result = await importDocument(scope, fixture('import/arabic-windows-1256.txt'), deps())
  if (!result.ok) throw new Error(result.message)
  expect(await getDocument(db, scope, result.documentId)).toMatchObject({
    language: 'ar',
    direction: 'rtl',
    editions: [{ encoding: 'windows-1256' }],
  })
})

test('the same text again is reported and imported all the same; other workspaces are not searched', async () => {
  const { scope } = await makeWorkspace(db)
  const other = await makeWorkspace(db)
  const file = fixture('sources/us-russia-hotline-syria.txt')
  const first = await importDocument(scope, file, deps())
  const again = await importDocument(scope, { ...file, fileName: 'copy.txt', overrides: { title: 'A copy' } }, deps())
  const elsewhere = await importDocument(other.scope, file, deps())
  if (!first.ok || !again.ok || !elsewhere.ok) throw new Error('refused')
  expect(again.duplicateOf).toEqual({ id: first.documentId, title: first.title })
  expect(again.title).toBe('A copy')
  expect(again.notes).toEqual([`The text is the same as in “${first.title}”, which is in this workspace already.`])
  expect((await getDocument(db, scope, again.documentId))?.editions[0]?.notes).toEqual([])
  expect(elsewhere.duplicateOf).toBeNull()
  expect(await listDocuments(db, scope)).toHaveLength(2)
})

test('pasted text and HTML become documents', async () => {
  const { scope } = await makeWorkspace(db)
  const html = '<p>The hotline <b>is open</b>, <a href="javascript:alert(1)">said</a> the <a href="https://example.org/a">ministry</a>.</p>'
  const result = await importDocument(scope, { pasted: { text: 'The hotline is open.', html }, overrides: { title: 'A note' } }, deps())
  if (!result.ok) throw new Error(result.message)
  const blocks = readBlocks((await loadRoom(db, `text/${result.documentId}`)).getText(TEXT_NAME))
  expect(blocksText(blocks)).toBe('The hotline is open, said the ministry.')
  expect(blocks[0]?.spans.flatMap((span) => span.href ?? [])).toEqual(['https://example.org/a'])
  expect((await getOriginal(db, scope, result.documentId))?.fileName).toBe('pasted.html')
})

test.each([
  ['encrypted.pdf', 'encrypted'],
  ['encrypted.docx', 'encrypted'],
  ['pictures-only.pdf', 'no-text'],
  ['pdf-named.docx', 'mislabelled'],
  ['picture-named.txt', 'mislabelled'],
  ['damaged.docx', 'corrupt'],
  ['empty.txt', 'empty'],
])('%s is refused in one sentence and leaves nothing behind', async (name, reason) => {
  const { scope } = await makeWorkspace(db)
  const { calls, ...given } = deps()
  const result = await importDocument(scope, fixture(`import/${name}`), given)
  expect(result).toMatchObject({ ok: false, reason, message: expect.stringMatching(/^[A-Z].*\.$/) })
  expect(await listDocuments(db, scope)).toEqual([])
  expect(calls).toEqual([])
})

test('bad metadata is refused before anything is stored', async () => {
  const { scope } = await makeWorkspace(db)
  const overrides = { url: 'javascript:alert(1)' }
  expect(await importDocument(scope, { pasted: { text: 'The hotline is open.' }, overrides }, deps())).toMatchObject({
    ok: false,
    reason: 'invalid',
  })
  expect(await listDocuments(db, scope)).toEqual([])
})

test.each(MEMBER_ROLES)('a %s may import as the table of roles says', async (role) => {
  const { scope } = await makeWorkspace(db)
  const member = await makeMember(db, scope.workspaceId, role)
  const result = await importDocument(member.scope, { pasted: { text: 'The hotline is open.' } }, deps())
  expect(result.ok).toBe(role === 'owner' || role === 'editor')
  expect(await listDocuments(db, scope)).toHaveLength(result.ok ? 1 : 0)
})

test('an original is found by its workspace alone', async () => {
  const { scope } = await makeWorkspace(db)
  const other = await makeWorkspace(db)
  const result = await importDocument(scope, { pasted: { text: 'The hotline is open.' } }, deps())
  if (!result.ok) throw new Error(result.message)
  expect(await getOriginal(db, other.scope, result.documentId)).toBeNull()
  expect(await workspaceOfDocument(db, result.documentId)).toBe(scope.workspaceId)
  expect(await workspaceOfDocument(db, 'no id')).toBeNull()
})
