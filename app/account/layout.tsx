import type { ReactNode } from 'react'
import { SettingsProvider } from '#/components/account/settings-context.tsx'
import { Keyboard } from '#/components/keyboard/keyboard.tsx'
import { mySettings } from '#/server/loaders/my-settings.ts'

/** Pages of a person, whatever workspace they are in. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  return (
    <SettingsProvider settings={await mySettings()}>
      <Keyboard workspaceId={null} />
      {children}
    </SettingsProvider>
  )
}
