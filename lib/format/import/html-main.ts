import { attribute, descendants, type HtmlElement, type HtmlParent, isElement, textOf } from './html-tree.ts'

/** Share of a page's text that an `<article>` or `<main>` must hold to be what the page is about. */
const MAIN_SHARE = 0.3
/** A page with more of them is a list of teasers. */
const MOST_CANDIDATES = 20

export interface MainContent {
  root: HtmlParent
  /** Elements below `root` that are no part of the text. */
  skip: (element: HtmlElement) => boolean
  /** Whether something readable is left out. */
  isPart: boolean
}

/** The part of a web page that people came to read, without menus, teasers and footers. */
export function mainContent(document: HtmlParent): MainContent {
  const whole = textOf(document).length
  const candidates = Array.from(descendants(document)).filter(isCandidate)
  let root: HtmlParent = document
  let length = 0
  if (candidates.length <= MOST_CANDIDATES) {
    for (const candidate of candidates) {
      const own = textOf(candidate).length
      // Document order: a candidate inside the best so far wins when it holds nearly all of its text.
      if (own > length || (own > length * 0.8 && root !== document && contains(root, candidate))) [root, length] = [candidate, own]
    }
    if (length < whole * MAIN_SHARE) root = document
  }
  const hasFurniture = Array.from(descendants(root)).some((node) => isElement(node) && isFurniture(node) && textOf(node) !== '')
  return { root, skip: isFurniture, isPart: hasFurniture || (root !== document && length < whole) }
}

function isFurniture(element: HtmlElement): boolean {
  if (element.tagName === 'nav' || element.tagName === 'aside' || attribute(element, 'role') === 'navigation') return true
  // The footer of a quotation names its source.
  return element.tagName === 'footer' && element.parentNode?.nodeName !== 'blockquote'
}

function isCandidate(node: unknown): node is HtmlElement {
  const element = node as HtmlElement
  if (!isElement(element)) return false
  return (
    element.tagName === 'article' ||
    element.tagName === 'main' ||
    attribute(element, 'role') === 'main' ||
    attribute(element, 'itemprop') === 'articleBody'
  )
}

function contains(outer: HtmlParent, inner: HtmlElement): boolean {
  for (let node = inner.parentNode; node; node = isElement(node) ? node.parentNode : null) if (node === outer) return true
  return false
}
