import { xmlAttribute, xmlText } from '#/lib/format/codebook/xml-escape.ts'
import { SOFT_HYPHEN } from '#/lib/text/soft-hyphens.ts'
import { groundOf, plainColour } from './plain-colour.ts'

/** How wide a letter is on average, in parts of its size. */
const LETTER = 0.52

/** A table of the page as an SVG file: every cell a shape of its colour with its words, and what is drawn in it. */
export function svgOfTable(table: HTMLTableElement): string {
  const frame = table.getBoundingClientRect()
  const cells = [...table.querySelectorAll<HTMLTableCellElement>('th, td')].map((cell) => svgOfCell(cell, frame))
  const [width, height] = [Math.ceil(frame.width), Math.ceil(frame.height)]
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"` +
    ` font-family="Inter, Segoe UI, Roboto, Noto Sans, sans-serif">\n<rect width="100%" height="100%" fill="${groundOf(table)}"/>\n${cells.join('')}</svg>\n`
  )
}

function svgOfCell(cell: HTMLTableCellElement, frame: DOMRect): string {
  const box = cell.getBoundingClientRect()
  const [x, y] = [box.left - frame.left, box.top - frame.top]
  const background = plainColour(getComputedStyle(cell).backgroundColor)
  const shape =
    background.opacity > 0
      ? `<rect x="${round(x)}" y="${round(y)}" width="${round(box.width)}" height="${round(box.height)}" rx="3" fill="${background.hex}" fill-opacity="${background.opacity}"/>\n`
      : ''
  return shape + words(cell, x, y, box) + lines(cell, frame)
}

function words(cell: HTMLTableCellElement, x: number, y: number, box: DOMRect): string {
  const text = (cell.textContent ?? '').replaceAll(SOFT_HYPHEN, '').trim()
  if (text === '') return ''
  const from = cell.querySelector('.mx__name, button, span') ?? cell
  const style = getComputedStyle(from)
  const isRow = cell.getAttribute('scope') === 'row'
  const at = isRow ? x + 2 : x + box.width / 2
  const said = isRow || cell.colSpan > 1 ? [text] : wrapped(text, box.width / (LETTER * Number.parseFloat(style.fontSize)))
  const lineHeight = Number.parseFloat(style.fontSize) * 1.2
  const first = y + box.height / 2 - ((said.length - 1) * lineHeight) / 2
  const spans = said.map((line, nth) => `<tspan x="${round(at)}" y="${round(first + nth * lineHeight)}">${xmlText(line)}</tspan>`)
  return (
    `<text dominant-baseline="middle" text-anchor="${isRow ? 'start' : 'middle'}" font-size="${xmlAttribute(style.fontSize)}"` +
    ` font-weight="${style.fontWeight}" fill="${plainColour(style.color).hex}">${spans.join('')}</text>\n`
  )
}

/** Words in lines of at most so many letters, a longer word in one of its own. */
function wrapped(text: string, letters: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** How a count is divided by stance. */
function lines(cell: HTMLElement, frame: DOMRect): string {
  return [...cell.querySelectorAll<SVGPathElement>('path')]
    .filter((path) => path.closest('.mx__line'))
    .map((path) => {
      const box = path.getBoundingClientRect()
      const { stroke, strokeDasharray } = getComputedStyle(path)
      const y = round(box.top - frame.top + box.height / 2)
      const [from, to] = [round(box.left - frame.left), round(box.right - frame.left)]
      const dashes = strokeDasharray === 'none' ? '' : ' stroke-dasharray="2 2"'
      return `<path d="M${from} ${y}H${to}" stroke="${plainColour(stroke).hex}" stroke-width="2"${dashes}/>\n`
    })
    .join('')
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
