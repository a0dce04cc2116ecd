import type { getDocumentProxy } from 'unpdf'

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>
type TextItem = Extract<Awaited<ReturnType<PdfPage['getTextContent']>>['items'][number], { str: string }>

/** A piece of one line without a wide gap in it. Units are points (1/72 inch), y grows downwards, as the page is seen. */
export interface Fragment {
  text: string
  left: number
  right: number
  /** Baseline. */
  y: number
  /** Font size of most of it. */
  size: number
  isRtl: boolean
}

/** Gaps in ems: above the first words are separated by a space, above the second they do not belong together. */
const SPACE = 0.15
const APART = 1.6
const SUPERSCRIPT = 0.6

export interface PageText {
  /** In the order the file holds them, which is mostly the order of reading. */
  fragments: Fragment[]
  height: number
  /** Pieces that do not run horizontally and were left out. */
  rotated: number
}

/** The text of a page with its geometry. */
export async function readPage(page: PdfPage): Promise<PageText> {
  const { height, transform } = page.getViewport({ scale: 1 })
  const content = await page.getTextContent()
  const fragments: Fragment[] = []
  let rotated = 0
  // pdf.js reports gaps as items of blanks as wide as the gap: the gap itself is measured, between the words around it.
  let isSpaced = false
  for (const item of content.items) {
    if (!('str' in item) || item.str === '') continue
    const piece = placed(item, transform)
    const isBlank = item.str.trim() === ''
    if (!piece && !isBlank) rotated++
    const last = fragments.at(-1)
    if (piece && !isBlank && last && adjoins(last, piece)) append(last, piece, isSpaced)
    else if (piece && !isBlank) fragments.push(piece)
    isSpaced = isBlank
  }
  return { fragments, height, rotated }
}

/** An item in page space; null when it does not run horizontally. */
function placed(item: TextItem, view: readonly number[]): Fragment | null {
  const [a, b, c, d, e, f] = multiply(view, item.transform)
  if (Math.abs(b) > Math.abs(a) * 0.1 || a <= 0) return null
  return { text: item.str, left: e, right: e + item.width, y: f, size: Math.hypot(c, d), isRtl: item.dir === 'rtl' }
}

type Matrix = [number, number, number, number, number, number]

function multiply(m: readonly number[], n: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

function adjoins(last: Fragment, next: Fragment): boolean {
  const em = Math.max(last.size, next.size)
  const drop = Math.abs(last.y - next.y)
  const sameLine = drop < em * 0.2 || (drop < em * SUPERSCRIPT && Math.min(last.size, next.size) < em * 0.85)
  const gap = gapBetween(last, next)
  return sameLine && gap > -em * 0.7 && gap < em * APART
}

/** Right-to-left text is held in logical order, each item left of the one before. */
function gapBetween(last: Fragment, next: Fragment): number {
  return (last.isRtl && next.right <= last.left + last.size) || (next.isRtl && next.left < last.left)
    ? last.left - next.right
    : next.left - last.right
}

function append(last: Fragment, next: Fragment, isSpaced: boolean): void {
  const isApart = isSpaced || gapBetween(last, next) > Math.max(last.size, next.size) * SPACE
  const needsSpace = isApart && !/\s$/.test(last.text) && !/^\s/.test(next.text)
  // A raised number keeps its place but does not shape the line.
  if (next.size > last.size * 1.15) [last.size, last.y] = [next.size, next.y]
  last.text += (needsSpace ? ' ' : '') + next.text
  last.left = Math.min(last.left, next.left)
  last.right = Math.max(last.right, next.right)
  last.isRtl ||= next.isRtl
}
