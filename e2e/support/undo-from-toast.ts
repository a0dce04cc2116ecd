import type { Page } from '@playwright/test'

/** Presses "Undo" in the message that says what was done; the reader has a button of that name too. */
export async function undoFromToast(page: Page): Promise<void> {
  await page.getByRole('status', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).last().click()
}
