import { openDesk, TEXT, TITLE } from './support/desk.ts'
import { caretToStart, documentText, dragOver, selectWithKeys, statementCard, tagPopover } from './support/reader.ts'
import { expect, test } from './support/test.ts'

test('the palette finds documents, entries, people and commands from every page', async ({ newBrowser }) => {
  const { owner, workspaceId } = await openDesk(newBrowser)
  const { page } = owner
  const field = page.getByRole('combobox', { name: 'Search or type a command' })
  const palette = page.getByRole('dialog', { name: 'Search and commands' })
  const option = (name: string | RegExp) => palette.getByRole('option', { name })

  await test.step('V makes a theme of the selected words and tags them; the palette runs commands on it', async () => {
    await selectWithKeys(page, TEXT, 'line')
    await page.keyboard.press('v')
    await expect(statementCard(page, 'line, neutral')).toBeVisible()
    await page.keyboard.press('Control+k')
    await field.fill('duplicate')
    await page.keyboard.press('Enter')
    await expect(palette).toHaveCount(0)
    await expect(statementCard(page, 'line, neutral')).toHaveCount(2)
    await page.keyboard.press('Control+z')
    await expect(statementCard(page, 'line, neutral')).toHaveCount(1)
  })

  await test.step('a theme is armed from the palette', async () => {
    await page.keyboard.press('Control+k')
    await field.fill('line')
    await option(/^Arm tag: line/).click()
    await dragOver(page, 'hotline with Russia')
    await expect(statementCard(page, 'line, neutral')).toHaveCount(2)
    await page.keyboard.press('Escape')
    await caretToStart(page)
  })

  await test.step('R opens the popover at the tag used last', async () => {
    await page.keyboard.press('Escape')
    await selectWithKeys(page, TEXT, 'The line stays')
    await page.keyboard.press('r')
    await expect(tagPopover(page).getByRole('option', { selected: true })).toContainText('line')
    await page.keyboard.press('Escape')
  })

  await test.step('with nothing typed the documents changed last are listed; signs ask for one sort', async () => {
    await page.goto(`/w/${workspaceId}/excerpts`)
    await page
      .getByRole('heading', { name: 'Excerpts' })
      .or(page.getByRole('region', { name: 'Results' }))
      .first()
      .waitFor()
    await page.keyboard.press('Control+k')
    await expect(palette.getByRole('group', { name: 'Changed last' }).getByRole('option')).toHaveText([new RegExp(TITLE)])
    await field.fill('#lin')
    await expect(palette.getByRole('group', { name: 'Themes and actors' }).getByRole('option')).toHaveText([/line/])
    await field.fill('maren')
    await expect(palette.getByRole('group', { name: 'People' }).getByRole('option')).toHaveText([/Maren Solberg/])
    await field.fill('>themes')
    await expect(palette.getByRole('option', { selected: true })).toHaveText(/Go to Themes/)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/themes$/)
  })

  await test.step('Tab goes to the next group, Enter to the document', async () => {
    await page.keyboard.press('Control+k')
    await field.fill('line')
    await option(new RegExp(TITLE)).waitFor()
    for (
      let steps = 0;
      steps < 5 &&
      !(await option(new RegExp(TITLE))
        .getAttribute('aria-selected')
        .then((is) => is === 'true'));
      steps++
    )
      await page.keyboard.press('Tab')
    await expect(option(new RegExp(TITLE))).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await expect(documentText(page)).toBeVisible()
  })

  await test.step('Esc gives the keyboard back to where it was', async () => {
    await documentText(page).focus()
    await page.keyboard.press('Control+k')
    await expect(field).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(documentText(page)).toBeFocused()
  })
})
