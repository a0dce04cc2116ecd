'use client'

import type { ComponentProps } from 'react'
import { Button } from './button.tsx'
import { useHydrated } from './use-hydrated.ts'

/**
 * A button that takes no click before the page can answer it, without looking disabled for that moment. For pages that
 * people act on the instant they appear, and for forms with passwords, which the browser must never send by itself.
 */
export function LiveButton(props: ComponentProps<typeof Button>) {
  const isLive = useHydrated()
  return <Button {...props} disabled={!isLive || props.disabled} data-waking={!isLive || undefined} />
}
