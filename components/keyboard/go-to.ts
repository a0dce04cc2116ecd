type Go = (path: string) => void
let go: Go = (path) => location.assign(path)

/** Goes to another page of the product, from where there is no router at hand. */
export function goTo(path: string): void {
  go(path)
}

/** Says how pages are gone to; answers the function that ends it. */
export function onGoTo(next: Go): () => void {
  const before = go
  go = next
  return () => {
    if (go === next) go = before
  }
}
