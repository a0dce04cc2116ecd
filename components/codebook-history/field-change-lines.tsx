import { DiffWords } from '#/components/ui/diff-words.tsx'
import type { FieldChange } from '#/lib/codebook/field-changes.ts'
import { diffText } from '#/lib/diff/diff-text.ts'
import { t } from '#/lib/message/t.ts'

/** What became of fields: from what to what. */
export function FieldChangeLines({ fields }: { fields: readonly FieldChange[] }) {
  return (
    <dl className="fieldlines">
      {fields.map((change) => (
        <div key={change.field}>
          <dt>{change.label}</dt>
          <dd dir="auto">
            <Change change={change} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Change({ change }: { change: FieldChange }) {
  if (change.kind === 'text') return <DiffWords parts={diffText(change.from, change.to)} />
  if (change.kind === 'list')
    return (
      <DiffWords
        parts={[
          ...change.removed.map((text) => ({ kind: 'removed' as const, text })),
          ...change.added.map((text) => ({ kind: 'added' as const, text })),
        ].flatMap((part, at) => (at > 0 ? [{ kind: 'same' as const, text: ', ' }, part] : [part]))}
      />
    )
  return (
    <>
      <bdi>{change.from || t('none')}</bdi> <span aria-hidden="true">→</span>
      <span className="sr"> {t('became')} </span> <bdi>{change.to || t('none')}</bdi>
    </>
  )
}
