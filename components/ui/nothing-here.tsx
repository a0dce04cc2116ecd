import { t } from '#/lib/message/t.ts'
import { EmptyState } from './empty-state.tsx'

/** The page for addresses that lead nowhere. What does not exist and what belongs to others look the same. */
export function NothingHere() {
  return (
    <main className="fill" id="main">
      <EmptyState
        title={t('Nothing is here')}
        level={1}
        lead={t('The page was moved or deleted, or it belongs to a workspace you are not a member of.')}
      >
        {/* a full load: every page carries this one, and most have no other use for a link of the router */}
        <a className="btn btn--primary" href="/">
          {t('Go to your documents')}
        </a>
      </EmptyState>
    </main>
  )
}
