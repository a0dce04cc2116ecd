'use client'

import { useState } from 'react'
import { NameVersionDialog } from '#/components/history/name-version-dialog.tsx'
import { Button } from '#/components/ui/button.tsx'
import { t } from '#/lib/message/t.ts'
import { useNameVersion } from './use-name-version.ts'

interface NamePresentVersionProps {
  workspaceId: string
  version: number
  /** The name it has. */
  name: string | undefined
}

/** Names the codebook as it is now. */
export function NamePresentVersion({ workspaceId, version, name }: NamePresentVersionProps) {
  const [naming, setNaming] = useState(false)
  const save = useNameVersion(workspaceId, version)
  const about = t('Exports say which version of the codebook they were made with.')
  return (
    <>
      <Button icon="tag" onClick={() => setNaming(true)}>
        {name ? t('Rename this version') : t('Name this version')}
      </Button>
      {naming && (
        <NameVersionDialog
          title={t('Name version {version}', { version })}
          about={about}
          name={name}
          save={save}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  )
}
