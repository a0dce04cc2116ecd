import { type Mailbox, startMailbox } from '#/tests/support/mailbox.ts'
import { type Product, startProduct } from '#/tests/support/start-product.ts'
import { totpCode } from '#/tests/support/totp-code.ts'
import { startIdentityProvider } from './support/identity-provider.ts'
import { inviteLink } from './support/invite.ts'
import { createWorkspace, joinByLink, signIn, signUp } from './support/person.ts'
import { resetLink } from './support/reset-link.ts'
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

test.describe('with an identity provider and a mail server', () => {
  let provider: Awaited<ReturnType<typeof startIdentityProvider>>
  let mailbox: Mailbox
  let product: Product

  test.beforeAll(async () => {
    provider = await startIdentityProvider({ sub: 'subject-1', email: 'yusuf@example.org', email_verified: true, name: 'Yusuf Kaya' })
    mailbox = await startMailbox()
    product = await startProduct({
      env: {
        SAMPLE: '0',
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: provider.clientId,
        OIDC_CLIENT_SECRET: provider.clientSecret,
        OIDC_NAME: 'Desk SSO',
        SMTP_URL: mailbox.url,
      },
    })
  })
  test.afterAll(async () => {
    await product?.stop()
    await provider?.stop()
    await mailbox?.stop()
  })

  test('signs in through OpenID Connect, with the same account the second time', async ({ newBrowser }) => {
    for (const _visit of ['first', 'second']) {
      const context = await newBrowser()
      const page = await context.newPage()
      await page.goto(`${product.url}/sign-in`)
      await page.getByRole('button', { name: 'Sign in with Desk SSO' }).click()
      await expect(page.getByRole('heading', { name: 'Welcome, Yusuf Kaya' })).toBeVisible()
      await context.close()
    }
  })

  test('a link to a new password comes by mail, and strangers learn nothing', async ({ newBrowser, expectComplaints }) => {
    // The page they leave may still try to connect.
    expectComplaints(/WebSocket connection to .* failed/)
    const { page, email } = await signUp(await newBrowser({ baseURL: product.url }), 'Ines Okafor')
    await page.context().clearCookies()
    for (const asked of ['nobody@example.org', email]) {
      await page.goto('/sign-in')
      await page.getByRole('link', { name: 'Forgot your password?' }).click()
      await expect(page.getByRole('heading', { name: 'Forgot your password?' })).toBeVisible()
      await page.getByLabel('Work email').fill(asked)
      await page.getByRole('button', { name: 'Send me a link' }).click()
      await expect(page.getByText(`If ${asked} has an account with a password, a mail with a link is on its way.`)).toBeVisible()
    }
    await expect.poll(() => mailbox.mails.length, { message: 'a mail arrives' }).toBe(1)
    expect(mailbox.mails[0]?.to).toEqual([email])
    const path = /\/reset\/[\w-]+/.exec(mailbox.mails[0]?.source ?? '')?.[0] ?? ''
    await page.goto(path)
    await page.getByRole('textbox', { name: 'New password' }).fill('a bridge over dry land')
    await page.getByLabel('The same once more').fill('a bridge over dry land')
    await page.getByRole('button', { name: 'Set password' }).click()
    await expect(page.getByText('Your password is changed')).toBeVisible()
    await signIn(page, email, 'a bridge over dry land')
  })
})

test('a second factor: set up, asked for, a code only once, a recovery code instead', async ({ newBrowser, expectComplaints }) => {
  expectComplaints(/status of 401.*callback\/credentials/)
  const { page, email, password } = await signUp(await newBrowser(), 'Layla Haddad', '/account')
  await page.getByRole('button', { name: 'Set up' }).click()
  await page.getByLabel('First your password').fill(password)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible()
  const secret = ((await page.locator('.account__key').textContent()) ?? '').replaceAll(/\s/g, '')
  const used = totpCode(secret)
  await page.getByLabel('Code that the app shows now').fill(used)
  await page.getByRole('button', { name: 'Turn on' }).click()
  const shown = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
  await expect(shown).toHaveCount(10)
  const recoveryCodes = await shown.allTextContents()
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await expect(page.getByText('10 of your recovery codes are left.')).toBeVisible()

  const other = await (await newBrowser()).newPage()
  await other.goto('/sign-in?callbackUrl=/account')
  await other.getByLabel('Work email').fill(email)
  await other.getByLabel('Password', { exact: true }).fill(password)
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  const code = other.getByLabel('Code', { exact: true })
  await expect(code).toBeFocused()
  await code.fill(used)
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(other.getByRole('alert').filter({ hasText: 'That code does not work.' })).toBeVisible()
  // The code of the next half minute counts already, and was not used yet.
  await code.fill(totpCode(secret, Date.now() + 30_000))
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(other.getByRole('heading', { name: 'Your account' })).toBeVisible()

  await other.context().clearCookies()
  await other.goto('/sign-in?callbackUrl=/account')
  await other.getByLabel('Work email').fill(email)
  await other.getByLabel('Password', { exact: true }).fill(password)
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  await other.getByRole('button', { name: 'Use a recovery code' }).click()
  await other.getByLabel('Recovery code').fill(recoveryCodes[0] ?? '')
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(other.getByText('9 of your recovery codes are left.')).toBeVisible()
})

test('signing out another browser: its page says so, and a link to a new password ends the rest', async ({
  newBrowser,
  expectComplaints,
}) => {
  expectComplaints(/status of 401/)
  const { page, email, password, ...person } = await signUp(await newBrowser(), 'Maren Solberg')
  const workspaceId = await createWorkspace({ page, email, password, ...person }, 'Homs team')
  const elsewhere = await (await newBrowser()).newPage()
  await signIn(elsewhere, email, password)
  await elsewhere.goto(`/w/${workspaceId}/documents`)
  await expect(elsewhere.getByRole('status', { name: 'Save state' })).toHaveAttribute('data-state', 'saved')

  await page.getByRole('button', { name: 'Account: Maren Solberg' }).click()
  await page.getByRole('menuitem', { name: 'Your account' }).click()
  const sessions = page.getByRole('table', { name: 'Where you are signed in' })
  await expect(sessions.getByRole('row').filter({ hasText: '(this one)' })).toHaveCount(1)
  await sessions.getByRole('button', { name: /^Sign out Chrome/ }).click()
  await expect(page.getByText(/is signed out/)).toBeVisible()
  await expect(sessions.getByRole('row').filter({ hasText: 'Chrome' })).toHaveCount(1)
  await expect(elsewhere.getByRole('status', { name: 'Save state' }), 'the other page is told at once').toHaveAttribute(
    'data-state',
    'refused',
  )
  await expect(elsewhere.getByText('You are signed out.')).toBeVisible()

  const link = await resetLink(email)
  const third = await (await newBrowser()).newPage()
  await third.goto(new URL(link).pathname)
  await third.getByRole('textbox', { name: 'New password' }).fill('a bridge over dry land')
  await third.getByLabel('The same once more').fill('a bridge over dry land')
  await third.getByRole('button', { name: 'Set password' }).click()
  await expect(third.getByText('Your password is changed')).toBeVisible()
  await signIn(third, email, 'a bridge over dry land')
  await page.reload()
  await expect(page, 'the browser that was left is signed out too').toHaveURL(/\/sign-in/)
  await third.goto(new URL(link).pathname)
  await expect(third.getByText('It was used already')).toBeVisible()
})
