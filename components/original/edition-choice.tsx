'use client'

import { useModel, useObservable } from '#/components/reader/reader-context.ts'
import { shortDateOf } from '#/lib/date/short-date.ts'
import type { Edition } from '#/lib/document/edition.ts'
import { t } from '#/lib/message/t.ts'

/** What is shown: the import, or one of several editions. */
export function EditionChoice() {
  const { comparison } = useModel()
  const editions = useObservable(comparison.state, (state) => state.editions)
  const shown = useObservable(comparison.state, (state) => state.shown?.edition ?? state.editions[0]?.edition)
  const edition = editions.find((each) => each.edition === shown)
  return (
    <div className="original__about">
      {editions.length > 1 ? (
        <select
          className="original__edition"
          aria-label={t('Edition')}
          value={shown}
          onChange={(event) => void comparison.show(Number(event.target.value))}
        >
          {editions.map((each) => (
            <option key={each.edition} value={each.edition}>
              {nameOf(each)}
            </option>
          ))}
        </select>
      ) : (
        <h2>{t('Original')}</h2>
      )}
      {edition && (
        <span className="faint clip">
          <bdi>{edition.format === 'paste' ? t('Pasted text') : edition.fileName}</bdi>{' '}
          {t('· {importedAt} · not editable', { importedAt: shortDateOf(edition.importedAt) })}
        </span>
      )}
    </div>
  )
}

function nameOf({ edition }: Edition): string {
  return edition === 1 ? t('Edition 1 (first import)') : t('Edition {edition}', { edition })
}
