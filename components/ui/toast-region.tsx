'use client'

import { type FocusEvent, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { t } from '#/lib/message/t.ts'
import { dismissToast, type Toast, toastStore } from './toast-store.ts'

const NONE: readonly Toast[] = []
const SHOWN_MS = 6000

/** The one place where toasts appear; it stands in the root layout. */
export function ToastRegion() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.get, () => NONE)
  return (
    <div className="toasts" role="status" aria-live="polite" aria-label={t('Messages')}>
      {toasts.map((toast) => (
        <ToastBox key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

function ToastBox({ toast }: { toast: Toast }) {
  const [hovered, setHovered] = useState(false)
  const [focused, setFocused] = useState(false)
  const held = hovered || focused
  const left = useRef(SHOWN_MS)
  /** Where the keyboard was before it came here. */
  const before = useRef<HTMLElement | null>(null)
  const close = useCallback(() => dismissToast(toast.id), [toast.id])

  useEffect(() => {
    if (held) return
    const from = Date.now()
    const timer = setTimeout(close, left.current)
    return () => {
      clearTimeout(timer)
      // time to read it again after leaving, but never the whole term
      left.current = Math.max(2000, left.current - (Date.now() - from))
    }
  }, [held, close])

  const act = () => {
    toast.action?.run()
    if (before.current?.isConnected) before.current.focus()
    close()
  }
  const hold = {
    onPointerEnter: () => setHovered(true),
    onPointerLeave: () => setHovered(false),
    onFocus: (event: FocusEvent) => {
      setFocused(true)
      if (event.relatedTarget instanceof HTMLElement) before.current = event.relatedTarget
    },
    onBlur: () => setFocused(false),
  }
  return (
    <div className="toast" {...hold}>
      <span>{toast.text}</span>
      {toast.action && (
        <button type="button" onClick={act}>
          {toast.action.label}
        </button>
      )}
    </div>
  )
}
