import type { ReaderModel } from './reader-model.ts'

const EVERY_MS = 60_000

/** Tells the server every minute and on leaving that the document is open, and how far it was read. Returns how to stop. */
export function reportVisits(model: ReaderModel): () => void {
  const report = () => {
    const { loaded, denied } = model.ui.get()
    if (!loaded || denied || !navigator.onLine) return
    navigator.sendBeacon(`/api/visits/${model.identity.documentId}`, JSON.stringify({ readShare: model.readShare }))
  }
  const whileShown = () => document.visibilityState === 'visible' && report()
  const timer = setInterval(whileShown, EVERY_MS)
  addEventListener('pagehide', report)
  return () => {
    clearInterval(timer)
    removeEventListener('pagehide', report)
    report()
  }
}
