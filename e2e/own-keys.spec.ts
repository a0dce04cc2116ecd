import { openDesk, TEXT } from './support/desk.ts'
import { documentText, selectWithKeys, tagPopover } from './support/reader.ts'
import { expect, test } from './support/test.ts'

test('people choose their own keys: conflicts are named, the sheet follows, single keys can be switched off', async ({ newBrowser }) => {
  const { owner, documentPath } = await openDesk(newBrowser)
  const { page } = owner
  const sheet = page.getByRole('dialog', { name: 'Keyboard' })
  const rowOf = (name: string) => page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) })
  const openKeys = async () => {
    await documentText(page).focus()
    await page.keyboard.press('Control+/')
    await sheet.getByRole('button', { name: 'Change keys' }).click()
    await page.waitForURL('/account/keys')
  }
  /** Does something that is kept on the server, and waits until it is. */
  const andKept = async (act: () => Promise<void>) => {
    const kept = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/account/keys'))
    await act()
    await kept
  }
  const backToDocument = async () => {
    await page.goto(documentPath)
    await expect(documentText(page)).toBeVisible()
  }

  await test.step('the sheet finds keys by what they do', async () => {
    await documentText(page).focus()
    await page.keyboard.press('?')
    await sheet.getByRole('searchbox', { name: 'Find a shortcut' }).fill('widen')
    await expect(sheet.getByRole('listitem')).toHaveText([/Widen the selection/])
    // The first one clears the field.
    await page.keyboard.press('Escape')
    await expect(sheet.getByRole('searchbox', { name: 'Find a shortcut' })).toHaveValue('')
    await page.keyboard.press('Escape')
    await expect(sheet).toHaveCount(0)
  })

  await test.step('a key that another command has is given away only when asked', async () => {
    await openKeys()
    await page.getByRole('button', { name: 'Change the key of Tag the passage', exact: true }).click()
    await page.keyboard.press('Control+s')
    await expect(page.getByRole('status').filter({ hasText: 'keeps these keys for itself' })).toBeVisible()
    await page.keyboard.press('w')
    await expect(page.getByRole('status').filter({ hasText: '“Widen the selection”' })).toBeVisible()
    await andKept(() => page.getByRole('button', { name: 'Use it here' }).click())
    await expect(rowOf('Tag the passage')).toContainText('W')
    await expect(rowOf('Widen the selection')).toContainText('No key')
    await expect(page.getByRole('button', { name: 'Change the key of Tag the passage', exact: true })).toBeFocused()
  })

  await test.step('the reader goes by it', async () => {
    await backToDocument()
    await selectWithKeys(page, TEXT, 'line')
    await page.keyboard.press('t')
    await expect(tagPopover(page)).toHaveCount(0)
    await page.keyboard.press('w')
    await expect(tagPopover(page)).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('without single keys only those that are held with others work', async () => {
    await openKeys()
    await andKept(() => page.getByRole('button', { name: 'Reset all keys' }).click())
    await expect(rowOf('Tag the passage')).toContainText('T')
    await andKept(() => page.getByRole('checkbox', { name: 'Letters, digits and signs alone are shortcuts' }).uncheck())
    await backToDocument()
    await selectWithKeys(page, TEXT, 'line')
    await page.keyboard.press('t')
    await page.keyboard.press('?')
    await expect(tagPopover(page)).toHaveCount(0)
    await expect(sheet).toHaveCount(0)
    await page.keyboard.press('Control+Alt+t')
    await expect(tagPopover(page)).toBeVisible()
  })
})
