import type { Metadata } from 'next'
import { NothingHere } from '#/components/ui/nothing-here.tsx'
import { t } from '#/lib/message/t.ts'

export const metadata: Metadata = {
  get title() {
    return t('Not found')
  },
}

/** The bar stays, so that one can go elsewhere. */
export default function WorkspaceNotFound() {
  return <NothingHere />
}
