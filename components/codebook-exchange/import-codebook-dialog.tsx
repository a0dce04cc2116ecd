'use client'

import { showToast } from '#/components/ui/toast-store.ts'
import type { CodebookImported, ImportPreview } from '#/lib/codebook/import/import-preview.ts'
import type { BookSort } from '#/lib/format/codebook/book.ts'
import { t } from '#/lib/message/t.ts'
import { FileImportDialog } from './file-import-dialog.tsx'
import { importCodebook, previewCodebook } from './send-codebook.ts'
import { takeBackImport } from './take-back-import.ts'

const ACCEPTED = '.qdc,.xml,.csv,.tsv,.txt,.xlsx,.json'

interface ImportCodebookDialogProps {
  workspaceId: string
  noun: BookSort
  onClose: () => void
}

/** A codebook from a file: choosing it, what it would do, and doing it. */
export function ImportCodebookDialog({ workspaceId, noun, onClose }: ImportCodebookDialogProps) {
  return (
    <FileImportDialog
      title={t('Import a codebook')}
      file={{
        lead: t('You see what the file would add and change before anything happens. Nothing is deleted.'),
        label: t('Codebook file'),
        kinds: t('QDC from NVivo, ATLAS.ti, MAXQDA and others, a table as XLSX or CSV, or JSON from Interline'),
        accept: ACCEPTED,
      }}
      noun={noun}
      preview={(file, as) => previewCodebook(workspaceId, file, as)}
      bring={(file, as, version) => importCodebook(workspaceId, file, as, version)}
      onDone={(done) => sayDone(workspaceId, done)}
      onClose={onClose}
      changesNothing={isNothing}
    />
  )
}

function isNothing({ added, changed }: ImportPreview): boolean {
  return added.actors + added.themes + added.kinds + changed.actors + changed.themes === 0
}

function sayDone(workspaceId: string, { version, added, changed }: CodebookImported): void {
  const words = [added > 0 && t('{added} added', { added }), changed > 0 && t('{changed} changed', { changed })].filter(Boolean)
  if (version === null) showToast(t('The codebook has all of it already'))
  else
    showToast(t('Codebook imported: {words}', { words: words.join(', ') }), {
      label: t('Undo'),
      run: () => void takeBackImport(workspaceId, version, t('The import')),
    })
}
