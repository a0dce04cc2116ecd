'use client'

import { type DragEvent, useRef, useState } from 'react'
import './choose-file.css'
import { t } from '#/lib/message/t.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

interface ChooseFileProps {
  /** What becomes of the file. */
  lead: string
  /** Name of the field. */
  label: string
  /** Which kinds of files, in words, and as the browser's dialog wants them. */
  kinds: string
  accept: string
  /** Why the last one was not taken. */
  problem: string | null
  onFile: (file: File) => void
}

/** Where one file is dropped or chosen. */
export function ChooseFile({ lead, label, kinds, accept, problem, onFile }: ChooseFileProps) {
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
      <p>{lead}</p>
      {problem && (
        <p className="fieldset__error" role="alert">
          {problem}
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: files may be dropped here too; the button is for everybody */}
      <div
        className={over ? 'choosefile is-over' : 'choosefile'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <Icon name="upload" />
        <b>{t('Drop the file here')}</b>
        <p>{kinds}</p>
        <Button data-focus-first onClick={() => input.current?.click()}>
          {t('Choose a file')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept={accept}
          aria-label={label}
          onChange={(event) => {
            take(event.target.files)
            event.target.value = '' // so that the same file can be chosen again
          }}
        />
      </div>
    </div>
  )
}
