'use client'

import { type ReactNode, useState } from 'react'

/**
 * A document, or what stands in its place while it is in the bin. A reader that is open when its document goes there stays:
 * the page has its text still, to be saved, and says itself what happened. Whatever makes the page ask the server again
 * (a notice, a connection that is back) would take it away otherwise.
 */
export function KeptOpen({ reader, binned }: { reader: ReactNode | null; binned: ReactNode | null }) {
  const [last, setLast] = useState(reader)
  if (reader !== null && reader !== last) setLast(reader)
  return reader ?? last ?? binned
}
