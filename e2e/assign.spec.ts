import { openDesk, TITLE } from './support/desk.ts'
import { expect, test } from './support/test.ts'

test('a document is assigned by key, the colleague is told at once, and how far it is shows to both', async ({ newBrowser }) => {
  const { owner, people, workspaceId } = await openDesk(newBrowser, { members: [{ name: 'Layla Haddad', role: 'coder' }] })
  const [one, two] = [owner.page, people[0]!.page]
  const table = (page: typeof one) => page.getByRole('table', { name: 'Documents' })
  await one.goto(`/w/${workspaceId}/documents`)
  await two.goto(`/w/${workspaceId}/documents`)
  await expect(two.getByRole('link', { name: 'Comments', exact: true })).toBeVisible()

  await table(one).getByRole('link', { name: TITLE }).focus()
  await one.keyboard.press('Shift+A')
  const dialog = one.getByRole('dialog', { name: 'Who works on this document?' })
  await dialog.getByRole('checkbox', { name: 'Layla Haddad' }).check()
  await dialog.getByRole('button', { name: 'Assign' }).click()
  await expect(table(one).getByRole('img', { name: 'Layla Haddad, asked to work on it' })).toBeVisible()

  await two.getByRole('link', { name: 'Comments, 1 for you' }).click()
  const assigned = two.getByRole('region', { name: 'Documents you are asked to work on' })
  await expect(assigned.getByRole('link', { name: TITLE })).toBeVisible()
  await expect(two.getByRole('link', { name: 'Comments', exact: true }), 'what was seen is not new any more').toBeVisible()

  await two.goto(`/w/${workspaceId}/documents`)
  await two.getByRole('button', { name: 'Assigned to me' }).click()
  await table(two).getByRole('link', { name: TITLE }).focus()
  await two.keyboard.press('s')
  await two.getByRole('menuitemradio', { name: 'In review' }).click()
  await expect(table(two).getByRole('button', { name: `Status of ${TITLE}: In review` })).toBeVisible()
  await expect(table(one).getByRole('button', { name: `Status of ${TITLE}: In review` })).toBeVisible()
})
