'use client'

import './export-dialog.css'
import { useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { Dialog } from '#/components/ui/dialog.tsx'
import { counted } from '#/lib/counted.ts'
import { exportAddress } from '#/lib/excerpt/export-address.ts'
import type { FormatId } from '#/lib/format/export/export-format.ts'
import { EXPORT_FORMATS } from '#/lib/format/export/export-formats.ts'
import { t } from '#/lib/message/t.ts'
import type { Query } from '#/lib/query/query.ts'
import { AboutFormat } from './about-format.tsx'
import { FormatChoice } from './format-choice.tsx'
import { useLosses } from './use-losses.ts'

interface ExportDialogProps {
  workspaceId: string
  /** What the page shows. */
  query: Query
  /** What is ticked; null when nothing is. */
  ticked: { query: Query; count: number } | null
  onClose: () => void
}

/** Formats whose cells a spreadsheet may take for formulas. */
const WITH_FORMULAS: readonly FormatId[] = ['csv', 'csv-sheets', 'network-csv']

/** From so many excerpts on a file takes long enough to say so. */
const LARGE = 5000

/** All formats with what each keeps and loses of these very excerpts. Mount it while it is open. */
export function ExportDialog({ workspaceId, query, ticked, onClose }: ExportDialogProps) {
  const [format, setFormat] = useState<FormatId>('csv')
  const [onlyTicked, setOnlyTicked] = useState(ticked !== null)
  const [keepsFormulas, setKeepsFormulas] = useState(false)
  const asked = ticked && onlyTicked ? ticked.query : query
  const counts = useLosses(workspaceId, asked)
  const chosen = EXPORT_FORMATS.find(({ id }) => id === format)
  const address = `${exportAddress(workspaceId, format, asked)}${keepsFormulas && WITH_FORMULAS.includes(format) ? '&formulas=keep' : ''}`
  const size =
    counts && counts !== 'unknown'
      ? t('{excerpts} in {documents}', { excerpts: counted(counts.excerpts, 'excerpt'), documents: counted(counts.documents, 'document') })
      : ''
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('Export')}
      wide
      foot={
        <>
          <span className="exports__size muted" role="status">
            {size}
          </span>
          <Button onClick={onClose}>{t('Cancel')}</Button>
          <a className="btn btn--primary" href={address} download onClick={onClose}>
            {t('Download')}
          </a>
        </>
      }
    >
      {ticked && (
        <fieldset className="exports__what">
          <legend className="label">{t('What')}</legend>
          <label>
            <input type="radio" name="what" checked={onlyTicked} onChange={() => setOnlyTicked(true)} />
            {t('{count} selected', { count: ticked.count })}
          </label>
          <label>
            <input type="radio" name="what" checked={!onlyTicked} onChange={() => setOnlyTicked(false)} />
            {t('Everything that matches')}
          </label>
        </fieldset>
      )}
      <div className="exports">
        <FormatChoice value={format} onChange={setFormat} />
        {chosen && <AboutFormat format={chosen} counts={counts} />}
      </div>
      {counts && counts !== 'unknown' && counts.excerpts > LARGE && (
        <p className="muted">
          {t(
            'This is a large file. It is made while your browser downloads it, and you can go on working here. If it breaks off, your browser says that the download failed: what it kept is not the whole file.',
          )}
        </p>
      )}
      {WITH_FORMULAS.includes(format) && (
        <label className="exports__option">
          <input type="checkbox" checked={keepsFormulas} onChange={(event) => setKeepsFormulas(event.target.checked)} />
          {t('Leave cells that look like formulas as they are (for programs, not for spreadsheets)')}
        </label>
      )}
    </Dialog>
  )
}
