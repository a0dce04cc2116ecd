import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatMessage } from '#/lib/message/format-message.ts'
import { openDesk, TITLE } from './support/desk.ts'
import { documentText, dragOver, saveState } from './support/reader.ts'
import { expect, test } from './support/test.ts'

/** The journey below in a language, with the names that its catalogue gives. */
const LANGUAGES = [
  { language: 'ru', locale: 'ru', name: 'Русский', direction: 'ltr' },
  { language: 'ar', locale: 'ar-u-nu-latn', name: 'العربية', direction: 'rtl' },
] as const

for (const { language, locale, name, direction } of LANGUAGES)
  test(`tags a passage and finds it again in ${language}`, async ({ newBrowser }) => {
    const said: Record<string, string> = JSON.parse(readFileSync(join(import.meta.dirname, `../messages/${language}.json`), 'utf8'))
    const say = (english: string, values: Record<string, string | number> = {}) =>
      formatMessage(said[english] ?? `nobody translated “${english}”`, values, locale, language === 'ar')

    const { owner, workspaceId, documentPath } = await openDesk(newBrowser)
    const { page } = owner
    await page.goto('/account')
    await page.getByLabel('Language of the interface').selectOption({ label: name })
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(page.locator('html')).toHaveAttribute('dir', direction)

    await page.goto(`/w/${workspaceId}/documents`)
    await expect(page.getByRole('heading', { level: 1, name: say('Documents'), exact: true })).toBeVisible()
    await page.goto(documentPath)
    await expect(saveState(page, say('Save state'))).toHaveText(say('Saved'))
    await expect(documentText(page), 'the text keeps the direction of its own language').toHaveAttribute('dir', 'ltr')

    await dragOver(page, 'hotline with Russia')
    const popover = page.getByRole('dialog', { name: say('Tag passage') })
    const field = popover.getByRole('combobox')
    await field.fill('Pentagon')
    await popover.getByRole('option', { name: `${say('Create actor')} Pentagon` }).click()
    await field.fill('Hotline')
    await popover.getByRole('option', { name: `${say('Create theme')} Hotline` }).click()
    await popover.getByRole('button', { name: say('Tag passage') }).click()
    await expect(popover).toHaveCount(0)
    const words = `Pentagon, ${say('source')}; Hotline, ${say('neutral')}`
    await expect(page.getByRole('article', { name: say('Statement: {annotation}', { annotation: words }) })).toContainText(
      'hotline with Russia',
    )
    await expect(saveState(page, say('Save state'))).toHaveText(say('Saved'))

    // Excerpts are computed a moment after an edit; a page shows them as they were when it was opened.
    await expect(async () => {
      await page.goto(`/w/${workspaceId}/excerpts`)
      await expect(page.getByRole('link', { name: 'hotline with Russia' })).toBeVisible({ timeout: 1000 })
    }).toPass()
    await expect(page.getByText(TITLE).first()).toBeVisible()
  })
