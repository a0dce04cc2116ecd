const TYPING =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"], [role="textbox"], [role="menu"], dialog[open]'

/**
 * Calls back when a key is pressed alone and nobody is typing. `code` is the physical key (`KeyN`, `Slash`), so that it works
 * on Russian and Arabic layouts. Answers the function that ends it.
 */
export function onPlainKey(code: string, run: () => void): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.code !== code || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing || event.repeat) return
    if (event.defaultPrevented || document.querySelector('dialog[open]')) return
    if (event.target instanceof Element && event.target.closest(TYPING)) return
    event.preventDefault()
    run()
  }
  document.addEventListener('keydown', onKeyDown)
  return () => document.removeEventListener('keydown', onKeyDown)
}
