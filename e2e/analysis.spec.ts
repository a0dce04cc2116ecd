import { readFileSync } from 'node:fs'
import { openDesk } from './support/desk.ts'
import { expectSaved, tagPassage } from './support/reader.ts'
import { expect, test } from './support/test.ts'

test('what was tagged is counted; every picture opens its excerpts, is a table too, and can be taken away', async ({ newBrowser }) => {
  const { owner, workspaceId } = await openDesk(newBrowser)
  const page = owner.page
  await tagPassage(page, { from: 'The Pentagon said', to: 'Monday' }, [
    { name: 'Pentagon', create: 'actor' },
    { name: 'Hotline', create: 'theme' },
  ])
  await tagPassage(page, { from: 'Moscow said', to: 'call' }, [{ name: 'Moscow', create: 'actor' }, { name: 'Hotline' }])
  await tagPassage(page, { from: 'the line must', to: 'politics' }, [{ name: 'Moscow' }, { name: 'Politics', create: 'theme' }])
  await expectSaved(page)

  const matrix = page.getByRole('region', { name: 'Actors by themes' })
  const cell = matrix.getByRole('button', { name: /^Moscow, Hotline: 1 excerpt,/ })
  await expect(async () => {
    await page.goto(`/w/${workspaceId}/analysis?role=any`)
    await expect(page.getByRole('main').getByText('3 excerpts in 1 document')).toBeVisible({ timeout: 2000 })
    await expect(cell).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 40_000 })

  await test.step('a cell opens its excerpts, and is kept as a filter', async () => {
    await cell.click()
    const read = page.getByRole('region', { name: 'Excerpts of what is chosen' })
    await expect(read.getByRole('link', { name: 'Open all 1', exact: true })).toBeVisible()
    await expect(read.getByRole('listitem')).toHaveCount(1)
    await expect(read.getByRole('listitem')).toContainText('Moscow said its officers answer every call')
    await expect(cell).toHaveAttribute('aria-pressed', 'true')
    await page.getByRole('button', { name: 'Keep as filter' }).click()
    await expect(page.getByRole('main').getByText('1 excerpt in 1 document')).toBeVisible()
    await page.getByRole('button', { name: 'Clear all' }).click()
    await expect(page.getByRole('main').getByText('3 excerpts in 1 document')).toBeVisible()
  })

  await test.step('arrows move between cells, Enter opens one', async () => {
    await matrix.getByRole('button', { name: /^Moscow, Hotline:/ }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(matrix.getByRole('button', { name: /^Moscow, Politics: 1 excerpt,/ })).toBeFocused()
    await page.keyboard.press('Enter')
    const read = page.getByRole('region', { name: 'Excerpts of what is chosen' })
    await expect(read.getByRole('link', { name: 'Open all 1', exact: true })).toBeVisible()
    await expect(read.getByRole('listitem')).toHaveCount(1)
    await expect(read.getByRole('listitem')).toContainText('must not be used')
    await page.getByRole('button', { name: 'Show all again' }).click()
    await expect(page.getByRole('button', { name: 'Show all again' })).toHaveCount(0)
  })

  await test.step('themes that meet in a document are a matrix too', async () => {
    await matrix.getByRole('button', { name: 'What is counted: Actors by themes' }).click()
    await page.getByRole('menuitemradio', { name: 'Themes by themes' }).click()
    const themes = page.getByRole('region', { name: 'Themes by themes' })
    await themes.getByRole('button', { name: /^How near:/ }).click()
    await page.getByRole('menuitemradio', { name: 'In the same document' }).click()
    await expect(themes.getByRole('button', { name: 'Hotline, Politics: 2 excerpts' })).toBeVisible()
  })

  await test.step('the figures leave as a table and the picture as an image', async () => {
    const themes = page.getByRole('region', { name: 'Themes by themes' })
    const take = async (item: string) => {
      await themes.getByRole('button', { name: 'Download this picture' }).click()
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: item }).click()])
      return { name: file.suggestedFilename(), content: readFileSync(await file.path()) }
    }
    const table = await take('CSV, as it stands')
    expect(table.name).toBe('themes-by-themes-matrix.csv')
    expect(table.content.toString()).toContain('Hotline,0,2,2')
    expect((await take('SVG, to edit and print')).content.toString()).toContain('>Politics</tspan>')
    expect([...(await take('PNG, to paste')).content.subarray(1, 4)]).toEqual([...Buffer.from('PNG')])
  })
})
