'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'
import { t } from '#/lib/message/t.ts'
import { IconButton } from './icon-button.tsx'

interface DialogProps {
  open: boolean
  /** Called on Esc, on the close button, and when the browser closes it. */
  onClose: () => void
  title: string
  children: ReactNode
  /** Buttons at the foot, the main one last. Put a `<form>` around nothing: use `form="id"` on the submit button. */
  foot?: ReactNode
  /** 720 px instead of 480. */
  wide?: boolean
}

const CONTROLS = 'a[href], input, textarea, select, button:not([disabled]), [tabindex]'

/** Where focus starts: the control marked `data-focus-first`, the first field, or the first button at the foot (Cancel); never the close button. */
function firstControl(dialog: HTMLDialogElement): HTMLElement | null {
  return (
    dialog.querySelector<HTMLElement>('[data-focus-first]') ??
    dialog.querySelector<HTMLElement>('.dialog__body :is(input, textarea, select, button):not([disabled])') ??
    dialog.querySelector<HTMLElement>('.dialog__foot button')
  )
}

/** A modal dialog. The native element keeps focus inside, answers Esc and gives focus back to where it was. Content is mounted only while open. */
export function Dialog({ open, onClose, title, children, foot, wide = false }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useEffect(() => {
    const dialog = ref.current
    if (!dialog || !open) return
    dialog.showModal()
    // Where there is nothing to use, the keyboard must still be able to scroll what there is to read.
    const body = dialog.querySelector<HTMLElement>('.dialog__body')
    if (body && !body.querySelector(CONTROLS)) body.tabIndex = 0
    ;(firstControl(dialog) ?? body)?.focus()
    return () => dialog.close()
  }, [open])

  return (
    <dialog
      ref={ref}
      className={wide ? 'dialog dialog--wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return // a file picker inside was cancelled
        event.preventDefault()
        onClose()
      }}
    >
      {open && (
        <>
          <header className="dialog__head">
            <h2 id={titleId}>{title}</h2>
            <IconButton icon="x" label={t('Close')} onClick={onClose} />
          </header>
          <div className="dialog__body">{children}</div>
          {foot && <footer className="dialog__foot">{foot}</footer>}
        </>
      )}
    </dialog>
  )
}
