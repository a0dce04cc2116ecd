import { openDesk } from './support/desk.ts'
import { signIn } from './support/person.ts'
import { expect, test } from './support/test.ts'

test('the theme follows a person to another browser, and colleagues see the chosen name and colour at once', async ({ newBrowser }) => {
  const { owner, people, workspaceId } = await openDesk(newBrowser, { members: [{ name: 'Layla Haddad', role: 'coder' }] })
  const [one, two] = [owner.page, people[0]!.page]
  await one.goto(`/w/${workspaceId}/documents`)
  const face = one.getByRole('img', { name: 'Layla Haddad, here now' }).first()
  await expect(face).toBeVisible()
  const before = Number(await face.getAttribute('data-p'))
  const [name, chosen] = before === 3 ? ['Amber', '5'] : ['Green', '3']

  // Her place in the workspace stays open while she chooses elsewhere.
  const account = await people[0]!.context.newPage()
  await account.goto('/account')
  await account.getByRole('radio', { name }).check({ force: true })
  await expect(face).toHaveAttribute('data-p', chosen)

  await account.getByRole('radio', { name: 'Dark' }).check({ force: true })
  await expect(account.getByText('Colours changed on all your devices')).toBeVisible()
  await expect(account.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(two).toHaveURL(/documents/)

  const elsewhere = await (await newBrowser()).newPage()
  await signIn(elsewhere, people[0]!.email, people[0]!.password)
  await expect(elsewhere.locator('html')).toHaveAttribute('data-theme', 'dark')
})
