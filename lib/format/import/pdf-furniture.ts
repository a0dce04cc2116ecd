import type { Fragment, PageText } from './pdf-page.ts'

const PAGE_NUMBER =
  /^[\s\-–—|·]*(?:(?:page|p\.|стр\.?|страница|صفحة|seite|sayfa|página)\s*)?[\divxlc٠-٩]{1,6}(?:\s*(?:\/|of|из|من|von|sur|de)\s*\d{1,5})?[\s\-–—|·]*$/iu
/** Share of the page's height at its top and bottom in which headers and footers stand, and how many lines they have. */
const EDGE = 0.18
const EDGE_LINES = 2
/** A text at the edge of this share of the pages is no part of the text. Left and right pages may differ. */
const REPEATED = 0.4
const FEWEST_PAGES = 3

/** The pages without running headers, footers and page numbers; `removed` counts those. */
export function withoutFurniture(pages: readonly PageText[]): { pages: PageText[]; removed: number } {
  const edges = pages.map(edgeFragments)
  const seen = new Map<string, number>()
  for (const edge of edges) for (const key of new Set(edge.map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1)
  const isRepeated = (key: string) => pages.length >= FEWEST_PAGES && (seen.get(key) ?? 0) >= Math.max(2, pages.length * REPEATED)
  let removed = 0
  const cleaned = pages.map((page, i) => {
    const furniture = new Set(
      edges[i]!.filter((fragment) => (/\p{L}/u.test(fragment.text) && isRepeated(keyOf(fragment))) || isPageNumber(fragment, page)),
    )
    removed += furniture.size
    return { ...page, fragments: page.fragments.filter((fragment) => !furniture.has(fragment)) }
  })
  return { pages: cleaned, removed }
}

/** The outermost lines of a page, when they stand near its top or bottom. */
function edgeFragments(page: PageText): Fragment[] {
  const lines = Array.from(new Set(page.fragments.map((fragment) => Math.round(fragment.y)))).sort((a, b) => a - b)
  const outermost = new Set([...lines.slice(0, EDGE_LINES), ...lines.slice(-EDGE_LINES)])
  const isNear = (y: number) => y < page.height * EDGE || y > page.height * (1 - EDGE)
  return page.fragments.filter((fragment) => isNear(fragment.y) && outermost.has(Math.round(fragment.y)))
}

/** Numbers differ from page to page, the rest of a header does not. */
function keyOf(fragment: Fragment): string {
  return `${Math.round(fragment.y / 4)} ${fragment.text.trim().replace(/\d+/g, '#')}`
}

/** Alone on the first or last line of a page. */
function isPageNumber(fragment: Fragment, page: PageText): boolean {
  if (!PAGE_NUMBER.test(fragment.text)) return false
  const others = page.fragments.filter((other) => other !== fragment)
  return others.every((other) => other.y < fragment.y - fragment.size) || others.every((other) => other.y > fragment.y + fragment.size)
}
