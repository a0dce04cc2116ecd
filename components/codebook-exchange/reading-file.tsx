import { ProgressBar } from '#/components/ui/progress-bar.tsx'
import { t } from '#/lib/message/t.ts'

/** That a file is being read, while it is. */
export function ReadingFile({ name }: { name: string }) {
  return (
    <div className="stack" role="status">
      <p>
        {t('Reading “')}
        <bdi>{name}</bdi>”…
      </p>
      <ProgressBar label={t('Reading the file')} />
    </div>
  )
}
