import type { EntryState } from '#/lib/codebook/codebook.ts'
import { t } from '#/lib/message/t.ts'

/** What is to be known of an entry that is not simply part of the codebook: proposed, or archived. */
export function StateWord({ state }: { state: EntryState | undefined }) {
  if (state === 'proposed') return <span className="proposed">{t('proposed')}</span>
  return state === 'archived' ? <span className="muted">{t('Archived')}</span> : null
}
