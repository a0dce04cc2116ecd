import type { Page } from '@playwright/test'
import { openDesk } from './support/desk.ts'
import { documentText, dragOver, expectSaved, showNew, statementCard, tagPassage, tagPopover } from './support/reader.ts'
import { expect, test } from './support/test.ts'

const bars = (page: Page) => page.getByRole('group', { name: 'Margin bars' })
const bar = (page: Page, says: string) => bars(page).getByRole('button', { name: `${says}. Select passage`, exact: true })
const colours = (page: Page, by: string) => page.getByRole('list', { name: `Colours by ${by}` }).getByRole('listitem')
/** The colour of the rule under the first tagged words. */
const ruleColour = (page: Page) =>
  documentText(page)
    .locator('.tg')
    .first()
    .evaluate((words) => getComputedStyle(words).backgroundImage)

test('others’ statements wait for a key, their changes and deletions are told in the open card', async ({ newBrowser }) => {
  const { owner, people, documentPath, workspaceId } = await openDesk(newBrowser, { members: [{ name: 'Layla Haddad', role: 'coder' }] })
  const { page } = owner
  const hers = people[0]!.page

  await test.step('painted at once; card and counts on L', async () => {
    await tagPassage(hers, { from: 'hotline with Russia' }, [
      { name: 'Pentagon', create: 'actor' },
      { name: 'Hotline', create: 'theme' },
    ])
    await expect(documentText(page).locator('.tg')).toHaveText(['hotline with Russia'])
    await expect(bar(page, 'Pentagon, source; Hotline, neutral')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Show 1 new statement', exact: true })).toBeVisible()
    await expect(statementCard(page, 'Pentagon, source; Hotline, neutral')).toHaveCount(0)
    await expect(page.getByRole('toolbar', { name: 'View', exact: true })).toContainText('0 statements')
    await documentText(page).press('l')
    await expect(statementCard(page, 'Pentagon, source; Hotline, neutral')).toContainText('“hotline with Russia”')
    await expect(page.getByRole('toolbar', { name: 'View', exact: true })).toContainText('1 statement')
    await expect(page.getByRole('button', { name: /^Show .* new/ })).toHaveCount(0)
  })

  await test.step('what she changes in the statement he has open says so and shows it', async () => {
    await statementCard(page, 'Pentagon, source; Hotline, neutral').click()
    await statementCard(hers, 'Pentagon, source; Hotline, neutral').click()
    await documentText(hers).press('-')
    const card = statementCard(page, 'Pentagon, source; Hotline, opposes')
    await expect(card).toContainText('Layla changed stance.')
    await card.getByRole('button', { name: 'Show', exact: true }).click()
    await expect(card).toContainText('Stance on Hotline: neutral → opposes')
  })

  await test.step('what she deletes can be brought back from the open card', async () => {
    await documentText(hers).press('u')
    const gone = page.getByRole('article', { name: 'Deleted statement: Pentagon, source; Hotline, opposes' })
    await expect(gone).toContainText('Layla deleted this.')
    await gone.getByRole('button', { name: 'Restore' }).click()
    await expect(gone).toHaveCount(0)
    for (const open of [page, hers]) await statementCard(open, 'Pentagon, source; Hotline, opposes').waitFor()
    await expectSaved(page)
  })

  await test.step('what came since the last visit has a mark until it was looked at', async () => {
    await page.goto(`/w/${workspaceId}/documents`)
    await tagPassage(hers, { from: 'answer every call' }, [{ name: 'Moscow', create: 'actor' }])
    await expectSaved(hers)
    await page.goto(documentPath)
    await expect(bar(page, 'Moscow, source')).toHaveAccessibleDescription('New since your last visit')
    await expect(bar(page, 'Pentagon, source; Hotline, opposes')).not.toHaveAccessibleDescription(/./)
    await expect(bar(page, 'Moscow, source')).not.toHaveAccessibleDescription(/./)
  })
})

test('colours by what one asks for, only the text, widths of the columns, and a menu at the bar', async ({ newBrowser }) => {
  const { owner, people } = await openDesk(newBrowser, { members: [{ name: 'Layla Haddad', role: 'coder' }] })
  const { page } = owner
  await tagPassage(page, { from: 'hotline with Russia' }, [
    { name: 'Pentagon', create: 'actor' },
    { name: 'Hotline', create: 'theme' },
  ])
  await tagPassage(people[0]!.page, { from: 'answer every call' }, [{ name: 'Moscow', create: 'actor' }])
  await showNew(page)

  await test.step('colour by actor, tagger, status, and back', async () => {
    const byTheme = await ruleColour(page)
    await documentText(page).press('Escape')
    await documentText(page).press('b')
    await expect(colours(page, 'actor')).toHaveText(['Pentagon1', 'Moscow1'])
    await documentText(page).press('b')
    await expect(colours(page, 'tagger')).toHaveText(['Maren Solberg1', 'Layla Haddad1'])
    await expect.poll(() => ruleColour(page)).not.toBe(byTheme)
    await page.getByRole('button', { name: 'Colour by tagger' }).click()
    await page.getByRole('menuitemradio', { name: 'Theme' }).click()
    await expect(page.getByRole('list', { name: /^Colours by/ })).toHaveCount(0)
    await expect.poll(() => ruleColour(page)).toBe(byTheme)
  })

  await test.step('only the text', async () => {
    await documentText(page).press('Shift+F')
    await expect(bars(page)).toBeHidden()
    await expect(page.getByRole('complementary', { name: 'Codebook' })).toBeHidden()
    await page.getByRole('button', { name: 'Show marks and panels' }).click()
    await expect(bar(page, 'Moscow, source')).toBeVisible()
  })

  await test.step('a column is dragged, moved by keys, kept, and reset', async () => {
    const divider = page.getByRole('separator', { name: 'Width of the codebook' })
    const codebook = page.getByRole('complementary', { name: 'Codebook' })
    const width = async () => (await codebook.boundingBox())!.width
    const usual = await width()
    const { x, y } = (await divider.boundingBox())!
    await page.mouse.move(x + 4, y + 200)
    await page.mouse.down()
    await page.mouse.move(x + 64, y + 200, { steps: 3 })
    await page.mouse.up()
    expect(await width()).toBe(usual + 60)
    await divider.press('ArrowRight')
    await expect.poll(width).toBe(usual + 76)
    await page.reload()
    await expectSaved(page)
    await expect.poll(width).toBe(usual + 76)
    await divider.dblclick()
    await expect.poll(width).toBe(usual)
  })

  await test.step('bars by keyboard: arrows move, the menu opens, Esc comes back', async () => {
    await bar(page, 'Pentagon, source; Hotline, neutral').focus()
    await page.keyboard.press('ArrowDown')
    await expect(bar(page, 'Moscow, source')).toBeFocused()
    await page.keyboard.press('Shift+F10')
    const menu = page.getByRole('menu', { name: 'Statement' })
    await expect(menu.getByRole('menuitem', { name: 'Edit' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(bar(page, 'Moscow, source')).toBeFocused()
    await bar(page, 'Pentagon, source; Hotline, neutral').click({ button: 'right' })
    await menu.getByRole('menuitem', { name: 'Duplicate' }).click()
    await expect(statementCard(page, 'Pentagon, source; Hotline, neutral')).toHaveCount(2)
    await dragOver(page, 'around the clock')
    await expect(tagPopover(page)).toBeVisible()
  })
})
