import { noAnswerWords } from '#/components/ui/attempt.ts'
import { counted } from '#/lib/counted.ts'
import type { ExportFormat } from '#/lib/format/export/export-format.ts'
import { exportLosses } from '#/lib/format/export/losses.ts'
import { t } from '#/lib/message/t.ts'
import type { Counts } from './use-losses.ts'

interface AboutFormatProps {
  format: ExportFormat
  counts: Counts
}

/** What a format keeps, and what of these very excerpts it does not. */
export function AboutFormat({ format, counts }: AboutFormatProps) {
  const { name, keeps, leavesOut } = format.words()
  return (
    <section className="exports__about" aria-label={t('About this format')}>
      <h3>{name}</h3>
      <p>{keeps}</p>
      <p className="muted">{leavesOut}</p>
      <div aria-live="polite" aria-busy={counts === null}>
        {counts === null ? (
          <p className="muted">{t('Looking…')}</p>
        ) : counts === 'unknown' ? (
          <p>{noAnswerWords()}</p>
        ) : (
          <Losses {...{ format, counts }} />
        )}
      </div>
    </section>
  )
}

function Losses({ format, counts }: { format: ExportFormat; counts: Exclude<Counts, 'unknown' | null> }) {
  const losses = exportLosses(format.loses, counts)
  if (losses.length === 0)
    return <p className="exports__whole">{t('Nothing of these {excerpts} is lost.', { excerpts: counted(counts.excerpts, 'excerpt') })}</p>
  return (
    <>
      <p className="label">{t('Not in this file:')}</p>
      <ul className="exports__losses">
        {losses.map((loss) => (
          <li key={loss}>{loss}</li>
        ))}
      </ul>
    </>
  )
}
