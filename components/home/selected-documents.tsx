import { Button } from '#/components/ui/button.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { counted } from '#/lib/counted.ts'
import type { DocumentStatus } from '#/lib/document/status.ts'
import { t } from '#/lib/message/t.ts'
import type { HomeDocument } from './home-document.ts'
import { StatusMenu } from './status-menu.tsx'

interface SelectedDocumentsProps {
  selected: readonly HomeDocument[]
  onStatus: (status: DocumentStatus) => void
  onAssign: () => void
  onClear: () => void
}

/** What can be done with the ticked documents; stands where the filters are, so that the table stays where it is. */
export function SelectedDocuments({ selected, onStatus, onAssign, onClear }: SelectedDocumentsProps) {
  const first = selected[0]?.status ?? null
  return (
    <div className="row" role="toolbar" aria-label={t('{documents} selected', { documents: counted(selected.length, 'document') })}>
      <b className="num">{t('{selected} selected', { selected: selected.length })}</b>
      <StatusMenu
        label={t('Status of the selected documents')}
        status={selected.every(({ status }) => status === first) ? first : null}
        triggerClassName="btn"
        trigger={
          <>
            {t('Status')}
            <Icon name="down" small />
          </>
        }
        onSelect={onStatus}
      />
      <Button icon="users" onClick={onAssign}>
        {t('Assign')}
      </Button>
      <Button look="quiet" icon="x" onClick={onClear}>
        {t('Clear')}
      </Button>
    </div>
  )
}
