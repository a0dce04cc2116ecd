import { openDesk } from './support/desk.ts'
import { importFiles, importRow } from './support/import-files.ts'
import { chooseMode, clickAfter, documentText, expectSaved, openDocument, showNew, statementCard, tagPassage } from './support/reader.ts'
import { expect, test } from './support/test.ts'

const LONG = ['The long way', ...Array.from({ length: 60 }, (_, n) => `Kilometre ${n + 1} of the road was open on that day.`)].join('\n')

test('a colleague is followed through the text until one presses Esc or scrolls', async ({ newBrowser }) => {
  const { owner, people } = await openDesk(newBrowser, {
    text: LONG,
    members: [{ name: 'Tomas Vrba', role: 'editor' }],
  })
  const { page } = owner
  const other = people[0]!.page
  const paragraph = (n: number) => documentText(page).getByText(`Kilometre ${n} of`)
  const note = page.getByRole('toolbar', { name: 'View', exact: true }).getByText('Following Tomas Vrba')
  const face = page.getByRole('button', { name: 'Tomas Vrba, here now' })
  await chooseMode(other, 'Edit text')

  await clickAfter(other, 'Kilometre 58')
  await face.click()
  await expect(paragraph(58)).toBeInViewport()
  await expect(note).toHaveCount(0)
  await face.click()
  await expect(note).toBeVisible()
  await clickAfter(other, 'Kilometre 2')
  await expect(paragraph(2)).toBeInViewport()
  await other.keyboard.type(' (or so)')
  await expect(documentText(page)).toContainText('Kilometre 2 (or so)')
  await page.keyboard.press('Escape')
  await expect(note).toHaveCount(0)

  await face.click()
  await expect(note).toBeVisible()
  await paragraph(4).hover()
  await page.mouse.wheel(0, 400)
  await expect(note, 'who scrolls goes their own way').toHaveCount(0)
  await clickAfter(other, 'Kilometre 58')
  await face.click()
  await expect(paragraph(58)).toBeInViewport()
  await other.close()
  await expect(note, 'nobody is left to be followed').toHaveCount(0)
})

test('an end that keys move is kept whatever is done next, importance is everybody’s own, rows have a menu', async ({ newBrowser }) => {
  const { owner, people, workspaceId } = await openDesk(newBrowser, { members: [{ name: 'Layla Haddad', role: 'coder' }] })
  const { page } = owner
  const hers = people[0]!.page
  await tagPassage(page, { from: 'hotline' }, [{ name: 'Hotline', create: 'theme' }])
  const card = statementCard(page, 'Hotline, neutral')
  await card.locator('.card__q').click()

  await test.step('duplicated before the keys rest: both have the new end', async () => {
    await documentText(page).press('Control+Alt+ArrowRight')
    await documentText(page).press('d')
    await expect(card.filter({ hasText: '“hotline with”' })).toHaveCount(2)
    await documentText(page).press('u')
    await expect(card).toHaveCount(1)
  })

  await test.step('left before the keys rest: the end is there on return', async () => {
    await card.locator('.card__q').click()
    await documentText(page).press('Control+Alt+ArrowRight')
    await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Documents' }).click()
    await openDocument(page, 'The line stays open')
    await expect(card).toContainText('“hotline with Russia”')
  })

  await test.step('a mark of one’s own on the statement of another', async () => {
    await showNew(hers)
    const herCard = statementCard(hers, 'Hotline, neutral')
    await herCard.locator('.card__q').click()
    await documentText(hers).press('i')
    await expect(card).toContainText('Important to Layla Haddad')
    await card.locator('.card__q').click()
    await documentText(page).press('i')
    await expect(herCard).toContainText('Important to you, Maren Solberg')
    await documentText(hers).press('i')
    await expect(card).toContainText('Important to you')
    await documentText(page).press('Control+z')
    await expect(card).not.toContainText('Important')
  })

  await test.step('what the tree does by key is in the menu of its rows', async () => {
    const row = page.getByRole('tree', { name: 'Themes' }).getByRole('treeitem', { name: /^Hotline/ })
    await row.hover()
    await row.getByRole('button', { name: 'More for Hotline' }).click()
    await page.getByRole('menu', { name: 'Hotline' }).getByRole('menuitem', { name: 'Rename' }).click()
    await page.getByRole('textbox', { name: 'Name of Hotline' }).fill('Defence line')
    await page.keyboard.press('Enter')
    await expect(statementCard(page, 'Defence line, neutral')).toBeVisible()
    await page.getByRole('treeitem', { name: /^Defence line/ }).click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Hide it everywhere' }).click()
    await expect(statementCard(page, 'Defence line, neutral')).toHaveCount(0)
    await page.getByRole('button', { name: 'Show all tags' }).click()
    await expect(statementCard(page, 'Defence line, neutral')).toBeVisible()
  })

  await test.step('the next document is the next of the list', async () => {
    await page.goto(`/w/${workspaceId}/documents`)
    await importFiles(page, [{ name: 'A later report.txt', bytes: new TextEncoder().encode('A later report\n\nNothing new.') }])
    await importRow(page, 'A later report.txt').getByRole('link').waitFor()
    const table = page.getByRole('table', { name: 'Documents' })
    await table.getByRole('button', { name: 'Title' }).click()
    await expect(table.getByRole('row').nth(1)).toContainText('A later report')
    await openDocument(page, 'A later report')
    await documentText(page).press('Shift+J')
    await expect(page.getByRole('banner').getByRole('heading', { name: 'The line stays open' })).toBeVisible()
    await expectSaved(page)
    await documentText(page).press('Shift+J')
    await expect(page.getByText('This is the last document.')).toBeVisible()
  })
})
