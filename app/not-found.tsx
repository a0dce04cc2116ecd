import type { Metadata } from 'next'
import { NothingHere } from '#/components/ui/nothing-here.tsx'
import { t } from '#/lib/message/t.ts'

export const metadata: Metadata = {
  get title() {
    return t('Not found')
  },
}

export default function NotFound() {
  return <NothingHere />
}
