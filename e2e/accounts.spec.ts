import { startProduct } from '#/tests/support/start-product.ts'
import { startIdentityProvider } from './support/identity-provider.ts'
import { inviteLink } from './support/invite.ts'
import { createWorkspace, joinByLink, signIn, signUp } from './support/person.ts'
import { expect, test } from './support/test.ts'

test('sign up, sign out, refuse a wrong password, sign in again', async ({ newBrowser, expectComplaints }) => {
  const { page, email, password, ...person } = await signUp(await newBrowser(), 'Layla Haddad')
  const workspaceId = await createWorkspace({ page, email, password, ...person }, 'Syria desk')
  const inside = page.url()

  await page.getByRole('button', { name: 'Account: Layla Haddad' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL(/\/sign-in/)
  await page.goto(inside)
  await expect(page, 'a page of the workspace asks to sign in').toHaveURL(/\/sign-in\?callbackUrl=/)

  expectComplaints(/status of 401.*callback\/credentials/)
  await page.getByLabel('Work email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Email and password do not match.' })).toBeVisible()
  await expect(page.getByLabel('Work email'), 'the address is kept').toHaveValue(email)

  await signIn(page, email, password)
  await expect(page, 'signing in leads back').toHaveURL(new RegExp(`/w/${workspaceId}/documents`))
})

test('guessing a password soon means waiting', async ({ newBrowser, expectComplaints }) => {
  expectComplaints(/status of 401.*callback\/credentials/)
  const page = await (await newBrowser()).newPage()
  await page.goto('/sign-in')
  await page.getByLabel('Work email').fill('nobody.of.this.name@example.org')
  const problem = page.getByRole('alert').filter({ hasText: /./ })
  for (let tries = 1; tries <= 5; tries++) {
    await page.getByLabel('Password', { exact: true }).fill(`guess number ${tries}`)
    const answered = page.waitForResponse(/callback\/credentials/)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await answered
    await expect(problem).toHaveText('Email and password do not match.')
  }
  await page.getByLabel('Password', { exact: true }).fill('guess number 6')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  expectComplaints(/status of 429.*callback\/credentials/)
  await expect(problem).toHaveText('Too many tries. Wait 15 minutes, then try again.')
})

test('an invitation link lets one person in, with its role', async ({ newBrowser, expectComplaints }) => {
  const owner = await signUp(await newBrowser(), 'Maren Solberg')
  const workspaceId = await createWorkspace(owner, 'Idlib team')
  const link = await inviteLink(owner, workspaceId, 'coder')
  const coder = await joinByLink(await newBrowser(), 'Tomas Vrba', link)
  await expect(coder.page).toHaveURL(new RegExp(`/w/${workspaceId}/documents`))

  const late = await signUp(await newBrowser(), 'Dmitri Sokolov', new URL(link).pathname)
  await expect(late.page.getByText('This link was used already')).toBeVisible()
  expectComplaints(/status of 404.*\/documents\)/)
  await late.page.goto(`/w/${workspaceId}/documents`)
  await expect(late.page.getByRole('table', { name: 'Documents' }), 'who is no member sees nothing').toHaveCount(0)

  await owner.page.reload()
  const row = owner.page.getByRole('table', { name: 'Members' }).getByRole('row').filter({ hasText: 'Tomas Vrba' })
  await expect(row.getByRole('combobox')).toHaveValue('coder')
  await coder.page.goto(`/w/${workspaceId}/settings`)
  await expect(coder.page.getByRole('table', { name: 'Members' })).toBeVisible()
  await expect(coder.page.getByRole('button', { name: 'Create link' }), 'only owners invite').toHaveCount(0)
})

test('somebody removed loses the workspace at once', async ({ newBrowser, expectComplaints }) => {
  const owner = await signUp(await newBrowser(), 'Maren Solberg')
  const workspaceId = await createWorkspace(owner, 'Aleppo team')
  const member = await joinByLink(await newBrowser(), 'Ines Okafor', await inviteLink(owner, workspaceId, 'editor'))
  await owner.page.reload()
  await owner.page.getByRole('button', { name: 'Remove Ines Okafor' }).click()
  await owner.page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(owner.page.getByRole('table', { name: 'Members' }).getByText('Ines Okafor')).toHaveCount(0)
  expectComplaints(/status of 404.*\/documents\)/)
  await member.page.goto(`/w/${workspaceId}/documents`)
  await expect(member.page.getByRole('table', { name: 'Documents' })).toHaveCount(0)
})

test('signs in through an OpenID Connect provider, with the same account the second time', async ({ newBrowser }) => {
  const provider = await startIdentityProvider({ sub: 'subject-1', email: 'yusuf@example.org', email_verified: true, name: 'Yusuf Kaya' })
  const product = await startProduct({
    env: {
      SAMPLE: '0',
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      OIDC_NAME: 'Desk SSO',
    },
  })
  try {
    for (const _visit of ['first', 'second']) {
      const context = await newBrowser()
      const page = await context.newPage()
      await page.goto(`${product.url}/sign-in`)
      await page.getByRole('button', { name: 'Sign in with Desk SSO' }).click()
      await expect(page.getByRole('heading', { name: 'Welcome, Yusuf Kaya' })).toBeVisible()
      await context.close()
    }
  } finally {
    await product.stop()
    await provider.stop()
  }
})
