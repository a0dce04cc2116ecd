'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useSettings } from '#/components/account/settings-context.tsx'
import { onDemand } from '#/components/ui/on-demand.tsx'
import { chordOf, isSingleKey } from '#/lib/keyboard/chord.ts'
import { keymapOf } from '#/lib/keyboard/keymap.ts'
import { onGoTo } from './go-to.ts'
import { currentKeymap, setKeymap } from './keymap-store.ts'
import { type KeyboardDialog, onOpenKeyboard } from './open-keyboard.ts'
import { isTyping } from './use-command.ts'

const Palette = onDemand(() => import('./palette.tsx').then((file) => file.Palette))
const KeyboardSheet = onDemand(() => import('./keyboard-sheet.tsx').then((file) => file.KeyboardSheet))

/**
 * The keys of every page: the palette and the sheet, and which keys this person has. Both are loaded when they are first asked for.
 *
 * @param workspaceId null on pages that belong to no workspace
 */
export function Keyboard({ workspaceId }: { workspaceId: string | null }) {
  const [open, setOpen] = useState<KeyboardDialog | null>(null)
  const router = useRouter()
  const path = usePathname()
  const { settings } = useSettings()
  const { keys, singleKeys } = settings

  useEffect(() => setKeymap(keymapOf(keys, singleKeys)), [keys, singleKeys])
  useEffect(() => onGoTo((to) => go(router, to)), [router])
  useEffect(() => onOpenKeyboard(setOpen), [])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const chord = chordOf(event)
      if (chord === null || event.defaultPrevented || document.querySelector('dialog[open]')) return
      if (isSingleKey(chord) && isTyping(event)) return
      const wanted = (['palette', 'keys'] as const).find((id) => currentKeymap().keysOf(id).includes(chord))
      if (!wanted) return
      event.preventDefault()
      setOpen(wanted === 'keys' ? 'sheet' : wanted)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])

  const close = () => setOpen(null)
  if (open === 'palette') return <Palette workspaceId={workspaceId} onClose={close} />
  if (open === 'sheet') return <KeyboardSheet path={path} onClose={close} />
  return null
}

/** Within the page that is open, entries go by the fragment, of which the router tells nobody. */
function go(router: ReturnType<typeof useRouter>, to: string): void {
  const { pathname, hash } = new URL(to, location.origin)
  if (hash && pathname === location.pathname) location.hash = hash
  else router.push(to)
}
