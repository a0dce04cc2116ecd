import type { Page } from '@playwright/test'
import { blocksText } from '#/lib/text/block.ts'
import type { Step } from '#/tests/anchor-cases/anchor-case.ts'
import { canonicalWords } from '#/tests/anchor-cases/marked-text.ts'
import { placeOf, readCaseText, selectByMouse, selectWords } from './case-page.ts'
import { chooseMode, documentText, fillPopover, saveState, type Tag } from './reader.ts'
import { expect } from './test.ts'

/** What comes later than this after an edit is a step of its own for undo, ms. */
const ONE_STEP = 550

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Plays cases in the document that is open in Edit mode, with keys, mouse and clipboard. */
export class CasePlayer {
  readonly #page: Page
  #lastEdit = 0
  /** What the last step selected. */
  #selected = { from: 0, to: 0 }

  constructor(page: Page) {
    this.#page = page
  }

  /** Does what a case says in its part of the document. */
  async play(number: number, steps: readonly Step[]): Promise<void> {
    const takesBack = steps.some((step) => step !== 'meet' && 'press' in step && /z$/.test(step.press))
    for (const step of steps) {
      if (step === 'meet') await expect(saveState(this.#page)).toHaveAttribute('data-state', 'saved')
      else if ('caret' in step) await this.#caret(number, step.caret)
      else if ('select' in step) await this.#select(number, step.select)
      else {
        const undoes = 'press' in step && /z$/.test(step.press)
        const wait = takesBack && !undoes ? this.#lastEdit + ONE_STEP - Date.now() : 0
        if (wait > 0) await this.#page.waitForTimeout(wait)
        await this.#edit(number, step)
        this.#lastEdit = Date.now()
      }
    }
  }

  /** Puts the person's first statement on a passage, in Tag mode. */
  async tagFirst(number: number, from: number, to: number, tag: Tag): Promise<void> {
    await selectWords(this.#page, number, from, to)
    await this.#page.keyboard.press('t')
    await fillPopover(this.#page, [tag])
  }

  /** Puts a statement like the person's last one on a passage, in Tag mode. */
  async tag(number: number, from: number, to: number): Promise<void> {
    await selectWords(this.#page, number, from, to)
    await this.#page.keyboard.press('q')
  }

  async #edit(number: number, step: Exclude<Step, 'meet' | { caret: string } | { select: string }>): Promise<void> {
    const { keyboard } = this.#page
    if ('type' in step) await this.#type(step.type)
    else if ('press' in step) for (let i = 0; i < (step.times ?? 1); i++) await keyboard.press(playwrightKey(step.press))
    else if ('paste' in step) {
      await this.#page.evaluate((text) => navigator.clipboard.writeText(text), step.paste)
      await keyboard.press('Control+v')
    } else if ('drag' in step) await this.#drag(number, step.drag)
    else if ('find' in step) await this.#replace(number, step.find, step.by)
    else await this.#tagWords(number, step.tag)
  }

  async #type(words: string): Promise<void> {
    const { keyboard } = this.#page
    for (const { segment } of graphemes.segment(words)) {
      if (/^[\x20-\x7e]$/.test(segment)) await keyboard.type(segment)
      else await keyboard.insertText(segment)
    }
  }

  async #drag(number: number, target: string): Promise<void> {
    const { mouse } = this.#page
    const { from, to } = this.#selected
    const start = await placeOf(this.#page, number, from)
    const end = await placeOf(this.#page, number, await this.#caretOffset(number, target))
    const again = await placeOf(this.#page, number, from)
    expect(again, 'both places are in sight together').toEqual(start)
    if (to <= from) throw new Error('Nothing is selected')
    await mouse.move(start.x + 4, start.y)
    await mouse.down()
    await mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 2 })
    await mouse.move(end.x, end.y, { steps: 2 })
    await mouse.up()
  }

  async #replace(number: number, find: string, by: string): Promise<void> {
    const from = await this.#find(number, find)
    await selectByMouse(this.#page, number, from, from)
    await this.#page.keyboard.press('Control+h')
    const bar = this.#page.getByRole('search', { name: 'Find in the text' })
    await bar.getByRole('searchbox', { name: 'Find' }).fill(find)
    await bar.getByRole('textbox', { name: 'Replace with' }).fill(by)
    await bar.getByRole('button', { name: 'Replace', exact: true }).click()
    await bar.getByRole('searchbox', { name: 'Find' }).press('Escape')
    await expect(bar).toHaveCount(0)
  }

  async #tagWords(number: number, words: string): Promise<void> {
    await chooseMode(this.#page, 'Tag')
    await documentText(this.#page).focus()
    const from = await this.#find(number, words)
    await this.tag(number, from, from + canonicalWords(words).length)
    await chooseMode(this.#page, 'Edit text')
  }

  async #caret(number: number, words: string): Promise<void> {
    const offset = await this.#caretOffset(number, words)
    await selectByMouse(this.#page, number, offset, offset)
  }

  async #select(number: number, words: string): Promise<void> {
    const from = await this.#find(number, words)
    this.#selected = { from, to: from + canonicalWords(words).length }
    await selectByMouse(this.#page, number, this.#selected.from, this.#selected.to)
  }

  async #caretOffset(number: number, words: string): Promise<number> {
    const before = canonicalWords(words.slice(0, words.indexOf('|'))).length
    return (await this.#find(number, words.replace('|', ''))) + before
  }

  /** Offset of words that occur once in the text of a case. */
  async #find(number: number, words: string): Promise<number> {
    const text = blocksText(await readCaseText(this.#page, number))
    const wanted = canonicalWords(words)
    const at = text.indexOf(wanted)
    if (at < 0 || text.indexOf(wanted, at + 1) >= 0) throw new Error(`“${words}” does not occur once in “${text}”`)
    return at
  }
}

function playwrightKey(key: string): string {
  return key.replace('Mod', 'Control').replaceAll('-', '+')
}
