import type { Metadata } from 'next'
import { NothingHere } from '#/components/ui/nothing-here.tsx'

export const metadata: Metadata = { title: 'Not found' }

/** The bar stays, so that one can go elsewhere. */
export default function WorkspaceNotFound() {
  return <NothingHere />
}
