'use client'

import './keyboard.css'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import { Icon } from '#/components/ui/icon.tsx'
import { IconButton } from '#/components/ui/icon-button.tsx'
import { isSpan, type SheetRow, sheetSections } from '#/lib/keyboard/sheet.ts'
import { t } from '#/lib/message/t.ts'
import { ChordKeys } from './chord-keys.tsx'
import { goTo } from './go-to.ts'
import { useKeymap } from './keymap-store.ts'
import { situationsOf } from './situation-of.ts'

/** The keys of the page that is open, as this person has them. */
export function KeyboardSheet({ path, onClose }: { path: string; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const [find, setFind] = useState('')
  const situations = situationsOf(path)
  const sections = sheetSections(useKeymap(), situations, find)
  const isReader = situations.includes('edit')

  // In the layout's turn: closed while it is still in the page, it gives the keyboard back.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])

  return (
    <dialog
      ref={dialog}
      className="dialog dialog--keys"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <header className="dialog__head">
        <h2 id={titleId}>{t('Keyboard')}</h2>
        <span className="muted keys__note hide-small">
          {isReader && `${t('Single keys work in Tag mode only.')} `}
          {t('Letters mean the physical key when your layout is not Latin.')}
        </span>
        <label className="field keys__find">
          <Icon name="search" />
          <span className="sr">{t('Find a shortcut')}</span>
          <input type="search" placeholder={t('Find')} value={find} onChange={(event) => setFind(event.target.value)} />
        </label>
        <button
          type="button"
          className="btn btn--quiet"
          onClick={() => {
            onClose()
            goTo('/account/keys')
          }}
        >
          {t('Change keys')}
        </button>
        <IconButton icon="x" label={t('Close')} onClick={onClose} />
      </header>
      <div className="keys">
        {sections.map(({ title, rows }) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            <ul>
              {rows.map((row) => (
                <li key={row.name}>
                  {row.name}
                  <RowKeys row={row} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {sections.length === 0 && (
        <p className="keys__none muted" role="status">
          {t('No key does that.')}
        </p>
      )}
    </dialog>
  )
}

function RowKeys({ row }: { row: SheetRow }) {
  const first = row.keys[0]!
  const last = row.keys.at(-1)!
  return (
    <span className="keys__of">
      {isSpan(row) ? (
        <>
          <ChordKeys chord={first} />
          <span className="muted">{t('to')}</span>
          <ChordKeys chord={last} />
        </>
      ) : (
        row.keys.map((key) => <ChordKeys key={key} chord={key} />)
      )}
    </span>
  )
}
