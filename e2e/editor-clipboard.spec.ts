import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openDesk, TEXT, TITLE } from './support/desk.ts'
import { importFiles, importRow } from './support/import-files.ts'
import {
  chooseMode,
  clickAfter,
  documentText,
  dragOver,
  expectSaved,
  openDocument,
  readText,
  statementCard,
  tagPassage,
} from './support/reader.ts'
import { expect, test } from './support/test.ts'

const WORD = readFileSync(join(import.meta.dirname, '../tests/fixtures/paste/word.html'), 'utf8')

/** What the clipboard holds of one type. */
const clipboard = (page: Page, type: string) =>
  page.evaluate(async (type) => (await (await navigator.clipboard.read())[0]!.getType(type)).text(), type)

/** Fills the clipboard as another program would: through the page's own copying, for what a page writes otherwise is sanitised. */
async function copyFromElsewhere(page: Page, html: string, text: string): Promise<void> {
  await page.evaluate(
    ([html, text]) => {
      const fill = (event: ClipboardEvent) => {
        event.clipboardData?.setData('text/html', html!)
        event.clipboardData?.setData('text/plain', text!)
        event.preventDefault()
        event.stopImmediatePropagation()
      }
      document.addEventListener('copy', fill, { capture: true, once: true })
    },
    [html, text],
  )
  await page.keyboard.press('Control+c')
}

test('words go through the clipboard within a document, to another one, and in from Word', async ({ newBrowser }) => {
  const { owner, workspaceId } = await openDesk(newBrowser)
  const { page, context } = owner
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await tagPassage(page, { from: 'hotline with Russia' }, [{ name: 'Hotline', create: 'theme' }])
  const quote = statementCard(page, 'Hotline, neutral').locator('.card__q')
  await chooseMode(page, 'Edit text')

  // Copied words are no moved ones: the tag stays where it was.
  await dragOver(page, 'the hotline with Russia', 'around the clock')
  await page.keyboard.press('Control+b')
  await page.keyboard.press('Control+c')
  expect(await clipboard(page, 'text/plain')).toBe('the hotline with Russia is open around the clock')
  expect(await clipboard(page, 'text/html')).toMatch(/<p[^>]*><strong>the hotline with Russia is open around the clock<\/strong><\/p>/)
  expect(await clipboard(page, 'text/html')).not.toMatch(/class="(tg|find|hint)|data-a=|style=/)
  await clickAfter(page, 'for politics.')
  await page.keyboard.press('Control+v')
  await expect.poll(() => readText(page)).toBe(`${TEXT}the hotline with Russia is open around the clock`)
  await expect(quote).toHaveText('“hotline with Russia”')
  await expect(documentText(page).locator('.tg')).toHaveText(['hotline with Russia'])

  // To another document, in another tab: the tag stays behind with no words, and undo gives them back.
  const tab = await context.newPage()
  await tab.goto(`/w/${workspaceId}/documents`)
  await importFiles(tab, [{ name: 'second.txt', bytes: new TextEncoder().encode('Second\n\nNothing yet.') }])
  await importRow(tab, 'second.txt').getByRole('link').waitFor()
  await openDocument(tab, 'Second')
  await chooseMode(tab, 'Edit text')
  await page.bringToFront()
  await dragOver(page, 'hotline with Russia')
  await page.keyboard.press('Control+x')
  await expect(page.getByRole('tab', { name: 'Detached 1' })).toBeVisible()
  await tab.bringToFront()
  await clickAfter(tab, 'Nothing yet.')
  await tab.keyboard.press('Control+v')
  await expect.poll(() => readText(tab)).toBe('Second\nNothing yet.hotline with Russia')
  await expect(documentText(tab).locator('strong')).toHaveText('hotline with Russia')
  await page.bringToFront()
  await page.keyboard.press('Control+z')
  await expect(quote).toHaveText('“hotline with Russia”')

  await tab.bringToFront()
  await tab.keyboard.press('Enter')
  await copyFromElsewhere(tab, WORD, 'Weekly note')
  await tab.keyboard.press('Control+v')
  await expect(documentText(tab).getByRole('heading', { name: 'Weekly note', level: 1 })).toBeVisible()
  await expect(documentText(tab).locator('[data-list]')).toHaveText(['Who calls', 'American officers', 'Who answers'])
  await expect(documentText(tab).getByRole('link', { name: 'line with Россией' }).first()).toHaveAttribute(
    'href',
    'https://www.example.org/line',
  )
  await tab.keyboard.press('Control+z')
  await expect.poll(() => readText(tab)).toBe('Second\nNothing yet.hotline with Russia\n')
  await tab.keyboard.press('Control+Shift+v')
  await expect.poll(() => readText(tab)).toBe('Second\nNothing yet.hotline with Russia\nWeekly note')
  await expect(documentText(tab).getByRole('heading', { name: 'Weekly note' })).toHaveCount(0)
  await expectSaved(tab)
  await expectSaved(page)
  expect(await readText(page)).toContain(TITLE)
})
