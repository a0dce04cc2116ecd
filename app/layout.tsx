import './tokens.css'
import './base.css'
import './controls.css'
import './marks.css'
import './shell.css'
import './forced-colors.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { UnsavedRegion } from '#/components/collab/unsaved-region.tsx'
import { InterfaceLanguage } from '#/components/message/interface-language.tsx'
import { readColourScheme } from '#/components/ui/colour-scheme.ts'
import { ToastRegion } from '#/components/ui/toast-region.tsx'
import { directionOf } from '#/lib/message/locale.ts'
import { spoken } from '#/lib/message/spoken.ts'
import { mySettings } from '#/server/loaders/my-settings.ts'

export const metadata: Metadata = { title: { default: 'Interline', template: '%s · Interline' } }
export const viewport: Viewport = {
  // what lies at the foot of a phone's page stays above its keyboard
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fefefd' },
    { media: '(prefers-color-scheme: dark)', color: '#161719' },
  ],
}

/** The theme comes from the person's settings, before signing in from a cookie, so the first paint is already right and no script has to run for it. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection() // every page carries a nonce of its own, so none is built ahead
  const theme = readColourScheme((await mySettings()).scheme ?? (await cookies()).get('theme')?.value)
  const { language } = spoken()
  return (
    <html lang={language} dir={directionOf(language)} data-theme={theme}>
      <body>
        <InterfaceLanguage language={language}>
          {children}
          <ToastRegion />
          <UnsavedRegion />
        </InterfaceLanguage>
      </body>
    </html>
  )
}
