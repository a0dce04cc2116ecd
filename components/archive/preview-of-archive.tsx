import { SumList } from '#/components/ui/sum-list.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import type { ArchivePreview } from '#/lib/archive/archive-preview.ts'
import { shortDateOf } from '#/lib/date/short-date.ts'
import { numberWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'

interface PreviewOfArchiveProps {
  preview: ArchivePreview
  problem: string | null
  name: string
  onName: (name: string) => void
}

/** What an archive would bring, and what becomes different. */
export function PreviewOfArchive({ preview, problem, name, onName }: PreviewOfArchiveProps) {
  const { counts } = preview
  const sums: [string, number][] = [
    [t('Documents'), counts.documents],
    [t('Statements'), counts.statements],
    [t('Actors'), counts.actors],
    [t('Themes'), counts.themes],
    [t('Comments'), counts.comments],
    [t('Memos'), counts.memos],
    [t('People'), counts.people],
  ]
  return (
    <div className="stack">
      {problem && (
        <p className="fieldset__error" role="alert">
          {problem}
        </p>
      )}
      <p>
        {t('Everything in the workspace “{name}” as it was on {made}.', { name: preview.name, made: shortDateOf(new Date(preview.made)) })}
      </p>
      <SumList sums={sums.map(([label, count]) => [label, numberWords(count)])} />
      <p className="muted">
        {preview.isHere
          ? t('That workspace is still here and stays as it is. This becomes another one beside it, with addresses of its own.')
          : t('Links to its documents and passages work again.')}{' '}
        {t('You will be its owner and only member. What others wrote stays theirs; invite them again.')}
      </p>
      <TextInput label={t('Name of the workspace')} value={name} onChange={(event) => onName(event.target.value)} autoComplete="off" />
    </div>
  )
}
