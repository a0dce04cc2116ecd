'use client'

import { type DragEvent, useRef, useState } from 'react'
import { ACCEPTED_FILES, FILE_KINDS } from '#/components/imports/file-kinds.ts'
import { Button } from '#/components/ui/button.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { t } from '#/lib/message/t.ts'

/** Where the changed file is dropped or chosen. */
export function ChooseEdition({ onFile, problem }: { onFile: (file: File) => void; problem: string | null }) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0]
    if (file) onFile(file)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div className="stack">
      <p>
        {t(
          'Choose the changed file. It is compared with the text first: you see what would change, and which statements keep their words, before anything happens.',
        )}
      </p>
      {problem && (
        <p className="fieldset__error" role="alert">
          {problem}
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: files may be dropped here too; the button is for everybody */}
      <div
        className={over ? 'editiondrop is-over' : 'editiondrop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <Icon name="upload" />
        <b>{t('Drop the file here')}</b>
        <p>{FILE_KINDS}</p>
        <Button data-focus-first onClick={() => input.current?.click()}>
          {t('Choose a file')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept={ACCEPTED_FILES}
          aria-label={t('File of the new edition')}
          onChange={(event) => {
            take(event.target.files)
            event.target.value = '' // so that the same file can be chosen again
          }}
        />
      </div>
    </div>
  )
}
