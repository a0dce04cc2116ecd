import type { Page } from '@playwright/test'

export interface SourceFile {
  name: string
  bytes: Uint8Array
}

/** Chooses files in the picker of the documents page, all at once. */
export async function importFiles(page: Page, files: readonly SourceFile[]): Promise<void> {
  const payload = files.map(({ name, bytes }) => ({ name, mimeType: '', buffer: Buffer.from(bytes) }))
  await page.getByLabel('Files to import').first().setInputFiles(payload)
}

/** The line about one file in the list of imports. */
export function importRow(page: Page, fileName: string) {
  return page.getByRole('list', { name: 'Imports' }).getByRole('listitem', { name: fileName, exact: true })
}
