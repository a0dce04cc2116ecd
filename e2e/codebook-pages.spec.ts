import { inviteLink } from './support/invite.ts'
import { createWorkspace, joinByLink, signUp } from './support/person.ts'
import { expect, test } from './support/test.ts'

test('actors: pasted, named in two scripts, renamed, deleted and brought back, seen by a colleague without a reload', async ({
  newBrowser,
}) => {
  const owner = await signUp(await newBrowser(), 'Maren Solberg')
  const workspaceId = await createWorkspace(owner, 'Euphrates desk')
  const coder = await joinByLink(await newBrowser(), 'Tomas Vrba', await inviteLink(owner, workspaceId, 'coder'))
  const mine = owner.page
  const theirs = coder.page
  await mine.goto(`/w/${workspaceId}/actors`)
  await theirs.goto(`/w/${workspaceId}/actors`)

  await mine.getByRole('textbox', { name: 'Names' }).fill('Russia\nHTS\n\nrussia\nMinistry of Defence')
  await mine.getByRole('button', { name: 'Add actors' }).click()
  const table = theirs.getByRole('table', { name: 'Actors' })
  await expect(table.getByRole('row'), 'three actors under a heading').toHaveCount(4)

  await mine.getByRole('button', { name: 'Ministry of Defence' }).focus()
  await mine.keyboard.press('Enter')
  const drawer = mine.getByRole('complementary', { name: /^Actor: / })
  await drawer.getByLabel('Part of').selectOption({ label: 'Russia' })
  await drawer.getByLabel('Add a name').fill('وزارة الدفاع الروسية')
  await mine.keyboard.press('Enter')
  await expect(table.getByText('وزارة الدفاع الروسية')).toBeVisible()
  await mine.keyboard.press('F2')
  await mine.keyboard.type('Russian MoD')
  await mine.keyboard.press('Enter')
  await expect(table.getByRole('row', { name: /^Russian MoD level 2/ })).toBeVisible()

  await theirs.getByLabel('Find by any name').fill('وزارة الدفاع')
  await expect(table.getByRole('row'), 'the match and what is above it').toHaveCount(3)
  await theirs.getByLabel('Find by any name').fill('')

  await mine.getByRole('button', { name: 'Russia', exact: true }).click()
  await drawer.getByRole('button', { name: 'Delete actor' }).first().click()
  const dialog = mine.getByRole('dialog', { name: 'Delete Russia' })
  await expect(dialog).toContainText('No statement uses it.')
  await expect(dialog).toContainText(/1 actor below it moves to the top: \u2068Russian MoD\u2069\./)
  await dialog.getByRole('button', { name: 'Delete actor' }).click()
  await expect(table.getByRole('row', { name: /^Russian MoD (?!level)/ })).toBeVisible()
  await mine.getByRole('button', { name: 'Undo' }).click()
  await expect(table.getByRole('row', { name: /^Russian MoD level 2/ })).toBeVisible()

  await table.getByRole('button', { name: 'HTS' }).click()
  const reading = theirs.getByRole('complementary', { name: 'Actor: HTS' })
  await expect(reading.getByText('0 statements, 0 documents')).toBeVisible()
  await expect(reading.getByRole('button', { name: 'Delete actor' }), 'a coder may add, not delete').toHaveCount(0)
  await theirs.keyboard.press('Escape')
  await theirs.keyboard.press('n')
  await theirs.getByRole('dialog').getByLabel('Name', { exact: true }).fill('hts')
  await theirs.keyboard.press('Enter')
  await expect(theirs.getByRole('dialog')).toContainText('An actor named “HTS” already exists.')
  await theirs.getByRole('dialog').getByLabel('Name', { exact: true }).fill('SDF')
  await theirs.keyboard.press('Enter')
  await expect(mine.getByRole('button', { name: 'SDF' })).toBeVisible()
})

test('themes: branches of their own colours, nested by cut and paste, taken back', async ({ newBrowser }) => {
  const owner = await signUp(await newBrowser(), 'Maren Solberg')
  const workspaceId = await createWorkspace(owner, 'Theme desk')
  const { page } = owner
  await page.goto(`/w/${workspaceId}/themes`)
  for (const name of ['War', 'Talks', 'Ceasefire']) {
    await page.getByRole('button', { name: 'New theme', exact: false }).first().click()
    await page.getByRole('dialog').getByLabel('Name').fill(name)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('treeitem', { name })).toBeVisible()
    await page.getByRole('button', { name: 'Close' }).click()
  }
  const row = (name: string) => page.getByRole('treeitem', { name })
  await expect(row('Ceasefire').locator('.dot')).toHaveAttribute('data-h', '3')

  await row('Ceasefire').focus()
  await page.keyboard.press('Control+x')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Control+v')
  await expect(row('Ceasefire')).toHaveAttribute('aria-level', '2')
  await expect(row('Ceasefire').locator('.dot'), 'takes the colour of its branch').toHaveAttribute('data-h', '2')
  await row('Talks').focus()
  await page.keyboard.press('ArrowLeft')
  await expect(row('Ceasefire')).toHaveCount(0)
  await page.keyboard.press('ArrowRight')

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row('Ceasefire')).toHaveAttribute('aria-level', '1')
  await expect(row('Ceasefire').locator('.dot')).toHaveAttribute('data-h', '3')

  await row('War').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('radio', { name: 'Rose' }).check({ force: true })
  await expect(row('War').locator('.dot')).toHaveAttribute('data-h', '7')
  await page.reload()
  await expect(page.getByRole('complementary', { name: 'Theme: War' }), 'the address keeps what is open').toBeVisible()
})
