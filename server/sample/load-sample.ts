import { createHash } from 'node:crypto'
import type * as Y from 'yjs'
import type { Db } from '#/db/client.ts'
import { hasAccounts, insertAccount } from '#/db/queries/accounts.ts'
import { writeDesignation, writeExternalId, writeMembership } from '#/db/queries/actor-details.ts'
import { insertActor } from '#/db/queries/actors.ts'
import { noteVisit } from '#/db/queries/document-visits.ts'
import { setStatusOf } from '#/db/queries/document-work.ts'
import { insertDocument } from '#/db/queries/documents.ts'
import { giveColour } from '#/db/queries/give-colour.ts'
import { insertMember } from '#/db/queries/members.ts'
import { insertTheme } from '#/db/queries/themes.ts'
import { insertWorkspace } from '#/db/queries/workspaces.ts'
import { mintScope, type Scope } from '#/db/scope.ts'
import type { MemberRole } from '#/lib/access/roles.ts'
import { textRuns } from '#/lib/anchor/original.ts'
import type { Actor, Codebook } from '#/lib/codebook/codebook.ts'
import { SYRIA_DESK_THEMES } from '#/lib/codebook/ready-made/syria-desk.ts'
import { extractFile } from '#/lib/format/import/registry.ts'
import { newId } from '#/lib/id.ts'
import { SAMPLE_DOMAIN } from '#/lib/person/sample-people.ts'
import { blocksText } from '#/lib/text/block.ts'
import { countWords } from '#/lib/text/count-words.ts'
import { createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'
import { hashPassword } from '#/server/auth/password.ts'
import { randomCode } from '#/server/auth/random-code.ts'
import { projectDocument } from '#/server/collab/projection-writer.ts'
import { seedRoom } from '#/server/collab/room-log.ts'
import { SAMPLE_ACTORS } from './actors.ts'
import { buildLayer, type SampleWriter } from './build-layer.ts'
import { placeCodebook } from './place-codebook.ts'
import { placeDetails } from './place-details.ts'
import { placeTalk } from './place-talk.ts'
import type { SampleAnalyst, SampleSource } from './sample-data.ts'
import { readSampleFile, SAMPLE_SOURCES } from './sample-sources.ts'
import { tagTime } from './tag-times.ts'

export const SAMPLE_EMAIL = `analyst@${SAMPLE_DOMAIN}`
const SAMPLE_NAME = 'Sample Analyst'

/** Members of the sample workspace who have no password: nobody signs in as them. */
const ANALYSTS: Record<SampleAnalyst, { name: string; email: string; role: MemberRole }> = {
  layla: { name: 'Layla Haddad', email: `layla.haddad@${SAMPLE_DOMAIN}`, role: 'editor' },
  dmitri: { name: 'Dmitri Sokolov', email: `dmitri.sokolov@${SAMPLE_DOMAIN}`, role: 'coder' },
  maren: { name: 'Maren Schulz', email: `maren.schulz@${SAMPLE_DOMAIN}`, role: 'coder' },
}

/**
 * Fills an installation in which nobody has an account yet with the sample workspace, in one transaction, and answers
 * how to sign in to it; null, and nothing is done, when somebody has an account.
 * @param deps.password of the sample account; a random one when absent
 */
export async function loadSample(deps: { db: Db; password?: string }): Promise<{ email: string; password: string } | null> {
  if (await hasAccounts(deps.db)) return null
  const password = deps.password ?? randomCode()
  const passwordHash = await hashPassword(password)
  const loaded = await deps.db.transaction(async (tx) => {
    const owner = await insertAccount(tx, { email: SAMPLE_EMAIL, name: SAMPLE_NAME, passwordHash })
    // Another process of the same server was first.
    if (!owner) return false
    const workspaceId = newId()
    await insertWorkspace(tx, { id: workspaceId, name: 'Syria desk', createdBy: owner.id })
    await insertMember(tx, workspaceId, owner.id, 'owner')
    const analysts = await addAnalysts(tx, workspaceId)
    const scope = mintScope(workspaceId, analysts.layla, ANALYSTS.layla.role)
    const codebook = placeCodebook(SAMPLE_ACTORS, SYRIA_DESK_THEMES)
    for (const actor of codebook.actors) await insertActor(tx, scope, actor)
    await addDetails(tx, scope, codebook.actors)
    for (const theme of codebook.themes) await insertTheme(tx, scope, theme)
    await addSources(tx, scope, { codebook, analysts })
    await placeTalk(tx, { workspaceId, people: peopleOf(owner.id, analysts) }, codebook, Date.now())
    return true
  })
  return loaded ? { email: SAMPLE_EMAIL, password } : null
}

function peopleOf(ownerId: string, analysts: Record<SampleAnalyst, string>) {
  const named = (key: SampleAnalyst) => ({ id: analysts[key], name: ANALYSTS[key].name })
  return { owner: { id: ownerId, name: SAMPLE_NAME }, layla: named('layla'), dmitri: named('dmitri'), maren: named('maren') }
}

async function addDetails(tx: Db, scope: Scope, actors: readonly Actor[]): Promise<void> {
  const { memberships, externalIds, designations } = placeDetails(SAMPLE_ACTORS, actors)
  for (const membership of memberships) await writeMembership(tx, scope, membership)
  for (const { actorId, ...externalId } of externalIds) await writeExternalId(tx, scope, actorId, externalId)
  for (const { actorId, ...designation } of designations) await writeDesignation(tx, scope, actorId, designation)
}

async function addAnalysts(tx: Db, workspaceId: string): Promise<Record<SampleAnalyst, string>> {
  const ids = new Map<string, string>()
  for (const [key, { name, email, role }] of Object.entries(ANALYSTS)) {
    const account = await insertAccount(tx, { email, name, passwordHash: null })
    if (!account) throw new Error(`The address ${email} has an account already`)
    await insertMember(tx, workspaceId, account.id, role)
    await giveColour(tx, workspaceId, account.id)
    ids.set(key, account.id)
  }
  return Object.fromEntries(ids) as Record<SampleAnalyst, string>
}

async function addSources(
  tx: Db,
  scope: Scope,
  { codebook, analysts }: { codebook: Codebook; analysts: SampleWriter['analysts'] },
): Promise<void> {
  const now = Date.now()
  const count = SAMPLE_SOURCES.reduce((sum, source) => sum + source.tags.length, 0)
  let done = 0
  for (const source of SAMPLE_SOURCES) {
    const before = done
    const text = await addSource(tx, scope, source, new Date(tagTime(before, count, now) - 60_000))
    const layer = buildLayer(text.doc, source.tags, { codebook, analysts, timeOf: (n) => tagTime(before + n, count, now) })
    await seedRoom(tx, { room: `layer/${text.layerId}`, workspaceId: scope.workspaceId, userId: null }, layer)
    await projectDocument(tx, text.id)
    await setStatusOf(tx, scope, [text.id], source.status)
    for (const [analyst, share] of Object.entries(source.read))
      await noteVisit(tx, { ...scope, userId: analysts[analyst as SampleAnalyst] }, text.id, share)
    done += source.tags.length
  }
}

/** One source as an import leaves it: the file, its text, its room. */
async function addSource(
  tx: Db,
  scope: Scope,
  source: SampleSource,
  createdAt: Date,
): Promise<{ id: string; layerId: string; doc: Y.Doc }> {
  const bytes = await readSampleFile(source)
  const fileName = `${source.file}.md`
  const read = await extractFile(bytes, { fileName })
  if (!read.ok) throw new Error(`The sample source ${fileName} cannot be read: ${read.message}`)
  const id = newId(createdAt.getTime())
  const layerId = newId(createdAt.getTime())
  const text = blocksText(read.blocks)
  const { title, outlet = '', author = '', publishedOn = null, url = '', language, direction } = read
  const doc = createTextDoc(read.blocks)
  await insertDocument(
    tx,
    scope,
    {
      id,
      sharedLayerId: layerId,
      title,
      outlet,
      author,
      publishedOn,
      url,
      kind: source.kind,
      language,
      direction,
      wordCount: countWords(text),
      createdAt,
    },
    {
      fileName,
      format: read.format,
      encoding: read.encoding ?? '',
      byteSize: bytes.length,
      sha256: sha256(bytes),
      textSha256: sha256(text),
      bytes,
      text,
      runs: textRuns(doc.getText(TEXT_NAME)),
      notes: read.notes,
    },
  )
  await seedRoom(tx, { room: `text/${id}`, workspaceId: scope.workspaceId, userId: null }, doc)
  return { id, layerId, doc }
}

const sha256 = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex')
