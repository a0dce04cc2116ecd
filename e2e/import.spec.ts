import iconv from 'iconv-lite'
import { ask } from './support/ask.ts'
import { importFiles, importRow } from './support/import-files.ts'
import { createWorkspace, signUp } from './support/person.ts'
import { expect, test } from './support/test.ts'

const RUSSIAN = `Горячая линия в Сирии

Минобороны сообщило, что горячая линия с американскими военными в Хмеймиме работает круглосуточно и остаётся открытой.

По словам представителя ведомства, стороны договорились предупреждать друг друга о полётах над Евфратом.`

const ARABIC = `الخط الساخن في سوريا

قال متحدث باسم وزارة الدفاع الأمريكية إن الخط الساخن مع روسيا ما زال مفتوحا، وإن الغرض منه تجنب سوء التقدير فوق الفرات.`

const utf8 = (text: string) => new TextEncoder().encode(text)

test('many files at once: encodings are found, bad files get one sentence each and stop nothing', async ({
  newBrowser,
  expectComplaints,
}) => {
  const person = await signUp(await newBrowser(), 'Layla Haddad')
  const { page } = person
  await createWorkspace(person, 'Imports')
  expectComplaints(/status of 422.*\/api\/imports/)
  const cp1251 = iconv.encode(RUSSIAN, 'windows-1251')
  await importFiles(page, [
    { name: 'empty.txt', bytes: new Uint8Array() },
    { name: 'hotline-1251.txt', bytes: cp1251 },
    { name: 'not-a.pdf', bytes: utf8('This is not a PDF at all.') },
    { name: 'broken.docx', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3, 4, 5, 6, 7, 8]) },
    { name: 'hotline-arabic.txt', bytes: iconv.encode(ARABIC, 'windows-1256') },
    { name: 'notes.md', bytes: utf8('# Read-out\n\n- **Hotline**: open\n- Council: resolution 2254\n') },
  ])

  for (const name of ['empty.txt', 'not-a.pdf', 'broken.docx']) {
    const row = importRow(page, name)
    await expect(row.locator('.imp__error'), `${name} is refused in words`).toHaveText(/^[A-Z].{15,200}\.\s*$/)
    await expect(row.getByRole('link')).toHaveCount(0)
  }
  await expect(importRow(page, 'hotline-1251.txt')).toContainText('3 paragraphs')
  await expect(importRow(page, 'hotline-arabic.txt')).toContainText('2 paragraphs')
  await expect(importRow(page, 'notes.md')).toContainText('3 paragraphs')

  const table = page.getByRole('table', { name: 'Documents' })
  await expect(table.getByRole('row')).toHaveCount(4)
  const russian = table.getByRole('row').filter({ hasText: 'Горячая линия в Сирии' })
  await expect(russian).toContainText('Russian')
  const arabic = table.getByRole('row').filter({ hasText: 'الخط الساخن في سوريا' })
  await expect(arabic).toContainText('Arabic')
  await expect(arabic.locator('bdi').first()).toHaveAttribute('dir', 'rtl')

  const href = await russian.getByRole('link').first().getAttribute('href')
  const original = await ask(page, `/api/originals/${href?.split('/').pop()}`)
  expect(Buffer.compare(await original.body(), cp1251), 'the original file is kept byte for byte').toBe(0)
})

test('pasted text becomes a document', async ({ newBrowser }) => {
  const person = await signUp(await newBrowser(), 'Tomas Vrba')
  const { page } = person
  await createWorkspace(person, 'Pasted')
  await page.getByRole('button', { name: 'Paste or type text' }).click()
  const dialog = page.getByRole('dialog', { name: 'Paste text' })
  await dialog.getByLabel('Title').fill('Briefing')
  await dialog.getByRole('textbox', { name: 'Text', exact: true }).fill('First paragraph of the briefing.\n\nSecond paragraph.')
  await dialog.getByRole('button', { name: 'Add document' }).click()
  await expect(page.getByRole('table', { name: 'Documents' }).getByRole('link', { name: 'Briefing' })).toBeVisible()
})
