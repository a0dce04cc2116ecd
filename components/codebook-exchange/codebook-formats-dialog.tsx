import { useEffect, useState } from 'react'
import { noAnswerWords } from '#/components/ui/attempt.ts'
import { Dialog } from '#/components/ui/dialog.tsx'
import { CODEBOOK_FORMATS, type CodebookFormat } from '#/lib/format/codebook/codebook-formats.ts'
import { t } from '#/lib/message/t.ts'
import { codebookLosses } from '#/server/actions/codebook-exchange.ts'

type Losses = Record<CodebookFormat['id'], string[]>

interface CodebookFormatsDialogProps {
  workspaceId: string
  open: boolean
  onClose: () => void
}

/** What of this very codebook each format keeps and loses. */
export function CodebookFormatsDialog({ workspaceId, open, onClose }: CodebookFormatsDialogProps) {
  const [losses, setLosses] = useState<Losses | 'unknown' | null>(null)
  useEffect(() => {
    if (!open) return
    let gone = false
    codebookLosses(workspaceId)
      .then((found) => gone || setLosses(found ?? 'unknown'))
      .catch(() => gone || setLosses('unknown'))
    return () => {
      gone = true
    }
  }, [open, workspaceId])
  return (
    <Dialog open={open} onClose={onClose} title={t('What each format keeps')} wide>
      {losses === 'unknown' && <p role="alert">{noAnswerWords()}</p>}
      <dl className="bookformats" aria-busy={losses === null}>
        {CODEBOOK_FORMATS.map(({ id, badge, name, elsewhere }) => (
          <div key={id}>
            <dt>
              <span className="fmtb">{badge}</span> {name}
            </dt>
            <dd>{losses === null || losses === 'unknown' ? t('Looking…') : <Loss sentences={losses[id]} />}</dd>
            {elsewhere && <dd className="muted">{elsewhere}</dd>}
          </div>
        ))}
      </dl>
      <p className="muted">
        {t(
          'Memos, counts and the change log stay in the workspace. A file names the version of the codebook it was taken from, where the format has a place for it.',
        )}
      </p>
    </Dialog>
  )
}

function Loss({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return t('Keeps everything: imported again, it is this codebook.')
  return (
    <>
      <b>{t('Does not keep:')}</b> {sentences.join(' ')}
    </>
  )
}
