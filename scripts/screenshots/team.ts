import type { Browser, BrowserContextOptions } from '@playwright/test'
import { importFiles, importRow } from '#/e2e/support/import-files.ts'
import { inviteLink } from '#/e2e/support/invite.ts'
import { joinByLink, type Person, workspaceIdOf } from '#/e2e/support/person.ts'
import { chooseMode, clickAfter, tagPassage } from '#/e2e/support/reader.ts'
import { ENGLISH, openedAndSaved } from './screens.ts'

/** Two colleagues who join the sample and stay in its document: one edits, one tags and proposes a theme. */
export async function letTeamIn(browser: Browser, options: BrowserContextOptions, owner: Person): Promise<void> {
  const workspace = workspaceIdOf(owner.page)
  const join = async (name: string, role: 'editor' | 'coder') => {
    const link = await inviteLink(owner, workspace, role)
    const { page } = await joinByLink(await browser.newContext(options), name, link)
    await page.getByRole('table', { name: 'Documents' }).getByRole('link', { name: ENGLISH }).click()
    await openedAndSaved(page)
    const skip = page.getByRole('button', { name: 'Skip the tour' })
    await skip.click()
    await skip.waitFor({ state: 'detached' })
    return page
  }
  const ines = await join('Ines Okafor', 'coder')
  await tagPassage(ines, { from: 'That is the point of it' }, [{ name: 'Purpose of the line', create: 'theme' }])
  await openedAndSaved(ines)
  const tomas = await join('Tomas Vrba', 'editor')
  await chooseMode(tomas, 'Edit text')
  await clickAfter(tomas, 'since forces of both countries')
}

/** Something in the bin. */
export async function throwAway({ page }: Person, workspace: string): Promise<void> {
  await page.goto(`${workspace}/documents`)
  await importFiles(page, [
    { name: 'wire-copy.txt', bytes: new TextEncoder().encode('The line stays open\n\nA wire copy that came twice.') },
  ])
  await importRow(page, 'wire-copy.txt').getByRole('link').waitFor()
  await page.getByRole('table', { name: 'Documents' }).getByRole('button', { name: 'Actions for The line stays open' }).click()
  await page.getByRole('menuitem', { name: 'Move to bin' }).click()
  await page.getByRole('link', { name: 'Bin: 1 document' }).waitFor()
}
