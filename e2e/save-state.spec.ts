import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { openDesk, TEXT } from './support/desk.ts'
import { halfOpen } from './support/half-open.ts'
import { OFFLINE_NOISE } from './support/offline-noise.ts'
import { chooseMode, clickAfter, expectSaved, readText, saveState } from './support/reader.ts'
import { expect, test } from './support/test.ts'

const KEPT = /^Offline · \d+ changes? kept on this device$/

const notice = (page: Page) => page.getByRole('region', { name: 'Unsaved changes' })

async function typeAfter(page: Page, words: string, typed: string): Promise<void> {
  await chooseMode(page, 'Edit text')
  await clickAfter(page, words)
  await page.keyboard.type(typed)
}

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), notice(page).getByRole('button', { name }).click()])
  return readFileSync(await file.path(), 'utf8')
}

test('a network that swallows everything: Saving within 3 s, Offline with a count within 10, Saved within 5 of its return', async ({
  newBrowser,
}) => {
  const { owner, documentPath } = await openDesk(newBrowser)
  const page = await owner.context.newPage()
  const network = await halfOpen(page)
  await page.goto(documentPath)
  await expectSaved(page)
  network.swallow()
  await typeAfter(page, 'on Monday', ' morning')
  await expect(saveState(page)).toHaveText('Saving…', { timeout: 3000 })
  await expect(saveState(page)).toHaveText(KEPT, { timeout: 10_000 })
  network.restore()
  await expect(saveState(page)).toHaveText('Saved', { timeout: 5000 })
  await expect.poll(() => readText(owner.page)).toBe(TEXT.replace('on Monday', 'on Monday morning'))
})

test('a page that is older than the server asks to be loaded anew, and what it kept is sent then', async ({
  newBrowser,
  expectComplaints,
}) => {
  expectComplaints(OFFLINE_NOISE)
  const { owner, people, documentPath } = await openDesk(newBrowser, { members: [{ name: 'Tomas Vrba', role: 'viewer' }] })
  const page = await owner.context.newPage()
  // While the flag is up, the page introduces itself as one of the version before.
  await page.addInitScript(() => {
    const Plain = WebSocket
    window.WebSocket = class extends Plain {
      constructor(address: string | URL, protocols?: string | string[]) {
        const old = localStorage.getItem('old-page') ? 'protocol=0' : 'protocol=1'
        super(String(address).replace('protocol=1', old), protocols)
      }
    }
  })
  await page.goto(documentPath)
  await expectSaved(page)
  await owner.context.setOffline(true)
  await typeAfter(page, 'on Monday', ' evening')
  await expect(saveState(page)).toHaveText(KEPT)
  await page.evaluate(() => localStorage.setItem('old-page', '1'))
  await owner.context.setOffline(false)
  await expect(notice(page).getByRole('alert')).toHaveText(
    /^Interline was updated\. Reload to go on\. Your \d+ unsaved changes are kept on this device\.$/,
  )
  await expect(saveState(page)).toHaveText(/^Not saved · \d+ changes kept on this device$/)
  expect(await readText(people[0]!.page)).toBe(TEXT)

  await page.evaluate(() => localStorage.removeItem('old-page'))
  const reload = notice(page).getByRole('button', { name: 'Reload' })
  await reload.focus()
  await page.keyboard.press('Enter')
  await expectSaved(page)
  await expect(notice(page)).toHaveCount(0)
  await expect.poll(() => readText(people[0]!.page)).toBe(TEXT.replace('on Monday', 'on Monday evening'))
})

