import type { ReaderModel } from './reader-model.ts'

/** How long the text and its statements have been there before what nobody needs to read them begins, ms. */
const QUIET_MS = 1500

/** Begins something once a document has been open for a while: opening it must not wait for that. Returns how to end it. */
export function afterOpening({ ui }: ReaderModel, begin: () => (() => void) | undefined): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let end: (() => void) | undefined
  const look = () => {
    const { loaded, tagsLoaded } = ui.get()
    if (!loaded || !tagsLoaded || timer !== undefined) return
    timer = setTimeout(() => {
      end = begin()
    }, QUIET_MS)
  }
  const stop = ui.subscribe(look)
  look()
  return () => {
    stop()
    clearTimeout(timer)
    end?.()
  }
}
