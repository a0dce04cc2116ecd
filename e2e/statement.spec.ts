import type { Page } from '@playwright/test'
import { openDesk, TEXT } from './support/desk.ts'
import { documentText, expectSaved, selectWithKeys, showNew, statementCard, tagPassage, tagPopover } from './support/reader.ts'
import { expect, test } from './support/test.ts'

const SAYS = 'Pentagon, source; Moscow, recipient; Ankara, recipient; The press, mentioned; Hotline, supports; Escalation, opposes'

/** The facts on a card, one by one. */
const facts = (page: Page, says: string) => statementCard(page, says).getByRole('list', { name: 'Details' }).getByRole('listitem')

test('a statement with all its fields is made and changed by keyboard alone', async ({ newBrowser }) => {
  const { owner, people } = await openDesk(newBrowser, { members: [{ name: 'Tomas Vrba', role: 'coder' }] })
  const { page } = owner
  const { keyboard } = page
  const other = people[0]!.page
  const dialog = tagPopover(page)

  await test.step('actors in every role and themes with their stance', async () => {
    await selectWithKeys(page, TEXT, 'hotline')
    await keyboard.press('t')
    await expect(dialog.getByRole('combobox', { name: 'Add actors and themes' })).toBeFocused()
    for (const typed of ['"Pentagon', '>Moscow', '>Ankara', '@The press', 'Hotline +', 'Escalation -']) {
      await keyboard.type(typed)
      await keyboard.press('Alt+Enter')
      await expect(dialog.getByRole('button', { name: `Remove ${typed.replaceAll(/^["@>]|\s[+-]$/g, '')}` })).toBeVisible()
    }
  })

  await test.step('the details, which say how they were understood', async () => {
    await keyboard.press('Alt+ArrowDown')
    await expect(dialog.getByLabel('Status')).toBeFocused()
    await keyboard.type('plan')
    await keyboard.press('Tab')
    await keyboard.type('prob')
    await keyboard.press('Tab')
    await keyboard.type('31 Nov 2024')
    await keyboard.press('Control+Enter')
    await expect(dialog.getByText('There is no such day in the calendar.'), 'nothing is saved with a date that is none').toBeVisible()
    await expect(dialog.getByLabel('Date of the event')).toBeFocused()
    await keyboard.press('Control+a')
    await keyboard.type('November 30, 2024')
    await expect(dialog.getByText('Read as 30 Nov 2024, a day.')).toBeVisible()
    await keyboard.press('Tab')
    await keyboard.type('Aleppo')
    await keyboard.press('Tab')
    await keyboard.type('36.2N 37.16E')
    await keyboard.press('Tab')
    await keyboard.type('near')
    await keyboard.press('Tab')
    await expect(dialog.getByRole('combobox', { name: 'Reported by' })).toBeFocused()
    await keyboard.type('mosc')
    await expect(dialog.getByRole('listbox', { name: 'Reported by' }).getByRole('option', { selected: true })).toHaveText('Moscow')
    await keyboard.press('Enter')
    await keyboard.type('a resident')
    await keyboard.press('Enter')
    await expect(dialog.getByRole('button', { name: 'a resident, 2 of 2' })).toBeVisible()
  })

  await test.step('a memo, and everybody sees it all', async () => {
    await keyboard.press('Tab')
    await expect(dialog.getByRole('button', { name: 'Memo' })).toBeFocused()
    await keyboard.press('Enter')
    await keyboard.type('Compare with the morning briefing.')
    await keyboard.press('Control+Enter')
    await expect(dialog).toHaveCount(0)
    await expect(documentText(page), 'the keyboard is back in the text').toBeFocused()
    const full = ['Planned', 'Probable', '30 Nov 2024', 'Near Aleppo, 36.2, 37.16', 'Via Moscow, citing a resident']
    await expect(facts(page, SAYS)).toHaveText(full)
    await expect(statementCard(page, SAYS)).toContainText('Compare with the morning briefing.')
    await showNew(other)
    await expect(facts(other, SAYS)).toHaveText(full.with(3, 'Near Aleppo'))
    await expectSaved(page)
  })

  await test.step('changed later: a range, the chain turned round, one step for undo', async () => {
    const change = page.getByRole('dialog', { name: 'Change statement' })
    await keyboard.press('f')
    await expect(change.getByLabel('Status')).toBeFocused()
    await keyboard.press('Tab')
    await keyboard.press('Tab')
    await keyboard.press('Control+a')
    await keyboard.type('27 Nov to 8 Dec 2024')
    for (let stop = 0; stop < 4; stop++) await keyboard.press('Tab')
    await keyboard.press('ArrowLeft')
    await keyboard.press('Alt+ArrowLeft')
    await expect(change.getByRole('button', { name: 'a resident, 1 of 2' })).toBeFocused()
    await keyboard.press('Control+Enter')
    for (const open of [page, other])
      await expect(facts(open, SAYS)).toContainText(['27 Nov – 8 Dec 2024', /^Near Aleppo/, 'Via a resident, citing Moscow'])
    await documentText(page).press('Control+z')
    for (const open of [page, other])
      await expect(facts(open, SAYS)).toContainText(['30 Nov 2024', /^Near/, 'Via Moscow, citing a resident'])
  })

  await test.step('duplicated on the same words, with its details', async () => {
    await documentText(page).press('j')
    await keyboard.press('d')
    await showNew(other)
    await expect(statementCard(other, SAYS)).toHaveCount(2)
    await expect(facts(other, SAYS).filter({ hasText: '30 Nov 2024' })).toHaveCount(2)
  })
})

test('two people tag the same passage, and the same statement, at once', async ({ newBrowser }) => {
  const { owner, people } = await openDesk(newBrowser, { members: [{ name: 'Tomas Vrba', role: 'coder' }] })
  const { page } = owner
  const other = people[0]!.page
  await Promise.all([
    tagPassage(page, { from: 'around the clock' }, [{ name: 'Hers', create: 'theme' }]),
    tagPassage(other, { from: 'around the clock' }, [{ name: 'His', create: 'actor' }]),
  ])
  for (const open of [page, other]) await showNew(open)
  for (const open of [page, other])
    for (const says of ['Hers, neutral', 'His, source'])
      await expect(statementCard(open, says).locator('.card__q')).toHaveText('“around the clock”')

  // Both have her statement open; neither sees what the other is about to add.
  for (const open of [page, other]) {
    await statementCard(open, 'Hers, neutral').click()
    await statementCard(open, 'Hers, neutral').press('e')
    await expect(open.getByRole('dialog', { name: 'Change statement' }).getByRole('combobox')).toBeFocused()
  }
  await other.keyboard.press('Alt+ArrowDown')
  await expect(other.getByText('Only its author or an editor can change the details of this statement.')).toBeVisible()
  await expect(other.getByLabel('Status', { exact: true })).toBeDisabled()
  const add = async (open: Page, sign: string, name: string) => {
    await open.keyboard.type(`${sign}${name}`)
    await open.keyboard.press('Alt+Enter')
    await expect(open.getByRole('button', { name: `Remove ${name}` })).toBeVisible()
  }
  await Promise.all([add(page, '"', 'Added by her'), add(other, '"', 'Added by him')])
  await page.keyboard.press('Control+Enter')
  await expect(statementCard(other, 'Added by her, source; Hers, neutral')).toBeVisible()
  await other.keyboard.press('Control+Enter')
  for (const open of [page, other])
    await expect(statementCard(open, 'Added by her, source; Added by him, source; Hers, neutral')).toHaveCount(1)
})
