'use client'

import { useSyncExternalStore } from 'react'
import { createImportQueue, type ImportItem } from './import-queue.ts'
import { sendSource } from './send-source.ts'

/** The imports of this tab. */
export const imports = createImportQueue(sendSource)

const NONE: readonly ImportItem[] = []

export function useImports(): readonly ImportItem[] {
  return useSyncExternalStore(imports.subscribe, imports.get, () => NONE)
}
