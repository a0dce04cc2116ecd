import { openDesk } from './support/desk.ts'
import { expectSaved, tagPassage } from './support/reader.ts'
import { expect, test } from './support/test.ts'

test('a query is written, changed with chips, shared by name, and asked by a colleague', async ({ newBrowser }) => {
  const { owner, people, workspaceId } = await openDesk(newBrowser, { members: [{ name: 'Layla Haddad', role: 'viewer' }] })
  const page = owner.page
  await tagPassage(page, { from: 'The Pentagon said', to: 'Monday' }, [{ name: 'Pentagon', create: 'actor' }])
  await tagPassage(page, { from: 'Moscow said', to: 'call' }, [{ name: 'Moscow', create: 'actor' }])
  await expectSaved(page)
  const excerpts = page.locator('[data-excerpt]')
  await expect(async () => {
    await page.goto(`/w/${workspaceId}/excerpts`)
    await expect(excerpts).toHaveCount(2, { timeout: 2000 })
  }).toPass({ timeout: 40_000 })

  await page.getByRole('button', { name: 'Edit as text' }).click()
  const text = page.getByRole('textbox', { name: 'Query as text' })
  await text.fill('actor:Pentagn or actor:Moscow')
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(page.getByText('Nothing here is called “Pentagn”. Did you mean “Pentagon”?')).toBeVisible()
  await text.fill('actor:Pentagon and actor:Moscow')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('No excerpts match')).toBeVisible()

  const filters = page.getByRole('group', { name: 'Filters' })
  await filters.getByRole('button', { name: 'Joined by and, change' }).click()
  await page.getByRole('menuitemradio', { name: 'followed by' }).click()
  await expect(excerpts).toHaveCount(1)
  await filters.getByRole('button', { name: 'Joined by followed by, change' }).click()
  await page.getByRole('menuitemradio', { name: 'and not' }).click()
  await expect(filters.getByRole('button', { name: 'Joined by and not, change' })).toBeVisible()
  await expect(excerpts).toHaveCount(1)
  await expect(excerpts).toContainText('The Pentagon said')

  await page.getByRole('button', { name: 'Save query' }).click()
  await page.getByRole('textbox', { name: 'Name of the query' }).fill('Pentagon alone')
  await page.getByRole('checkbox', { name: 'Everybody in the workspace sees it' }).check()
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved for everybody in the workspace')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Pentagon alone' })).toBeVisible()

  const theirs = people[0]!.page
  await theirs.goto(`/w/${workspaceId}/excerpts`)
  await theirs.getByRole('button', { name: 'Saved queries' }).click()
  await theirs.getByRole('menuitem', { name: 'Pentagon alone' }).click()
  await expect(theirs.locator('[data-excerpt]')).toHaveCount(1)
  await expect(theirs.getByText('Saved query, edited by')).toBeVisible()
  await theirs.getByRole('button', { name: 'Edit as text' }).click()
  await expect(theirs.getByRole('textbox', { name: 'Query as text' })).toHaveValue('actor:Pentagon and not actor:Moscow')
})
