import { expect, type Page } from '@playwright/test'

export interface SourceFile {
  name: string
  bytes: Uint8Array
}

/** Chooses files in the picker of the documents page, all at once. */
export async function importFiles(page: Page, files: readonly SourceFile[]): Promise<void> {
  const payload = files.map(({ name, bytes }) => ({ name, mimeType: '', buffer: Buffer.from(bytes) }))
  const picker = page.getByLabel('Files to import').first()
  // It takes no files before the page has woken up.
  await expect(picker).toBeEnabled()
  await picker.setInputFiles(payload)
}

/** The line about one file in the list of imports. */
export function importRow(page: Page, fileName: string) {
  return page.getByRole('list', { name: 'Imports' }).getByRole('listitem', { name: fileName, exact: true })
}
