'use client'

import { useState } from 'react'
import { t } from '#/lib/message/t.ts'
import { useReader } from './reader-context.ts'
import { differencesInWords, statementDifferences } from './statement-differences.ts'
import { useNews } from './use-news.ts'
import { usePeople } from './use-people.ts'

/** In the open card: what others changed in it since it was opened. */
export function CardNews() {
  const changes = useNews((state) => state.changes)
  const codebook = useReader((state) => state.codebook)
  const people = usePeople()
  const [isShown, setShown] = useState(false)
  const told = changes
    .map((change) => ({ by: change.by, differences: statementDifferences(change.before, change.after, codebook) }))
    .filter(({ differences }) => differences.length > 0)
  if (told.length === 0) return null
  return (
    <div className="card__news" role="status">
      {told.map(({ by, differences }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: changes are only added at the end
        <div key={index}>
          <p>
            <bdi>{by === null ? t('Somebody') : firstName(people(by).name)}</bdi>{' '}
            {t('changed {differences}.', { differences: differencesInWords(differences) })}{' '}
            {index === 0 && (
              <button type="button" className="linkbtn" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
                {isShown ? t('Hide') : t('Show')}
              </button>
            )}
          </p>
          {isShown && (
            <ul>
              {differences.map(({ what, before, after }) => (
                <li key={what}>
                  {what.replace(/^./, (letter) => letter.toUpperCase())}: <del dir="auto">{before || t('nothing')}</del>{' '}
                  <span aria-hidden="true">→</span> <ins dir="auto">{after || t('nothing')}</ins>
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  )
}

const firstName = (name: string) => name.split(' ')[0] || name
