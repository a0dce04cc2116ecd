'use client'

import Link from 'next/link'
import { Icon } from '#/components/ui/icon.tsx'
import { IconButton } from '#/components/ui/icon-button.tsx'
import { ProgressBar } from '#/components/ui/progress-bar.tsx'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { type ImportItem, isUnderWay } from './import-queue.ts'
import { imports, useImports } from './use-imports.ts'

/** Each file on its way in: how far it is, what became of it, or why it could not be read. */
export function ImportList({ workspaceId }: { workspaceId: string }) {
  const items = useImports().filter((item) => item.workspaceId === workspaceId)
  const finished = items.filter((item) => !isUnderWay(item))
  return (
    <>
      <p className="sr" role="status">
        {spokenResult(finished.at(-1))}
      </p>
      <ul aria-label={t('Imports')}>
        {items.map((item) => (
          <ImportRow key={item.id} item={item} />
        ))}
      </ul>
      {finished.length > 1 && (
        <button
          type="button"
          className="linkbtn imp__clear"
          onClick={() => {
            for (const item of finished) imports.dismiss(item.id)
          }}
        >
          {t('Clear finished')}
        </button>
      )}
    </>
  )
}

function ImportRow({ item }: { item: ImportItem }) {
  const { answer } = item
  return (
    <li className="imp" aria-label={item.name}>
      <div className="row">
        <Icon name={item.state === 'failed' ? 'alert' : 'file'} />
        {answer?.ok ? (
          <Link className="clip grow" href={`/w/${item.workspaceId}/documents/${answer.documentId}`} title={answer.title}>
            <bdi>{item.name}</bdi>
          </Link>
        ) : (
          <span className="clip grow" title={item.name}>
            <bdi>{item.name}</bdi>
          </span>
        )}
        <span className="faint num imp__state">{stateWords(item)}</span>
        {!isUnderWay(item) && (
          <IconButton icon="x" small label={t('Take {item} off this list', { item: item.name })} onClick={() => imports.dismiss(item.id)} />
        )}
      </div>
      {isUnderWay(item) && (
        <ProgressBar label={t('Import of {item}', { item: item.name })} value={item.state === 'reading' ? undefined : item.sent} />
      )}
      {answer?.ok &&
        answer.notes.map((note) => (
          <p key={note} className="imp__note">
            {note}
          </p>
        ))}
      {answer?.ok && answer.duplicateOf && (
        <p className="imp__note">
          {t('Same text as')}{' '}
          <Link href={`/w/${item.workspaceId}/documents/${answer.duplicateOf.id}`}>
            <bdi>{answer.duplicateOf.title}</bdi>
          </Link>
          {t('. Both are kept.')}
        </p>
      )}
      {answer && !answer.ok && (
        <p className="imp__error">
          {answer.reason}{' '}
          {answer.again && (
            <button type="button" className="linkbtn" onClick={() => imports.retry(item.id)}>
              {t('Try again')}
            </button>
          )}
        </p>
      )}
    </li>
  )
}

/** What a screen reader says when an import ends; percentages on the way are left to the progress bars. */
function spokenResult(item: ImportItem | undefined): string {
  if (!item?.answer) return ''
  return item.answer.ok ? `${item.name}: ${stateWords(item)}` : `${item.name}: ${item.answer.reason}`
}

function stateWords(item: ImportItem): string {
  if (item.state === 'waiting') return t('Waiting')
  if (item.state === 'sending') return `${Math.floor(item.sent * 100)}%`
  if (item.state === 'reading') return t('Reading…')
  if (!item.answer?.ok) return ''
  return counted(item.answer.paragraphs, 'paragraph')
}