test('somebody who was removed while away takes their words home, and gives them up only when asked', async ({
  newBrowser,
  expectComplaints,
}) => {
  // The page that asks the server again is refused (404); React tells that too (441) although the page for it is shown.
  expectComplaints(OFFLINE_NOISE, /404|React error #441/)
  const { owner, people, workspaceId } = await openDesk(newBrowser, { members: [{ name: 'Tomas Vrba', role: 'editor' }] })
  const { page, context } = people[0]!
  await context.setOffline(true)
  await typeAfter(page, 'on Monday', ' in Brussels')
  await expect(saveState(page)).toHaveText(KEPT)
  await owner.page.goto(`/w/${workspaceId}/settings`)
  await owner.page.getByRole('button', { name: 'Remove Tomas Vrba' }).click()
  await owner.page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(owner.page.getByRole('button', { name: 'Remove Tomas Vrba' })).toHaveCount(0)
  await context.setOffline(false)

  await expect(notice(page).getByRole('alert')).toContainText('A document was deleted, or is closed to you now. Your')
  const words = await download(page, 'Download my unsaved changes')
  expect(words).toContain('What you wrote:\n\n in Brussels')
  expect(words).toContain('on Monday in Brussels that the hotline')
  const all = JSON.parse(await download(page, 'With everything, as JSON')) as { rooms: { text: string; changes: string[] }[] }
  expect(all.rooms[0]!.text).toBe(TEXT.replace('on Monday', 'on Monday in Brussels'))
  expect(all.rooms[0]!.changes.length).toBeGreaterThan(0)

  // The page of the workspace is gone with the membership; the work is still offered, here and at the next visit.
  await page.goto('/')
  await expect(page.getByRole('heading', { name: /^Welcome/ })).toBeVisible()
  expect(await download(page, 'Download my unsaved changes')).toContain('on Monday in Brussels that the hotline')
  await notice(page).getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
  await expect(notice(page)).toHaveCount(0)
})

test('two pages of one browser, both away, one closed: what both did arrives once', async ({ newBrowser, expectComplaints }) => {
  expectComplaints(OFFLINE_NOISE)
  const { owner, people, documentPath } = await openDesk(newBrowser, { members: [{ name: 'Tomas Vrba', role: 'viewer' }] })
  const other = await owner.context.newPage()
  await other.goto(documentPath)
  await expectSaved(other)
  await owner.context.setOffline(true)
  await typeAfter(owner.page, 'on Monday', ' one')
  await expect(saveState(owner.page)).toHaveText(KEPT)
  await typeAfter(other, 'every call', ' two')
  await expect(saveState(other)).toHaveText(KEPT)
  // A page writes to the device ten times a second; one that is killed within that time loses the rest.
  await other.waitForTimeout(1000)
  await other.close({ runBeforeUnload: false })
  await typeAfter(owner.page, 'on Monday one', ' three')

  await owner.context.setOffline(false)
  await expectSaved(owner.page)
  const all = TEXT.replace('on Monday', 'on Monday one three').replace('every call', 'every call two')
  for (const page of [owner.page, people[0]!.page]) await expect.poll(() => readText(page)).toBe(all)
  // Nothing is left that a later visit would send again.
  await owner.page.reload()
  await expectSaved(owner.page)
  expect(await readText(owner.page)).toBe(all)
})

test('a page the browser put to sleep is right again when it wakes, and asks before it is left only with unsaved work', async ({
  newBrowser,
  expectComplaints,
}) => {
  expectComplaints(OFFLINE_NOISE)
  const { owner, people } = await openDesk(newBrowser, { members: [{ name: 'Tomas Vrba', role: 'editor' }] })
  const { page, context } = owner
  const devtools = await context.newCDPSession(page)
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
  await typeAfter(people[0]!.page, 'on Monday', ' at noon')
  await expectSaved(people[0]!.page)
  await devtools.send('Page.setWebLifecycleState', { state: 'active' })
  await expect.poll(() => readText(page)).toBe(TEXT.replace('on Monday', 'on Monday at noon'))
  await typeAfter(page, 'every call', ' at once')
  await expectSaved(page)

  const questions: string[] = []
  page.on('dialog', async (dialog) => {
    questions.push(dialog.type())
    await dialog.dismiss()
  })
  await context.setOffline(true)
  await page.keyboard.type(' and')
  await expect(saveState(page)).toHaveText(KEPT)
  await page.close({ runBeforeUnload: true })
  await expect.poll(() => questions).toEqual(['beforeunload'])
  await context.setOffline(false)
  await expectSaved(page)
  const closed = page.waitForEvent('close')
  await page.close({ runBeforeUnload: true })
  await closed
  expect(questions).toHaveLength(1)
})
