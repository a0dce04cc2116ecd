'use client'

import { type KeyboardEvent, useId, useRef } from 'react'

export interface TabSpec {
  id: string
  label: string
  /** Shown after the label in grey. */
  count?: number
}

interface TabsProps {
  /** Names the group. */
  label: string
  tabs: readonly TabSpec[]
  selected: string
  onSelect: (id: string) => void
  /** The panel for the selected tab. */
  children: React.ReactNode
  panelClassName?: string
}

/** Tabs that show one panel at a time. Arrows move and select; in a right-to-left page they follow what is seen. */
export function Tabs({ label, tabs, selected, onSelect, children, panelClassName }: TabsProps) {
  const base = useId()
  const list = useRef<HTMLDivElement>(null)

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = tabs.findIndex((tab) => tab.id === selected)
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const moves: Record<string, number> = { ArrowRight: at - 1, ArrowLeft: at - 1, [forward]: at + 1, Home: 0, End: tabs.length - 1 }
    const to = moves[event.key]
    const tab = to === undefined ? undefined : tabs.at(to % tabs.length)
    if (!tab) return
    event.preventDefault()
    onSelect(tab.id)
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(`${base}-${tab.id}`)}`)?.focus()
  }

  return (
    <>
      <div ref={list} className="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map((tab) => {
          const on = tab.id === selected
          return (
            <button
              key={tab.id}
              id={`${base}-${tab.id}`}
              type="button"
              role="tab"
              className="tab"
              aria-selected={on}
              aria-controls={`${base}-panel`}
              tabIndex={on ? 0 : -1}
              onClick={() => onSelect(tab.id)}
            >
              {tab.label}
              {tab.count !== undefined && <span className="num">{tab.count}</span>}
            </button>
          )
        })}
      </div>
      <div id={`${base}-panel`} role="tabpanel" aria-labelledby={`${base}-${selected}`} className={panelClassName}>
        {children}
      </div>
    </>
  )
}
