import { Button } from '#/components/ui/button.tsx'
import { t } from '#/lib/message/t.ts'

/** In place of a list of which nothing matches; the button takes the filters away. */
export function NoMatch({ noun, total, onShowAll }: { noun: 'actor' | 'theme'; total: number; onShowAll: () => void }) {
  return (
    <p className="codebook__none" role="status">
      {noun === 'actor' ? t('No actor matches.') : t('No theme matches.')}{' '}
      <Button look="quiet" onClick={onShowAll}>
        {t('Show all {total}', { total })}
      </Button>
    </p>
  )
}
