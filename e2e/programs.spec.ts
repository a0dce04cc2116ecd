import { openDesk } from './support/desk.ts'
import { expect, test } from './support/test.ts'

test('a token made on the account page lets a program read and write, until it is revoked', async ({ newBrowser, playwright, baseURL }) => {
  const { owner, workspaceId, documentPath } = await openDesk(newBrowser)
  const documentId = documentPath.split('/').at(-1)
  const account = await owner.context.newPage()
  await account.goto('/account')
  await account.getByLabel('What it is for').fill('Nightly script')
  await account.getByRole('checkbox', { name: /^Write/ }).check()
  await account.getByRole('button', { name: 'Create token' }).click()
  const shown = account.getByLabel('New token')
  await expect(shown).toHaveValue(/^ilt_/)

  // A program has the token and no cookie, and comes from no page.
  const program = await playwright.request.newContext({
    ...(baseURL && { baseURL }),
    extraHTTPHeaders: { authorization: `Bearer ${await shown.inputValue()}` },
  })
  const all = `/api/v1/workspaces/${workspaceId}/documents/${documentId}/annotations`
  await test.step('what it writes stands in the page that is open, and among the excerpts', async () => {
    const made = await program.post(all, { data: { target: { exact: 'officers answer every call' }, memo: 'From a script.' } })
    expect(made.status()).toBe(201)
    await expect(owner.page.getByRole('article', { name: /^Statement:/ })).toContainText('officers answer every call')
    expect((await (await program.get(all)).json()).items).toMatchObject([{ quote: { exact: 'officers answer every call' } }])
    await owner.page.goto(`/w/${workspaceId}/excerpts`)
    await expect(owner.page.getByRole('main')).toContainText('officers answer every call')
  })

  await test.step('what it may not do is refused: it has no right to export', async () => {
    const refused = await program.get(`/api/v1/workspaces/${workspaceId}/exports/csv`)
    expect([refused.status(), refused.headers()['content-type']]).toEqual([403, 'application/problem+json'])
  })

  await test.step('revoked, it is nothing any more', async () => {
    await account.getByRole('button', { name: 'Revoke the token Nightly script' }).click()
    await expect(account.getByText('The token “Nightly script” does not work any more')).toBeVisible()
    expect((await program.get('/api/v1/me')).status()).toBe(401)
  })
  await program.dispose()
})

test('an owner adds a webhook, sees what was sent to it, and switches it off', async ({ newBrowser }) => {
  const { owner, workspaceId } = await openDesk(newBrowser)
  const { page } = owner
  await page.goto(`/w/${workspaceId}/settings`)
  const section = page.getByRole('region', { name: 'Webhooks' })
  await section.getByLabel('Address').fill('https://hooks.invalid/in')
  await section.getByRole('button', { name: 'Add webhook' }).click()
  const card = section.getByRole('article', { name: 'Webhook https://hooks.invalid/in' })
  await card.getByRole('button', { name: 'Send a test' }).click()
  await expect(card.getByRole('table').getByRole('row', { name: /^ping/ })).toBeVisible()
  await card.getByRole('button', { name: 'Switch off' }).click()
  await expect(card.getByRole('button', { name: 'Switch on' })).toBeVisible()
  await card.getByRole('button', { name: 'Remove' }).click()
  await expect(card).toHaveCount(0)
})
