import { openDesk, TEXT } from './support/desk.ts'
import {
  documentText,
  drag,
  dragOver,
  expectSaved,
  selectWithKeys,
  statementCard,
  stretchOf,
  tagPassage,
  tagPopover,
} from './support/reader.ts'
import { expect, test } from './support/test.ts'

test('an armed tag takes every selection, a dragged one a statement, and identical words are tagged in one step', async ({
  newBrowser,
}) => {
  const { owner } = await openDesk(newBrowser)
  const { page } = owner
  await tagPassage(page, { from: 'politics' }, [{ name: 'Hotline', create: 'theme' }])

  const row = page.getByRole('tree', { name: 'Themes' }).getByRole('treeitem', { name: /^Hotline/ })
  await row.focus()
  await page.keyboard.press('p')
  await expect(page.getByRole('toolbar', { name: 'View' })).toContainText('Armed: Hotline')
  await expect(documentText(page), 'whoever arms by keyboard goes on in the text').toBeFocused()
  await selectWithKeys(page, TEXT, 'line')
  await page.keyboard.press('q')
  // One right after the other: the second press comes before the first selection is known to need no third click.
  const stretches = [await stretchOf(page, 'with Russia'), await stretchOf(page, 'every call')]
  for (const stretch of stretches) await drag(page, stretch)
  for (const quote of ['“line”', '“with Russia”', '“every call”'])
    await expect(statementCard(page, 'Hotline, neutral').filter({ hasText: quote })).toBeVisible()
  await expect(tagPopover(page)).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('toolbar', { name: 'View' })).not.toContainText('Armed')

  await test.step('a theme dragged onto a card is added to the statement', async () => {
    await tagPassage(page, { from: 'open' }, [{ name: 'Access', create: 'theme' }])
    await row.hover()
    await page.mouse.down()
    await statementCard(page, 'Access, neutral').hover()
    await page.mouse.up()
    await expect(statementCard(page, 'Access, neutral; Hotline, neutral')).toBeVisible()
  })

  await dragOver(page, 'that')
  await expect(tagPopover(page), 'with no tag armed, the popover asks again').toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+A')
  const all = page.getByRole('dialog', { name: 'Tag all identical' })
  await expect(all).toContainText('2 places say “that”')
  await page.keyboard.type('hotl')
  await page.keyboard.press('Enter')
  await expect(all.getByRole('button', { name: 'Tag 2 passages' })).toBeVisible()
  await page.keyboard.press('Enter')
  const tagged = statementCard(page, 'Hotline, neutral').filter({ hasText: '“that”' })
  await expect(tagged).toHaveCount(2)
  await documentText(page).press('Control+z')
  await expect(tagged, 'one step for undo').toHaveCount(0)
  await expectSaved(page)
})
