import { readFile } from 'node:fs/promises'
import { openDesk, TEXT, TITLE } from './support/desk.ts'
import { inviteLink } from './support/invite.ts'
import { joinByLink, signIn, workspaceIdOf } from './support/person.ts'
import { documentText, expectSaved, readText, statementCard, tagPassage } from './support/reader.ts'
import { expect, test } from './support/test.ts'

test('a document that is deleted under its readers says who did it, can be saved, and comes back', async ({ newBrowser }) => {
  const { owner, people, workspaceId } = await openDesk(newBrowser, { members: [{ name: 'Tomas Vrba', role: 'coder' }] })
  const other = people[0]!.page
  await tagPassage(other, { from: 'around the clock' }, [{ name: 'Hotline', create: 'theme' }])
  await expect(documentText(owner.page).locator('.tg', { hasText: 'around the clock' })).toBeVisible()

  const home = await owner.context.newPage()
  await home.goto(`/w/${workspaceId}/documents`)
  await home
    .getByRole('table', { name: 'Documents' })
    .getByRole('button', { name: `Actions for ${TITLE}` })
    .click()
  await home.getByRole('menuitem', { name: 'Move to bin' }).click()

  await expect(other.getByRole('heading', { name: /^Maren Solberg moved this to the bin at \d\d:\d\d$/ })).toBeVisible()
  await expect(other.getByRole('button', { name: 'Restore' })).toHaveCount(0)
  const [download] = await Promise.all([other.waitForEvent('download'), other.getByRole('button', { name: 'Save a copy' }).click()])
  const copy = await readFile(await download.path(), 'utf8')
  expect(copy).toContain(TEXT.split('\n').join('\n\n'))
  expect(copy).toContain('“around the clock”\nHotline, neutral (Tomas Vrba)')

  await owner.page.getByRole('button', { name: 'Restore' }).click()
  await expect.poll(() => readText(owner.page)).toBe(TEXT)
  await other.getByRole('button', { name: 'Open it' }).click()
  await expect.poll(() => readText(other)).toBe(TEXT)
  await expect(statementCard(other, 'Hotline, neutral')).toBeVisible()
})

test('a reader is told what they may do, and why a text does not come', async ({ newBrowser }) => {
  const { people, documentPath } = await openDesk(newBrowser, { members: [{ name: 'Ines Okafor', role: 'commenter' }] })
  const { page } = people[0]!
  await expect(page.getByText('You can read and comment here. Ask an owner of the workspace to let you tag or edit.')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Edit text' })).toBeDisabled()

  // The same person at another device, which has no copy, and whose network lets no sockets through.
  const device = await newBrowser()
  await device.addCookies(await people[0]!.context.cookies())
  await device.routeWebSocket(/\/collab/, (socket) => socket.close())
  const there = await device.newPage()
  await there.goto(documentPath)
  await expect(there.getByRole('heading', { name: 'This document did not open' })).toBeVisible()
  await expect(there.getByText('this device has no copy of the text')).toBeVisible()
  await expect(there.getByRole('button', { name: 'Try again' })).toBeVisible()
})

test('the tour of the sample has four steps, and once ended comes only when it is asked for', async ({ newBrowser }) => {
  const host = await newBrowser()
  const owner = await host.newPage()
  await owner.goto('/sign-in')
  await signIn(owner, process.env.E2E_EMAIL ?? '', process.env.E2E_PASSWORD ?? '')
  await owner.waitForURL(/\/documents$/)
  const link = await inviteLink({ name: '', email: '', password: '', page: owner, context: host }, workspaceIdOf(owner), 'coder')
  const { page } = await joinByLink(await newBrowser(), 'Ines Okafor', link)
  await page.getByRole('table', { name: 'Documents' }).getByRole('link').first().click()
  await expectSaved(page)

  const step = (name: string) => page.getByRole('region', { name, exact: true })
  for (const name of ['Select words to tag them', 'Every passage is a statement', 'The codebook is at hand']) {
    await expect(step(name)).toBeVisible()
    await page.getByRole('button', { name: 'Next', exact: true }).click()
  }
  await expect(step('Everything has a key')).toBeVisible()
  // Nothing on the page says that the server knows; its answer comes when it does.
  const kept = page.waitForResponse((response) => response.request().postData()?.includes('tourSeen') ?? false)
  await page.getByRole('button', { name: 'Start reading' }).click()
  await expect(step('Everything has a key')).toHaveCount(0)
  await expect(documentText(page)).toBeFocused()
  await kept

  await page.reload()
  await expectSaved(page)
  await expect(page.getByRole('button', { name: 'Skip the tour' })).toHaveCount(0)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Take the tour' }).click()
  await expect(step('Select words to tag them')).toBeVisible()
  await page.getByRole('button', { name: 'Skip the tour' }).focus()
  await page.keyboard.press('Escape')
  await expect(step('Select words to tag them')).toHaveCount(0)
})
