import { openDesk } from './support/desk.ts'
import { documentText, dragOver, expectSaved, statementCard, tagPassage, tagPopover } from './support/reader.ts'
import { expect, test } from './support/test.ts'

test('the popover asks for who and what with the keyboard alone, knows what is tagged already and survives a reload', async ({
  newBrowser,
}) => {
  const { owner } = await openDesk(newBrowser)
  const { page } = owner
  const popover = tagPopover(page)
  const field = popover.getByRole('combobox', { name: 'Add actors and themes' })
  await tagPassage(page, { from: 'politics' }, [
    { name: 'Defence line', create: 'theme' },
    { name: 'Défense Russe', create: 'actor' },
  ])

  await test.step('signs give role and stance, accents do not matter, Backspace takes back', async () => {
    await dragOver(page, 'every call')
    await field.fill('> defense')
    await expect(popover.getByRole('option', { selected: true })).toContainText('Défense Russe')
    await field.press('Enter')
    await expect(popover.getByRole('button', { name: 'Défense Russe, recipient. Change to mentioned' })).toBeVisible()
    await field.fill('defence line -')
    await field.press('Enter')
    await expect(popover.getByRole('button', { name: 'Defence line, opposes. Change to neutral' })).toBeVisible()
    await field.press('Backspace')
    await expect(popover.getByRole('button', { name: 'Remove Defence line' })).toHaveCount(0)
  })

  await test.step('what was chosen is there after a reload, and T gives it back', async () => {
    await page.keyboard.press('Escape')
    await expectSaved(page)
    await page.reload()
    await expectSaved(page)
    await dragOver(page, 'every call')
    await expect(field).toBeFocused()
    await page.keyboard.press('Escape')
    await page.keyboard.press('t')
    await expect(popover.getByRole('button', { name: 'Remove Défense Russe' })).toBeVisible()
    await field.press('Control+Enter')
    await expect(statementCard(page, 'Défense Russe, recipient')).toBeVisible()
  })

  await test.step('the same words with the same tags: Enter opens what is there, with Ctrl it is made again', async () => {
    const card = statementCard(page, 'Défense Russe, recipient')
    const again = async () => {
      // Presses at one place in quick succession are a triple click, which selects the paragraph.
      await documentText(page).getByRole('heading').click()
      await dragOver(page, 'every call')
      await field.fill('> defense')
      await field.press('Enter')
      await expect(popover.getByText(/^Already tagged \d\d:\d\d/)).toBeVisible()
    }
    await again()
    await field.press('Enter')
    await expect(popover).toHaveCount(0)
    await expect(card).toHaveCount(1)
    await again()
    await field.press('Control+Enter')
    await expect(card).toHaveCount(2)
  })

  await test.step('where nothing matches, Tab chooses what is made', async () => {
    await dragOver(page, 'line must')
    await field.fill('Meridian')
    await expect(popover.getByRole('option', { selected: true })).toHaveCount(0)
    await field.press('Tab')
    await expect(popover.getByRole('option', { selected: true })).toContainText('Create theme Meridian')
    await field.press('Tab')
    await expect(popover.getByRole('option', { selected: true })).toContainText('Create actor Meridian')
    await field.press('Alt+Enter')
    await expect(popover.getByRole('button', { name: 'Remove Meridian' })).toBeVisible()
    await field.press('Enter')
    await expect(statementCard(page, 'Meridian, source')).toBeVisible()
  })
  await expectSaved(page)
})

test('the codebook hides, renames, moves and opens the passages of a tag', async ({ newBrowser }) => {
  const { owner } = await openDesk(newBrowser)
  const { page } = owner
  await tagPassage(page, { from: 'politics' }, [{ name: 'Hotline', create: 'theme' }])
  await tagPassage(page, { from: 'every call' }, [{ name: 'Access', create: 'theme' }])
  const tree = page.getByRole('tree', { name: 'Themes' })
  const row = (name: string) => tree.getByRole('treeitem', { name, exact: true })

  await test.step('E hides it in text, margin and cards, and the bar says so', async () => {
    await row('Hotline').focus()
    await page.keyboard.press('e')
    await expect(statementCard(page, 'Hotline, neutral')).toHaveCount(0)
    await expect(statementCard(page, 'Access, neutral')).toBeVisible()
    await expect(documentText(page).locator('.tg', { hasText: 'politics' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Show all tags' }).click()
    await expect(statementCard(page, 'Hotline, neutral')).toBeVisible()
  })

  await test.step('F2 renames in place', async () => {
    await row('Hotline').focus()
    await page.keyboard.press('F2')
    await expect(tree.getByRole('textbox', { name: 'Name of Hotline' })).toBeFocused()
    await page.keyboard.type('Phone line')
    await page.keyboard.press('Enter')
    await expect(row('Phone line')).toBeFocused()
    await expect(statementCard(page, 'Phone line, neutral')).toBeVisible()
  })

  await test.step('cut and paste move it, with Shift dragging merges and counts first', async () => {
    await page.keyboard.press('Control+x')
    await row('Access').focus()
    await page.keyboard.press('Control+v')
    await expect(row('Phone line')).toHaveAttribute('aria-level', '2')
    await row('Phone line').hover()
    await page.mouse.down()
    await row('Access').hover()
    await page.keyboard.down('Shift')
    await page.mouse.up()
    await page.keyboard.up('Shift')
    const dialog = page.getByRole('dialog', { name: 'Merge themes' })
    await expect(dialog).toContainText('1 statement in 1 document moves to')
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  })

  await test.step('a double click goes to its excerpts', async () => {
    await row('Access').dblclick()
    await expect(page).toHaveURL(/\/excerpts\?theme=/)
  })
})
