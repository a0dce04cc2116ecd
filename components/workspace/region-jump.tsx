'use client'

import { useEffect } from 'react'

const REGIONS = 'header.topbar, [role="complementary"], main, main section[aria-label], aside'
const FOCUSABLE = 'a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex="0"], [contenteditable="true"]'

/** F6 goes to the next region of the page, Shift+F6 to the one before: into its first control, or onto the region itself. */
export function RegionJump() {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey || document.querySelector('dialog[open]')) return
      event.preventDefault()
      jump(event.shiftKey ? -1 : 1)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return null
}

function jump(step: 1 | -1): void {
  const shown = [...document.querySelectorAll<HTMLElement>(REGIONS)].filter((region) => region.checkVisibility())
  // a region that only holds other regions is no stop of its own
  const regions = shown.filter((region) => !shown.some((other) => other !== region && region.contains(other) && region.tagName === 'MAIN'))
  const here = regions.findLastIndex((region) => region.contains(document.activeElement))
  const next = regions[(here + step + regions.length) % regions.length] ?? regions[0]
  if (!next) return
  const first = [...next.querySelectorAll<HTMLElement>(FOCUSABLE)].find((control) => control.checkVisibility())
  if (!first) next.tabIndex = -1
  const target = first ?? next
  target.focus()
}
