import type { BrowserContext } from '@playwright/test'
import type { MemberRole } from '#/lib/access/roles.ts'
import { importFiles, importRow } from './import-files.ts'
import { inviteLink } from './invite.ts'
import { createWorkspace, joinByLink, type Person, signUp } from './person.ts'
import { openDocument } from './reader.ts'

/** Two paragraphs under a title; short, so that everything is in sight. */
export const TITLE = 'The line stays open'
export const TEXT = `${TITLE}
The Pentagon said on Monday that the hotline with Russia is open around the clock.
Moscow said its officers answer every call, and that the line must not be used for politics.`

interface Wanted {
  title?: string
  /** The document's text, its title as the first line. */
  text?: string
  members?: readonly { name: string; role: MemberRole }[]
}

/** A workspace of somebody new with one document and members who joined by link; everybody has the document open. */
export async function openDesk(newBrowser: () => Promise<BrowserContext>, wanted: Wanted = {}) {
  const { title = TITLE, text = TEXT, members = [] } = wanted
  const owner = await signUp(await newBrowser(), 'Maren Solberg')
  const workspaceId = await createWorkspace(owner, 'Syria desk')
  const people: Person[] = []
  for (const { name, role } of members) people.push(await joinByLink(await newBrowser(), name, await inviteLink(owner, workspaceId, role)))

  await owner.page.goto(`/w/${workspaceId}/documents`)
  await importFiles(owner.page, [{ name: 'source.txt', bytes: new TextEncoder().encode(text.replaceAll('\n', '\n\n')) }])
  await importRow(owner.page, 'source.txt').getByRole('link').waitFor()
  for (const person of [owner, ...people]) await openDocument(person.page, title)
  return { owner, workspaceId, people, documentPath: new URL(owner.page.url()).pathname }
}
