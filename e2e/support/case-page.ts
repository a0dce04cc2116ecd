import { expect, type Page } from '@playwright/test'
import type { TextBlock } from '#/lib/text/block.ts'
import { LINE_BREAK } from '#/lib/text/block.ts'
import type { MarkedText } from '#/tests/anchor-cases/marked-text.ts'
import { documentText } from './reader.ts'

/*
 * One document holds many cases, each under a heading of its own that no case touches. Offsets count UTF-16 units from the
 * beginning of a case's text, its blocks joined by one sign.
 */

/** The heading over a case; of a kind that cases do not use. */
export const caseHeading = (number: number) => `Case ${number}`

/** A document with these texts, as a web page to import. */
export function casesHtml(title: string, texts: readonly MarkedText[]): string {
  const tags = { heading: (block: TextBlock) => `h${block.level}`, paragraph: () => 'p', quote: () => 'blockquote', listItem: () => 'li' }
  const render = (block: TextBlock) => {
    const tag = tags[block.type](block)
    const words = block.spans.map(({ text }) => text.replaceAll(LINE_BREAK, '<br>')).join('')
    return tag === 'li' ? `<ul><li>${words}</li></ul>` : `<${tag}>${words}</${tag}>`
  }
  const parts = texts.map(({ blocks }, i) => `<h6>${caseHeading(i)}</h6>\n${blocks.map(render).join('\n')}`)
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article>${parts.join('\n')}</article></body></html>`
}

/** What is asked of the page about its cases; see {@link inPage}. */
type Question =
  | { ask: 'read' }
  | { ask: 'text'; number: number }
  | { ask: 'place'; number: number; offset: number }
  | { ask: 'caret'; number: number }
  | { ask: 'select'; number: number; from: number; to: number }

interface Answers {
  text: TextBlock[]
  read: { blocks: TextBlock[]; marked: [start: number, end: number][] }[]
  place: { x: number; y: number; inSight: boolean }
  caret: { anchor: number; focus: number }
  select: null
}

/** Runs in the page. One function, as it is sent there as text. */
async function inPage(doc: Element, question: Question): Promise<Answers[Question['ask']]> {
  interface Unit {
    node: Node
    at: number
    sign: string
  }
  const all = [...doc.querySelectorAll(':scope > section > *')]
  const cases: Element[][] = []
  for (const block of all) {
    if (block.matches('h6')) cases.push([])
    else cases.at(-1)?.push(block)
  }
  const unitsOf = (block: Element): Unit[] => {
    const units: Unit[] = []
    const walk = (node: Node) => {
      if (node instanceof Text) for (let at = 0; at < node.length; at++) units.push({ node, at, sign: node.data[at] as string })
      else if (node instanceof HTMLBRElement && !node.classList.contains('ProseMirror-trailingBreak'))
        units.push({ node: node.parentNode as Node, at: [...(node.parentNode as Node).childNodes].indexOf(node), sign: '\u2028' })
      else if (!(node instanceof HTMLElement && node.contentEditable === 'false')) node.childNodes.forEach(walk)
    }
    walk(block)
    return units
  }
  const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))

  const readCase = (blocks: Element[]): Answers['read'][number] => {
    const marked: [number, number][] = []
    let offset = 0
    const read = blocks.map((block): TextBlock => {
      const units = unitsOf(block)
      for (const [i, { node, at, sign }] of units.entries()) {
        const element = sign === '\u2028' ? (node.childNodes[at] as Element) : (node.parentElement as Element)
        if (!element.closest('[data-a]')) continue
        const last = marked.at(-1)
        if (last?.[1] === offset + i) last[1]++
        else marked.push([offset + i, offset + i + 1])
      }
      offset += units.length + 1
      const text = units.map(({ sign }) => sign).join('')
      const spans = text === '' ? [] : [{ text }]
      const { list, indent } = (block as HTMLElement).dataset
      if (list) return { type: 'listItem', list: list as 'bullet', indent: Number(indent), spans }
      const level = /^h([1-5])$/.exec(block.localName)?.[1]
      if (level) return { type: 'heading', level: Number(level), spans }
      return { type: block.localName === 'blockquote' ? 'quote' : 'paragraph', spans }
    })
    return { blocks: read, marked }
  }

  /** Passages are painted where they are in sight only. */
  const readAll = async () => {
    const read: Answers['read'] = []
    while (read.length < cases.length) {
      const blocks = cases[read.length] as Element[]
      blocks[0]?.scrollIntoView({ block: 'start' })
      scrollBy(0, -200)
      await frame()
      do read.push(readCase(cases[read.length] as Element[]))
      while (read.length < cases.length && (cases[read.length]?.at(-1)?.getBoundingClientRect().bottom ?? 1e9) < innerHeight - 40)
    }
    return read
  }

  /** The point in the text before the unit at an offset, or after the last one of its block. */
  const boundary = (number: number, offset: number) => {
    let left = offset
    for (const block of cases[number] ?? []) {
      const units = unitsOf(block)
      const unit = units[left]
      if (unit) return { block, units, at: left, node: unit.node, index: unit.at }
      const last = units.at(-1)
      if (left === units.length) return { block, units, at: left, node: last?.node ?? block, index: last ? last.at + 1 : 0 }
      left -= units.length + 1
    }
    throw new Error(`Case ${number} is shorter than ${offset}`)
  }

  const place = (number: number, offset: number): Answers['place'] => {
    const { block, units, at, node } = boundary(number, offset)
    const beside = units[at] ?? units.at(-1)
    const range = document.createRange()
    if (beside && beside.node instanceof Text) {
      range.setStart(beside.node, beside.at)
      // Of a letter of two units both, or nothing would have a size.
      range.setEnd(beside.node, Math.min(beside.node.length, beside.at + (/[\ud800-\udbff]/.test(beside.sign) ? 2 : 1)))
    } else range.selectNodeContents(block)
    const box = range.getBoundingClientRect()
    const inSight = box.top > 150 && box.bottom < innerHeight - 80
    if (!inSight) block.scrollIntoView({ block: 'center' })
    const element = node instanceof Element ? node : (node.parentElement as Element)
    const atLeft = at < units.length !== (getComputedStyle(element).direction === 'rtl')
    return { inSight, x: atLeft ? box.left + 0.5 : box.right - 0.5, y: box.top + box.height / 2 }
  }

  const offsetOf = (number: number, node: Node | null, index: number): number => {
    let offset = 0
    for (const block of cases[number] ?? []) {
      const units = unitsOf(block)
      if (node && block.contains(node)) {
        const before = document.createRange()
        before.setStart(block, 0)
        before.setEnd(node, index)
        return offset + units.filter((unit) => before.comparePoint(unit.node, unit.at + 1) <= 0).length
      }
      offset += units.length + 1
    }
    return -1
  }

  if (question.ask === 'read') return readAll()
  if (question.ask === 'text') return readCase(cases[question.number] ?? []).blocks
  if (question.ask === 'place') return place(question.number, question.offset)
  const selection = getSelection() as Selection
  if (question.ask === 'caret')
    return {
      anchor: offsetOf(question.number, selection.anchorNode, selection.anchorOffset),
      focus: offsetOf(question.number, selection.focusNode, selection.focusOffset),
    }
  const [from, to] = [boundary(question.number, question.from), boundary(question.number, question.to)]
  selection.setBaseAndExtent(from.node, from.index, to.node, to.index)
  await frame()
  return null
}

function ask<Q extends Question>(page: Page, question: Q): Promise<Answers[Q['ask']]> {
  return documentText(page).evaluate(inPage, question as Question) as Promise<Answers[Q['ask']]>
}

/** Every case's text with its passage as the page paints it; null where the page paints none, or a torn one. */
export async function readCases(page: Page): Promise<MarkedText[]> {
  const read = await ask(page, { ask: 'read' })
  return read.map(({ blocks, marked }) => {
    const [first] = marked
    const last = marked.at(-1)
    return { blocks, passage: first && last ? { start: first[0], end: last[1] } : null }
  })
}

/** The blocks of one case, wherever it is on the page. */
export function readCaseText(page: Page, number: number): Promise<TextBlock[]> {
  return ask(page, { ask: 'text', number })
}

/** Where on the screen a place of the text is, px; scrolls it into sight. */
export async function placeOf(page: Page, number: number, offset: number): Promise<{ x: number; y: number }> {
  let found = await ask(page, { ask: 'place', number, offset })
  for (let i = 0; !found.inSight && i < 20; i++) found = await ask(page, { ask: 'place', number, offset })
  return found
}

/** Selects words with two clicks of the mouse, or puts the caret where `from` and `to` are one. */
export async function selectByMouse(page: Page, number: number, from: number, to: number): Promise<void> {
  const start = await placeOf(page, number, from)
  await page.mouse.click(start.x, start.y)
  if (to > from) {
    const end = await placeOf(page, number, to)
    await page.keyboard.down('Shift')
    await page.mouse.click(end.x, end.y)
    await page.keyboard.up('Shift')
  }
  const { anchor, focus } = await ask(page, { ask: 'caret', number })
  // A mouse cannot tell two places apart that look the same: before and after a line's end, or where directions meet.
  if (anchor !== from || focus !== to) await selectWords(page, number, from, to)
}

/** Selects words without the mouse, as programs that read the screen do. */
export async function selectWords(page: Page, number: number, from: number, to: number): Promise<void> {
  await ask(page, { ask: 'select', number, from, to })
  expect(await ask(page, { ask: 'caret', number }), `the selection in case ${number}`).toEqual({ anchor: from, focus: to })
}
