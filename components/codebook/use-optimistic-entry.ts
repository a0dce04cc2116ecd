'use client'

import { startTransition, useOptimistic } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import type { Refused } from '#/lib/codebook/refused.ts'

/**
 * An entry as it is about to be: changes show at once and go back if the server refuses them. `save` answers what is
 * wrong, if anything.
 */
export function useOptimisticEntry<Entry extends object, Change extends Partial<Entry>>(
  entry: Entry,
  send: (change: Change) => Promise<{ ok: true } | Refused>,
  onChanged: () => void,
): [Entry, (change: Change) => Promise<string | undefined>] {
  const [shown, apply] = useOptimistic(entry, (was, change: Change) => ({ ...was, ...change }))
  const save = (change: Change) =>
    new Promise<string | undefined>((resolve) => {
      startTransition(async () => {
        apply(change)
        const result = await attempt(send(change))
        if (result.ok) onChanged()
        resolve(result.ok ? undefined : result.reason)
      })
    })
  return [shown, save]
}
