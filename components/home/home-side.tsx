import Link from 'next/link'
import { ImportList } from '#/components/imports/import-list.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import type { Deed } from '#/lib/activity/deed.ts'
import type { Waiting } from '#/lib/activity/waiting.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { ActivityFeed } from './activity-feed.tsx'
import { ImportBox } from './import-box.tsx'
import { NeedsYou } from './needs-you.tsx'

interface HomeSideProps {
  workspaceId: string
  me: string
  /** Documents in the bin; 0 for who may not delete. */
  binned: number
  deeds: readonly Deed[]
  waiting: Waiting
  now: number
  mayImport: boolean
  onPaste: () => void
}

/** Beside the list of documents: the way in for new ones, what waits for the reader, what was last done. */
export function HomeSide({ workspaceId, me, binned, deeds, waiting, now, mayImport, onPaste }: HomeSideProps) {
  return (
    <aside className="home__side" aria-label={mayImport ? t('Import and activity') : t('Activity')}>
      {mayImport && (
        <section>
          <h2>{t('Import')}</h2>
          <ImportBox workspaceId={workspaceId} onPaste={onPaste} />
          <ImportList workspaceId={workspaceId} />
        </section>
      )}
      <NeedsYou workspaceId={workspaceId} waiting={waiting} />
      {deeds.length > 0 && (
        <section>
          <h2>{t('Activity')}</h2>
          <ActivityFeed workspaceId={workspaceId} deeds={deeds} me={me} now={now} />
        </section>
      )}
      {binned > 0 && (
        <Link className="binlink" href={`/w/${workspaceId}/bin`}>
          <Icon name="bin" />
          {t('Bin: {documents}', { documents: counted(binned, 'document') })}
        </Link>
      )}
    </aside>
  )
}
