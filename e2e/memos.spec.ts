import { openDesk } from './support/desk.ts'
import { expect, test } from './support/test.ts'

test('two people write one memo: the later sees both texts, nothing typed is lost, and the list leads back', async ({ newBrowser }) => {
  const { owner, people, workspaceId } = await openDesk(newBrowser, { members: [{ name: 'Layla Haddad', role: 'coder' }] })
  const [one, two] = [owner.page, people[0]!.page]
  const panel = (page: typeof one) => page.getByRole('dialog', { name: 'Memos on this document' })
  const open = async (page: typeof one) => {
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Memos on this document' }).click()
  }
  await open(one)
  await panel(one).getByRole('button', { name: 'Write a memo' }).click()
  await one.keyboard.type('A translation')
  await one.keyboard.press('Control+Enter')
  await expect(panel(one).getByRole('button', { name: 'Edit memo' })).toBeVisible()

  await open(two)
  await expect(panel(two).getByText('A translation')).toBeVisible()
  await panel(two).getByRole('button', { name: 'Edit memo' }).click()
  await two.keyboard.type(', by whom?')
  await panel(one).getByRole('button', { name: 'Edit memo' }).click()
  await one.keyboard.type(', made in Moscow')
  await one.keyboard.press('Control+Enter')
  await expect(panel(one).getByText('A translation, made in Moscow')).toBeVisible()
  await expect(panel(two).getByText('Maren Solberg changed this memo meanwhile.')).toBeVisible()

  // What was typed outlives a reload, and still is not written over what it was not based on.
  await two.reload()
  await open(two)
  await expect(panel(two).getByRole('textbox', { name: 'Memo' })).toHaveValue('A translation, by whom?')
  await panel(two).getByRole('button', { name: 'Save memo' }).click()
  const both = panel(two).getByRole('region', { name: 'Two versions of this memo' })
  await expect(both.getByText('A translation, made in Moscow')).toBeVisible()
  await expect(both.getByText('A translation, by whom?')).toBeVisible()
  await both.getByRole('button', { name: 'Edit both together' }).click()
  await panel(two).getByRole('textbox', { name: 'Memo' }).fill('A translation, made in Moscow. By whom?')
  await panel(two).getByRole('button', { name: 'Save memo' }).click()
  await expect(panel(one).getByText('A translation, made in Moscow. By whom?')).toBeVisible()
  await expect(panel(one).getByText('You, changed by Layla Haddad')).toBeVisible()

  await two.goto(`/w/${workspaceId}/memos`)
  await two.getByRole('searchbox', { name: 'Words' }).fill('by WHOM')
  await two.getByRole('button', { name: 'Show', exact: true }).click()
  const listed = two.getByRole('listitem').filter({ hasText: 'A translation, made in Moscow. By whom?' })
  await listed.getByRole('link', { name: 'The line stays open' }).click()
  await expect(two.locator('#doc')).toBeVisible()
})
