import { t } from '#/lib/message/t.ts'

/** Says which parts of an address were not understood; nothing when all of it was. */
export function IgnoredParts({ ignored }: { ignored: readonly string[] }) {
  if (ignored.length === 0) return null
  return (
    <p className="notice qbar__notice" role="status">
      {t('Part of this address was not understood and is left out:')} <bdi>{ignored.join(', ')}</bdi>
    </p>
  )
}
