'use server'
import { z } from 'zod'
import { countUsesOf } from '#/db/queries/codebook-uses.ts'
import { findNeighbour, listDocumentTitles } from '#/db/queries/document-titles.ts'
import { listMembers } from '#/db/queries/members.ts'
import { findEntries } from '#/lib/search/find-entries.ts'
import type { Found } from '#/lib/search/found.ts'
import { rankTitles } from '#/lib/search/rank-titles.ts'
import { findScope } from '#/server/auth/scope.ts'
import { loadEntrySearch } from '#/server/loaders/entry-search.ts'
import { memberDb } from '#/server/runtime.ts'

const id = z.uuid()
const text = z.string().max(200)
/** What is answered of each sort; the palette shows fewer. */
const MOST = 8

/**
 * Documents, actors and themes, and people of a workspace under what was typed; with nothing typed the documents that changed last.
 * null for who is signed out or no member.
 *
 * @param sort only entries of this sort, and nothing else
 */
export async function searchWorkspace(workspaceId: string, typed: string, sort: 'actor' | 'theme' | null): Promise<Found | null> {
  const words = text.parse(typed)
  const only = z.enum(['actor', 'theme']).nullable().parse(sort)
  const scope = await findScope(id.parse(workspaceId))
  if (!scope) return null
  const named = findEntries(await loadEntrySearch(scope), words, only ? [only] : ['theme', 'actor'], MOST)
  const uses = await countUsesOf(
    memberDb(scope),
    scope,
    named.map((entry) => entry.id),
  )
  const entries = named.map((entry) => ({ ...entry, uses: uses[entry.id] ?? 0 }))
  if (only) return { documents: [], entries, people: [] }
  const titles = await listDocumentTitles(memberDb(scope), scope)
  const members = words.trim() === '' ? [] : await listMembers(memberDb(scope), scope)
  return {
    documents: rankTitles(titles, words, ({ title, outlet, author }) => [title, outlet, author], MOST),
    entries,
    people: rankTitles(members, words, ({ name }) => [name], MOST).map(({ id, name }) => ({ id, name })),
  }
}

/** The document that was added next after (1) or last before (-1) this one; null: none, or no member. */
export async function neighbourDocument(workspaceId: string, documentId: string, by: 1 | -1): Promise<string | null> {
  const [document, step] = [id.parse(documentId), z.union([z.literal(1), z.literal(-1)]).parse(by)]
  const scope = await findScope(id.parse(workspaceId))
  return scope && findNeighbour(memberDb(scope), scope, document, step)
}
