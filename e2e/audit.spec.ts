import { ask } from './support/ask.ts'
import { openDesk, TITLE } from './support/desk.ts'
import { expect, test } from './support/test.ts'

test('an owner reads who did what, narrows it, opens an entry and takes it out; others do not', async ({
  newBrowser,
  expectComplaints,
}) => {
  const { owner, people, workspaceId } = await openDesk(newBrowser, { members: [{ name: 'Tomas Vrba', role: 'coder' }] })
  const { page } = owner
  const tomas = people[0]!
  await page.goto(`/w/${workspaceId}/settings`)
  await page.getByRole('combobox', { name: 'Role of Tomas Vrba' }).selectOption('editor')
  await expect(page.getByText('Tomas Vrba: editor from now on')).toBeVisible()
  const exported = await ask(tomas.page, `/api/exports/${workspaceId}?format=csv`)
  expect(exported.status()).toBe(200)

  await page.getByRole('link', { name: 'Audit log' }).click()
  await expect(page.getByRole('heading', { name: 'Audit log', level: 1 })).toBeVisible()
  await expect(page.getByText(/^The log of the whole server is unbroken: [\d,]+ entries$/)).toBeVisible()
  const log = page.getByRole('table', { name: 'Audit log' })
  const sentences = log.locator('.audit__sentence')
  const plain = async () => (await sentences.allInnerTexts()).map((text) => text.replaceAll(/[\u2068\u2069]/g, ''))
  expect((await plain()).slice(0, 2)).toEqual([
    'Tomas Vrba exported 0 statements as CSV.',
    'Maren Solberg changed the role of Tomas Vrba from coder to editor.',
  ])
  expect(await plain()).toEqual(
    expect.arrayContaining([
      'Tomas Vrba joined as coder, invited by Maren Solberg.',
      'Maren Solberg created the workspace “Syria desk”.',
      `Maren Solberg imported “${TITLE}”.`,
      'Tomas Vrba signed in.',
    ]),
  )

  // the keyboard alone: to the filter, then to an entry
  await page.getByLabel('About').focus()
  await page.keyboard.type('Members')
  await page.getByLabel('Name or title').focus()
  await page.keyboard.type('tomas')
  await page.keyboard.press('Enter')
  await page.waitForURL(/group=members&q=tomas$/)
  await expect(sentences).toHaveCount(1)
  const entry = log.locator('summary')
  await entry.focus()
  await page.keyboard.press('Enter')
  await expect(log.getByText(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} UTC$/)).toBeVisible()

  await page.getByRole('button', { name: 'Export the audit log' }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: /JSON Lines/ }).click()
  const file = await downloading
  expect(file.suggestedFilename()).toMatch(/^Syria-desk-audit-log-.*\.jsonl$/)
  await page.getByRole('link', { name: 'Show all' }).click()
  await expect(sentences.first()).toContainText('exported the audit log as JSONL')

  await page.setViewportSize({ width: 390, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth), 'nothing is cut off on a phone').toBeLessThanOrEqual(390)
  await page.goto(`/w/${workspaceId}/audit?q=no+such+thing`)
  await expect(page.getByRole('heading', { name: 'No entry matches' })).toBeVisible()

  await tomas.page.goto(`/w/${workspaceId}/audit`)
  await expect(tomas.page.getByRole('heading', { name: 'Only owners read the audit log' })).toBeVisible()
  expectComplaints(/status of 403/)
  expect((await ask(tomas.page, `/api/audit/${workspaceId}?format=csv`)).status()).toBe(403)
})
