import { openDesk } from './support/desk.ts'
import { expectSaved, statementCard, tagPassage } from './support/reader.ts'
import { expect, test } from './support/test.ts'

test('an actor gets a dated name, a group, an identifier and a kind of its own, and its page shows what is said of it', async ({
  newBrowser,
}) => {
  const { owner, people, workspaceId } = await openDesk(newBrowser, { members: [{ name: 'Tomas Vrba', role: 'editor' }] })
  const reader = owner.page
  await tagPassage(reader, { from: 'hotline with Russia' }, [
    { name: 'Pentagon', create: 'actor' },
    { name: 'Coalition', create: 'actor' },
    { name: 'Hotline', create: 'theme' },
  ])
  await tagPassage(reader, { from: 'officers answer every call' }, [{ name: 'Pentagon' }])
  await statementCard(reader, 'Pentagon, source; Hotline, neutral').or(statementCard(reader, 'Pentagon, source')).first().waitFor()
  await expectSaved(reader)

  const { page } = people[0]!
  await page.goto(`/w/${workspaceId}/actors`)
  const table = page.getByRole('table', { name: 'Actors' })
  await table.getByRole('button', { name: 'Pentagon' }).click()
  const drawer = page.getByRole('complementary', { name: 'Actor: Pentagon' })

  await drawer.getByLabel('Add a name').fill('Пентагон')
  await page.keyboard.press('Enter')
  await drawer.getByRole('button', { name: 'Name Пентагон' }).click()
  await page.getByRole('menuitem', { name: 'Edit language and dates' }).click()
  const name = page.getByRole('dialog', { name: 'Edit name' })
  await name.getByLabel('Language').selectOption('ru')
  await name.getByLabel('Preferred name in Russian').check()
  await name.getByLabel('From').fill('2017-01-28')
  await name.getByLabel('Until').fill('2016-07-27')
  await name.getByRole('button', { name: 'Save' }).click()
  await expect(name.getByRole('alert')).toHaveText('The last day is before the first. Swap the two dates.')
  await name.getByLabel('From').fill('2016-01-01')
  await name.getByRole('button', { name: 'Save' }).click()
  await expect(drawer.getByRole('listitem').filter({ hasText: 'Пентагон' })).toContainText('1 Jan 2016 to 27 Jul 2016')

  await drawer.getByText('Groups and members').click()
  await drawer.getByRole('button', { name: 'Add to a group' }).click()
  const group = page.getByRole('dialog', { name: 'Pentagon is a member of' })
  await group.getByLabel('Group').selectOption({ label: 'Coalition' })
  await group.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(drawer.getByRole('button', { name: 'Coalition', exact: true })).toBeVisible()

  await drawer.getByText('Identifiers').click()
  await drawer.getByRole('button', { name: 'Add an identifier' }).click()
  const identifier = page.getByRole('dialog', { name: 'Identifier of Pentagon' })
  await identifier.getByLabel('Register').selectOption('iso3166')
  await identifier.getByLabel('Identifier', { exact: true }).fill('XX')
  await page.keyboard.press('Enter')
  await expect(identifier.getByRole('alert')).toContainText('ISO 3166-1 has no such country')
  await identifier.getByLabel('Identifier', { exact: true }).fill('us')
  await page.keyboard.press('Enter')
  await expect(drawer.getByText('United States')).toBeVisible()

  await page.getByRole('button', { name: 'Kind: any' }).click()
  await page.getByRole('menuitem', { name: 'Edit kinds' }).click()
  const kinds = page.getByRole('dialog', { name: 'Kinds of actors' })
  await kinds.getByRole('textbox', { name: 'New kind' }).fill('Ministry')
  await page.keyboard.press('Enter')
  await expect(kinds.getByLabel('Name of Ministry')).toBeVisible()
  await kinds.getByRole('button', { name: 'Delete kind Other' }).click()
  await kinds.getByLabel('2 actors of this kind become').selectOption({ label: 'Ministry' })
  await kinds.getByRole('button', { name: 'Delete Other' }).click()
  await expect(kinds.getByLabel('Name of Other')).toHaveCount(0)
  await kinds.getByRole('button', { name: 'Done' }).click()
  await expect(table.getByRole('row', { name: /Pentagon/ })).toContainText('Ministry')

  await drawer.getByRole('link', { name: 'Open page' }).click()
  await expect(page.getByRole('heading', { name: 'Pentagon', level: 1 })).toBeVisible()
  await expect(page.getByText('2 statements in 1 document', { exact: true })).toBeVisible()
  await expect(page.getByText('2 statements in documents without a date are not in the chart.')).toBeVisible()
  const mentions = page.getByRole('region', { name: 'Mentions' })
  await expect(mentions.getByRole('listitem')).toHaveCount(2)
  await mentions.getByRole('link', { name: /^recipient/ }).click()
  await expect(mentions.getByText('None in this role.')).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'About Pentagon' })).toContainText('Coalition')
  await page.getByRole('link', { name: '1 with Coalition. Show excerpts' }).click()
  await expect(page.getByRole('region', { name: 'Results' }).getByText('hotline with Russia')).toBeVisible()
})
