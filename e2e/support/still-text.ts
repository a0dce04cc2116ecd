import { expect, type Page } from '@playwright/test'

interface Place {
  character: string
  /** px of the window. */
  left: number
  top: number
}

/** What shaping a word in two parts, where a mark begins inside it, may shift a letter by, px. No line moves by so little. */
const SHAPING = 0.3

/** Where every character of the text stands on the screen. */
function characterPlaces(page: Page): Promise<Place[]> {
  return page.locator('#doc').evaluate((doc) => {
    const places: { character: string; left: number; top: number }[] = []
    const walker = document.createTreeWalker(doc, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      for (let at = 0; at < node.data.length; at++) {
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        const { left, top } = range.getBoundingClientRect()
        places.push({ character: node.data[at] ?? '', left, top })
      }
    }
    return places
  })
}

/**
 * Watches from now on where every block of the text stands, in every frame that is painted.
 * @returns what fails when any of them, or any character, has moved since, even for one frame
 */
export async function watchText(page: Page): Promise<(what: string) => Promise<void>> {
  const before = await characterPlaces(page)
  expect(before.length, 'characters that are watched').toBeGreaterThan(100)
  await page.locator('#doc').evaluate((doc) => {
    const seen = new Set<string>()
    Object.assign(window, { textPlaces: seen })
    const look = () => {
      const blocks = [...doc.querySelectorAll(':scope > section > *')].map((block) => block.getBoundingClientRect())
      seen.add(blocks.map(({ left, top, width, height }) => [left, top, width, height].map((px) => px.toFixed(1)).join(' ')).join(' | '))
      requestAnimationFrame(look)
    }
    look()
  })
  return async (what) => {
    const now = await characterPlaces(page)
    const isMoved = (place: Place, at: number) =>
      place.character !== before[at]?.character || Math.hypot(place.left - before[at].left, place.top - before[at].top) > SHAPING
    expect(now.length, `characters after ${what}`).toBe(before.length)
    expect(now.filter(isMoved), `characters that moved after ${what}`).toEqual([])
    const places = await page.evaluate(() => [...(window as unknown as { textPlaces: Set<string> }).textPlaces])
    expect(places, `places of the blocks in any frame until after ${what}`).toHaveLength(1)
  }
}
