import { expect, type Page } from '@playwright/test'

/** The open text, in Tag mode (an article) or Edit mode (a textbox). */
export const documentText = (page: Page) => page.locator('#doc')

/** Opens a document from the documents page, by its title, and waits until its text and statements are there. */
export async function openDocument(page: Page, title: string): Promise<void> {
  await page.getByRole('table', { name: 'Documents' }).getByRole('link', { name: title }).first().click()
  await expectOpen(page)
}

/** Opens a document by its address, and waits until its text and statements are there. */
export async function openAt(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expectOpen(page)
}

async function expectOpen(page: Page): Promise<void> {
  await expect(documentText(page)).toBeVisible()
  await expectSaved(page)
}

export const saveState = (page: Page, name = 'Save state') => page.getByRole('status', { name })

/** Waits until everything this browser did is on the server. @param timeout ms; that of all expectations unless told */
export async function expectSaved(page: Page, timeout?: number): Promise<void> {
  // The words lag 400 ms behind, so that they do not flicker; the attribute does not.
  await expect(saveState(page)).toHaveAttribute('data-state', 'saved', { timeout })
  await expect(saveState(page)).toHaveText('Saved', { timeout })
}

/** The canonical text as the page shows it: blocks joined by "\n", hard breaks as U+2028. */
export async function readText(page: Page): Promise<string> {
  return documentText(page).evaluate((doc) => {
    const blockText = (block: Element) => {
      const copy = block.cloneNode(true) as Element
      for (const hint of copy.querySelectorAll('.ProseMirror-trailingBreak, [contenteditable="false"]')) hint.remove()
      for (const lineBreak of copy.querySelectorAll('br')) lineBreak.replaceWith('\u2028')
      return copy.textContent ?? ''
    }
    return [...doc.querySelectorAll(':scope > section > *')].map(blockText).join('\n')
  })
}

/** Where the first of `words` starts or the last of them ends on the screen, px; scrolls it into sight. */
async function edgeOf(page: Page, words: string, edge: 'start' | 'end'): Promise<{ x: number; y: number }> {
  const place = () =>
    documentText(page).evaluate(
      (doc, { words, edge }) => {
        const walker = document.createTreeWalker(doc, NodeFilter.SHOW_TEXT)
        const nodes: Text[] = []
        while (walker.nextNode()) nodes.push(walker.currentNode as Text)
        const at = nodes
          .map((node) => node.data)
          .join('')
          .indexOf(words)
        if (at < 0) throw new Error(`The text has no “${words}”`)
        let offset = edge === 'start' ? at : at + words.length - 1
        const node = nodes.find((candidate) => {
          if (offset < candidate.data.length) return true
          offset -= candidate.data.length
          return false
        }) as Text
        const range = document.createRange()
        range.setStart(node, offset)
        range.setEnd(node, offset + 1)
        const box = range.getBoundingClientRect()
        const isRtl = getComputedStyle(node.parentElement as Element).direction === 'rtl'
        const inSight = box.height > 0 && box.top > 110 && box.bottom < innerHeight - 60
        if (!inSight) node.parentElement?.scrollIntoView({ block: 'center' })
        const atLeft = (edge === 'start') !== isRtl
        return { inSight, x: atLeft ? box.left + 0.5 : box.right - 0.5, y: box.top + box.height / 2 }
      },
      { words, edge },
    )
  // Parts not drawn before only get their true height when they come near, so look again after scrolling.
  await expect(async () => expect((await place()).inSight).toBe(true)).toPass({ timeout: 5000 })
  const { x, y } = await place()
  return { x, y }
}

/** Where words begin and end on the screen, px. */
export interface Stretch {
  start: { x: number; y: number }
  end: { x: number; y: number }
}

/** Where the words from the start of `from` to the end of `to` are on the screen; scrolls both ends into sight. */
export async function stretchOf(page: Page, from: string, to = from): Promise<Stretch> {
  await edgeOf(page, to, 'end')
  const start = await edgeOf(page, from, 'start')
  const end = await edgeOf(page, to, 'end')
  const again = await edgeOf(page, from, 'start')
  expect(again, 'both ends of the passage are in sight together').toEqual(start)
  return { start, end }
}

/** Drags the mouse over a stretch of text, as fast as it goes. */
export async function drag(page: Page, { start, end }: Stretch): Promise<void> {
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 3 })
  await page.mouse.move(end.x, end.y, { steps: 3 })
  await page.mouse.up()
}

/** Selects from the start of `from` to the end of `to` by dragging the mouse, as a person does. */
export async function dragOver(page: Page, from: string, to = from): Promise<void> {
  await drag(page, await stretchOf(page, from, to))
}

