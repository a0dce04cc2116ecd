import type { BrowserContext } from '@playwright/test'
import type { MemberRole } from '#/lib/access/roles.ts'
import { newDocument, newMember, newPerson, newWorkspace } from './behind-the-pages.ts'
import type { Person } from './person.ts'
import { openAt } from './reader.ts'

/** Two paragraphs under a title; short, so that everything is in sight. */
export const TITLE = 'The line stays open'
export const TEXT = `${TITLE}
The Pentagon said on Monday that the hotline with Russia is open around the clock.
Moscow said its officers answer every call, and that the line must not be used for politics.`

interface Wanted {
  /** The document's text, its title as the first line. */
  text?: string
  members?: readonly { name: string; role: MemberRole }[]
}

/** A workspace of somebody new with one document and members; everybody has the document open. */
export async function openDesk(newBrowser: () => Promise<BrowserContext>, wanted: Wanted = {}) {
  const { text = TEXT, members = [] } = wanted
  const owner = await newPerson(await newBrowser(), 'Maren Solberg')
  const workspaceId = await newWorkspace(owner, 'Syria desk')
  const people: Person[] = []
  for (const { name, role } of members) people.push(await newMember(await newBrowser(), name, owner, workspaceId, role))
  const source = { name: 'source.txt', bytes: new TextEncoder().encode(text.replaceAll('\n', '\n\n')) }
  const documentPath = `/w/${workspaceId}/documents/${await newDocument(owner, workspaceId, source)}`
  await Promise.all([owner, ...people].map(({ page }) => openAt(page, documentPath)))
  return { owner, workspaceId, people, documentPath }
}
