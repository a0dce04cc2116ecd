import { shortDateOf } from '#/lib/date/short-date.ts'
import { t } from '#/lib/message/t.ts'

/** On which day something was deleted, and by whom when that is known. */
export function DeletedWhen({ deletedAt, deletedBy }: { deletedAt: Date; deletedBy: string | null }) {
  return (
    <>
      {t('Deleted on {deletedAt}', { deletedAt: shortDateOf(deletedAt) })}
      {deletedBy && (
        <>
          {' '}
          {t('by')} <bdi>{deletedBy}</bdi>
        </>
      )}
    </>
  )
}
