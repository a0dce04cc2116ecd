'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { NameVersionDialog } from '#/components/history/name-version-dialog.tsx'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { t } from '#/lib/message/t.ts'
import { nameCodebookVersion } from '#/server/actions/codebook-history.ts'

interface NamePresentVersionProps {
  workspaceId: string
  version: number
  /** The name it has. */
  name: string | undefined
}

/** Names the codebook as it is now. */
export function NamePresentVersion({ workspaceId, version, name }: NamePresentVersionProps) {
  const router = useRouter()
  const [naming, setNaming] = useState(false)
  const save = async (typed: string) => {
    const result = await attempt(nameCodebookVersion(workspaceId, version, typed))
    if (result.ok) router.refresh()
    return result.ok ? null : result.reason
  }
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
