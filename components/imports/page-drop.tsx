'use client'

import { useEffect, useState } from 'react'
import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'
import { addFiles } from './add-files.ts'
import { droppedFiles } from './dropped-files.ts'

/** The whole page takes dropped files and folders; one frame shows it while something is over the page. */
export function PageDrop({ workspaceId }: { workspaceId: string }) {
  const [over, setOver] = useState(false)

  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const onDragOver = (event: DragEvent) => {
      if (!carriesFiles(event) || document.querySelector('dialog[open]')) return
      event.preventDefault()
      setOver(true)
    }
    const onDragLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const onDrop = async (event: DragEvent) => {
      if (!carriesFiles(event) || !event.dataTransfer) return
      event.preventDefault()
      setOver(false)
      const files = await droppedFiles(event.dataTransfer).catch(() => [])
      if (files.length > 0) addFiles(workspaceId, files)
      else showToast(t('Nothing in what was dropped could be read'))
    }
    addEventListener('dragover', onDragOver)
    addEventListener('dragleave', onDragLeave)
    addEventListener('drop', onDrop)
    return () => {
      removeEventListener('dragover', onDragOver)
      removeEventListener('dragleave', onDragLeave)
      removeEventListener('drop', onDrop)
    }
  }, [workspaceId])

  return (
    <div className="pagedrop" hidden={!over} aria-hidden="true">
      {t('Drop to import')}
    </div>
  )
}
