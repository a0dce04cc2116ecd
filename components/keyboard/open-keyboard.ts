/** What opens over every page: the palette, or the sheet of keys. */
export type KeyboardDialog = 'palette' | 'sheet'

type Opener = (what: KeyboardDialog) => void
let opener: Opener = () => {}

/** Opens the palette or the sheet on the page that is shown. */
export function openKeyboard(what: KeyboardDialog): void {
  opener(what)
}

/** Says who opens them; answers the function that ends it. */
export function onOpenKeyboard(next: Opener): () => void {
  opener = next
  return () => {
    if (opener === next) opener = () => {}
  }
}
