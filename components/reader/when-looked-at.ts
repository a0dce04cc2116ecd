/** How long something must have been in sight to count as seen, ms. */
const SEEN_AFTER_MS = 2_000

/** Calls back once an element was in sight for two seconds of a page that is shown. Returns how to stop. */
export function whenLookedAt(element: Element, onSeen: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isInSight = false
  const follow = () => {
    clearTimeout(timer)
    if (isInSight && document.visibilityState === 'visible') timer = setTimeout(onSeen, SEEN_AFTER_MS)
  }
  const observer = new IntersectionObserver((entries) => {
    isInSight = entries.at(-1)?.isIntersecting ?? false
    follow()
  })
  observer.observe(element)
  document.addEventListener('visibilitychange', follow)
  return () => {
    clearTimeout(timer)
    observer.disconnect()
    document.removeEventListener('visibilitychange', follow)
  }
}
