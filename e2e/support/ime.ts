import type { Page } from '@playwright/test'

/** An input method, as Chromium hears it: words under composition that change until they are committed. */
export interface InputMethod {
  /** Shows these words under composition in place of those before. */
  compose(text: string): Promise<void>
  /** Ends the composition with these words. */
  commit(text: string): Promise<void>
}

/** Switches the keyboard of a page to an input method. */
export async function inputMethod(page: Page): Promise<InputMethod> {
  const devtools = await page.context().newCDPSession(page)
  return {
    async compose(text) {
      await devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    },
    async commit(text) {
      await devtools.send('Input.insertText', { text })
    },
  }
}
