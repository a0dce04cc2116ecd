import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { openDesk } from './support/desk.ts'
import { expectSaved, tagPassage } from './support/reader.ts'
import { expect, test } from './support/test.ts'

const TABLE = `type,path,kind,other_names,description,hotkey
actor,Pentagon,Government body,US DoD | en | preferred; البنتاغون | ar,The Department of Defense,
actor,Russia > Moscow,Government body,,,
theme,Talks > Hotline,,,The phone line,1
theme,Talks > Truce,Tribe,,,12
`

async function chooseCodebook(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.getByRole('button', { name: 'Codebook', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Import a codebook' }).click()
  await page.getByLabel('Codebook file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
}

async function choose(page: Page, field: string, typed: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).fill(typed)
  await page.keyboard.press('Enter')
}

test('a codebook comes in from a table and goes out again; tags of many excerpts are changed as far as the role goes', async ({
  newBrowser,
  expectComplaints,
}) => {
  // A file that is refused.
  expectComplaints(/status of 422.*api\/codebooks/)
  const { owner, people, workspaceId } = await openDesk(newBrowser, { members: [{ name: 'Tomas Vrba', role: 'coder' }] })
  const mine = owner.page
  const theirs = people[0]!.page

  await test.step('what the file would do is shown, then done', async () => {
    await mine.goto(`/w/${workspaceId}/themes`)
    await chooseCodebook(mine, 'broken.qdc', '<!DOCTYPE a [<!ENTITY b "c">]><CodeBook/>')
    const dialog = mine.getByRole('dialog', { name: 'Import a codebook' })
    await expect(dialog.getByRole('alert')).toContainText('has a document type')
    await mine.getByLabel('Codebook file').setInputFiles({ name: 'team.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) })
    await expect(dialog).toContainText('3 actors, 3 themes')
    await expect(dialog.getByRole('region', { name: 'Not carried over' })).toContainText('Row 5: “12” is no key from 1 to 9.')
    await dialog.getByRole('button', { name: 'Import', exact: true }).click()
    await expect(mine.getByText('Codebook imported: 6 added')).toBeVisible()
    await expect(mine.getByRole('treeitem', { name: /Hotline/ })).toBeVisible()
  })

  await test.step('taken out as QDC and put in again it changes nothing', async () => {
    await mine.getByRole('button', { name: 'Codebook', exact: true }).click()
    const [file] = await Promise.all([mine.waitForEvent('download'), mine.getByRole('menuitem', { name: /REFI-QDA codebook/ }).click()])
    const qdc = readFileSync(await file.path())
    expect(qdc.toString()).toContain('البنتاغون | ar')
    await chooseCodebook(mine, 'back.qdc', qdc)
    await expect(mine.getByRole('dialog')).toContainText('As they are6')
    await mine.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
  })

  await test.step('a second file is imported and taken back', async () => {
    await chooseCodebook(mine, 'more.csv', 'type,path\ntheme,Talks > Mediation\n')
    await mine.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click()
    await expect(mine.getByRole('treeitem', { name: /Mediation/ })).toBeVisible()
    await mine.getByRole('button', { name: 'Undo' }).last().click()
    await expect(mine.getByRole('treeitem', { name: /Mediation/ })).toHaveCount(0)
  })

  await test.step('a coder replaces a tag: own ones change, those of others stay', async () => {
    await mine.goto(`/w/${workspaceId}/documents`)
    await mine.getByRole('table', { name: 'Documents' }).getByRole('link', { name: 'The line stays open' }).click()
    await tagPassage(mine, { from: 'The Pentagon said', to: 'Monday' }, [{ name: 'Pentagon' }])
    await expectSaved(mine)
    await tagPassage(theirs, { from: 'Moscow said', to: 'call' }, [{ name: 'Pentagon' }])
    await expectSaved(theirs)
    // What was tagged a moment ago is projected soon.
    await expect(async () => {
      await theirs.goto(`/w/${workspaceId}/excerpts`)
      await expect(theirs.getByText('2 excerpts', { exact: true }).first()).toBeVisible({ timeout: 5000 })
      await expect(theirs.locator('[data-excerpt]')).toHaveCount(2, { timeout: 2000 })
    }).toPass({ timeout: 40_000 })
    await theirs.keyboard.press('r')
    await choose(theirs, 'Instead of', 'pent')
    await choose(theirs, 'Put', 'mosc')
    await theirs.getByRole('button', { name: 'Replace in 2' }).click()
    const report = theirs.getByRole('dialog')
    await expect(report).toContainText('Replaced Pentagon by Moscow on 1 of 2 excerpts in 1 document.')
    await expect(report).toContainText('1 has it from somebody else')
    await report.getByRole('button', { name: 'Close' }).last().click()
    await expect(theirs.locator('[data-excerpt]').filter({ hasText: 'Moscow said' })).toContainText(/Moscow, ?source/)
  })

  await test.step('an editor adds a theme to all that match, and takes it back', async () => {
    await mine.goto(`/w/${workspaceId}/excerpts`)
    await mine.getByRole('checkbox', { name: 'Select all excerpts that match' }).check()
    await mine.getByRole('toolbar', { name: '2 excerpts selected' }).getByRole('button', { name: 'Add tag' }).click()
    await choose(mine, 'Tag', 'hotl')
    await mine.getByRole('button', { name: 'Add to 2' }).click()
    await expect(mine.getByText('Added Hotline, neutral on 2 excerpts')).toBeVisible()
    await expect(mine.locator('[data-excerpt]').filter({ hasText: /Hotline/ })).toHaveCount(2)
    await mine.getByRole('button', { name: 'Undo' }).last().click()
    await expect(mine.getByText('Undone on 2 excerpts')).toBeVisible()
    await expect(mine.locator('[data-excerpt]').filter({ hasText: /Hotline/ })).toHaveCount(0)
  })
})
