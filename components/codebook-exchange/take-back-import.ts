import { attempt } from '#/components/ui/attempt.ts'
import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'
import { takeBackCodebookImport } from '#/server/actions/codebook-exchange.ts'

/** Takes back what a file or a ready-made codebook brought, and says what came of it. @param what it was, as a sentence begins with it */
export async function takeBackImport(workspaceId: string, version: number, what: string, onUndone?: () => void): Promise<void> {
  const result = await attempt(takeBackCodebookImport(workspaceId, version))
  if (!result.ok) {
    showToast(result.reason)
    return
  }
  onUndone?.()
  const { kept } = result
  showToast(
    kept > 0
      ? t('{what} was taken back. {kept, plural, one {An entry in use stays} other {# entries in use stay}}', { what, kept })
      : t('{what} was taken back', { what }),
  )
}
