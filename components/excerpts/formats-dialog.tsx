import { Dialog } from '#/components/ui/dialog.tsx'
import { EXPORT_FORMATS } from '#/lib/format/export/export-formats.ts'
import { t } from '#/lib/message/t.ts'

/** What each export format keeps and leaves out. */
export function FormatsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title={t('What each format keeps')} wide>
      <dl className="formats">
        {EXPORT_FORMATS.map(({ id, badge, name, keeps, leavesOut }) => (
          <div key={id}>
            <dt>
              <span className="fmtb">{badge}</span> {name}
            </dt>
            <dd>{keeps}</dd>
            <dd className="muted">
              <b>{t('Leaves out or changes:')}</b> {leavesOut}
            </dd>
          </div>
        ))}
      </dl>
      <p className="muted">
        {t('Every export holds exactly what the filters show, with positions in both units, exact quotes and a link to each passage.')}
      </p>
    </Dialog>
  )
}
