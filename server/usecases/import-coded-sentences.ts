import type { Db } from '#/db/client.ts'
import { listActors, listThemes } from '#/db/queries/codebook.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { createAnnotation } from '#/lib/annotation/commands.ts'
import { cameoKind } from '#/lib/format/petrarch/cameo.ts'
import type { CodedEvent, CodedSentence } from '#/lib/format/petrarch/coded-sentence.ts'
import { t } from '#/lib/message/t.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import type { CollabServer, DocumentRooms } from '#/server/collab/collab-server.ts'
import { extractDocument } from '#/server/jobs/extract-document.ts'
import { createActor } from './create-actor.ts'
import { createTheme } from './create-theme.ts'
import { importDocument } from './import-document.ts'

interface ImportDeps {
  db: Db
  collab: Pick<CollabServer, 'amend' | 'notifyWorkspace'>
}

export type ImportedSentences = { ok: true; documentIds: string[]; statements: number } | { ok: false; reason: string }

/** What ended an import: the sentence of the use case that refused. */
class Refusal extends Error {}

/**
 * Makes a document of each sentence and a statement of each event coded in it, about the whole sentence: its source and
 * recipient as actors named by their codes, its code as a theme below its kind. Actors and themes that are there are used.
 * Sentence after sentence: what ends it leaves what was done.
 */
export async function importCodedSentences(
  scope: Scope,
  sentences: readonly CodedSentence[],
  deps: ImportDeps,
): Promise<ImportedSentences> {
  if (!can(scope.role, 'tag')) return { ok: false, reason: t('Your role does not include tagging.') }
  const done: ImportedSentences = { ok: true, documentIds: [], statements: 0 }
  try {
    const idsOf = await codebookFor(
      scope,
      sentences.flatMap(({ events }) => events),
      deps,
    )
    for (const sentence of sentences) {
      const documentId = await addDocument(scope, sentence, deps)
      const edit = (rooms: DocumentRooms) => tagSentence(rooms, scope.userId, sentence.events.map(idsOf))
      if (sentence.events.length > 0) await deps.collab.amend(documentId, { userId: scope.userId, edit })
      done.documentIds.push(documentId)
      done.statements += sentence.events.length
    }
    return done
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.message }
    throw error
  }
}

async function addDocument(scope: Scope, { id: title, publishedOn, text }: CodedSentence, { db, collab }: ImportDeps): Promise<string> {
  const overrides = { title, publishedOn, language: 'en', direction: 'ltr' as const }
  const made = await importDocument(scope, { pasted: { text }, overrides }, { db, collab, extract: extractDocument })
  if (!made.ok) throw new Refusal(made.message)
  return made.documentId
}

interface EventIds {
  sourceId: string
  recipientId: string
  themeId: string
}

/** Adds what the events need and the codebook lacks. */
async function codebookFor(
  scope: Scope,
  events: readonly CodedEvent[],
  { db, collab }: ImportDeps,
): Promise<(event: CodedEvent) => EventIds> {
  const deps = {
    db,
    notify: (what: 'actors' | 'themes', id: string) => collab.notifyWorkspace(scope.workspaceId, { type: 'changed', what, id }),
  }
  const actors = new Map((await listActors(db, scope)).map(({ name, id }) => [name, id]))
  for (const name of new Set(events.flatMap(({ source, recipient }) => [source, recipient]))) {
    if (actors.has(name)) continue
    const made = await createActor(scope, { name }, deps)
    if (!made.ok) throw new Refusal(made.reason)
    actors.set(name, made.actor.id)
  }
  const key = (name: string, parentId: string | null) => JSON.stringify([parentId, name])
  const themes = new Map((await listThemes(db, scope)).map(({ name, parentId, id }) => [key(name, parentId), id]))
  const themeId = async (name: string, parentId: string | null): Promise<string> => {
    const known = themes.get(key(name, parentId))
    if (known) return known
    const made = await createTheme(scope, { name, parentId }, deps)
    if (!made.ok) throw new Refusal(made.reason)
    themes.set(key(name, parentId), made.theme.id)
    return made.theme.id
  }
  const codes = new Map<string, string>()
  for (const code of new Set(events.map((event) => event.code).sort()))
    codes.set(code, await themeId(code, await themeId(cameoKind(code), null)))
  return ({ source, recipient, code }) => ({
    sourceId: actors.get(source) as string,
    recipientId: actors.get(recipient) as string,
    themeId: codes.get(code) as string,
  })
}

function tagSentence({ text, layers }: DocumentRooms, userId: string, events: readonly EventIds[]): void {
  const flat = text.getText(TEXT_NAME)
  const canonical = canonicalText(flat)
  const index = buildIdIndex(flat)
  // A document that was just made has its shared layer alone.
  const [layer] = layers.values()
  if (!layer) throw new Error('A document has a shared layer')
  for (const { sourceId, recipientId, themeId } of events) {
    const annotation = {
      userId,
      runs: captureRuns(index, 0, canonical.length),
      quote: captureQuote(canonical, 0, canonical.length),
      actors: [
        { actorId: sourceId, role: 'source' as const },
        { actorId: recipientId, role: 'recipient' as const },
      ],
      themes: [{ themeId, stance: 'none' as const }],
    }
    createAnnotation(layer, annotation, 'import')
  }
}