/** Puts the caret at the start of the text with the keyboard. */
export async function caretToStart(page: Page): Promise<void> {
  const isThere = () =>
    documentText(page).evaluate((doc) => {
      const before = document.createRange()
      before.setStart(doc, 0)
      const { focusNode, focusOffset } = getSelection() as Selection
      if (focusNode) before.setEnd(focusNode, focusOffset)
      return focusNode !== null && before.toString() === ''
    })
  await documentText(page).focus()
  // Within 200 ms of its getting the focus the editor takes a jump to the start for the browser's own; nobody is that fast.
  await expect(async () => {
    await page.keyboard.press('Control+Home')
    await page.waitForTimeout(50)
    expect(await isThere()).toBe(true)
  }).toPass({ timeout: 5000 })
}

/** Selects words of the document's text with the keyboard, step by step from its start. */
export async function selectWithKeys(page: Page, text: string, words: string): Promise<void> {
  await caretToStart(page)
  for (let step = 0; step < text.indexOf(words); step++) await page.keyboard.press('ArrowRight')
  for (let step = 0; step < words.length; step++) await page.keyboard.press('Shift+ArrowRight')
}

/** Goes to Tag or Edit mode. */
export async function chooseMode(page: Page, mode: 'Tag' | 'Edit text'): Promise<void> {
  await page.getByRole('radio', { name: mode }).click()
  await expect(page.getByRole('radio', { name: mode })).toBeChecked()
}

/** Puts the caret right after some words with a click. Edit mode. */
export async function clickAfter(page: Page, words: string): Promise<void> {
  // The editor asserts its own selection for a moment after it got the focus; nobody clicks that fast.
  await expect(async () => {
    const { x, y } = await edgeOf(page, words, 'end')
    await page.mouse.click(x, y)
    await page.waitForTimeout(100)
    expect(await textBeforeCaret(page)).toMatch(new RegExp(`${RegExp.escape(words)}$`))
  }).toPass({ timeout: 10_000 })
}

/** The text before the caret; empty when words are selected. */
function textBeforeCaret(page: Page): Promise<string> {
  return documentText(page).evaluate((doc) => {
    const selection = getSelection()
    if (!selection?.isCollapsed || !selection.focusNode) return ''
    const before = document.createRange()
    before.setStart(doc, 0)
    before.setEnd(selection.focusNode, selection.focusOffset)
    return before.toString()
  })
}

export interface Tag {
  name: string
  /** Made, or proposed, from what was typed; otherwise it is there already. */
  create?: 'actor' | 'theme'
  /** The number of the role (source, recipient, mentioned) or stance (supports, opposes, neutral, mixed) to choose with Alt. */
  pick?: 1 | 2 | 3 | 4
}

export const tagPopover = (page: Page) => page.getByRole('dialog', { name: 'Tag passage' })

/** Tags words in Tag mode: drag over them, add each tag in the popover with the keyboard, save. */
export async function tagPassage(page: Page, passage: { from: string; to?: string; memo?: string }, tags: readonly Tag[]): Promise<void> {
  await dragOver(page, passage.from, passage.to)
  await fillPopover(page, tags, passage.memo)
}

/** Adds each tag in the popover that is open on selected words, with the keyboard, and saves. */
export async function fillPopover(page: Page, tags: readonly Tag[], memo?: string): Promise<void> {
  const popover = tagPopover(page)
  const field = popover.getByRole('combobox', { name: 'Add actors and themes' })
  await expect(field).toBeFocused()
  for (const { name, create, pick } of tags) {
    await field.fill(name)
    if (create) await popover.getByRole('option', { name: new RegExp(`^(Create|Propose) ${create} ${RegExp.escape(name)}`) }).click()
    else {
      await expect(popover.getByRole('option', { selected: true })).toContainText(name)
      if (pick) await field.press(`Alt+${pick}`)
      await field.press('Enter')
    }
    await expect(popover.getByRole('button', { name: `Remove ${name}` })).toBeVisible()
    await expect(field).toHaveValue('')
  }
  if (memo) {
    await popover.getByRole('button', { name: 'Memo' }).click()
    await popover.getByRole('textbox', { name: 'Memo' }).fill(memo)
  }
  await popover.getByRole('button', { name: 'Tag passage' }).click()
  await expect(popover).toHaveCount(0)
}

/** The card of a statement, by what it says: "United States, source; Hotline, supports". */
export const statementCard = (page: Page, says: string) => page.getByRole('article', { name: `Statement: ${says}`, exact: true })

/** Gives statements of others their cards, once exactly so many wait for it. */
export async function showNew(page: Page, count = 1): Promise<void> {
  await page.getByRole('button', { name: `Show ${count} new ${count === 1 ? 'statement' : 'statements'}`, exact: true }).click()
}
