import { type DragEvent, useRef, useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { t } from '#/lib/message/t.ts'

const ACCEPTED = '.qdc,.xml,.csv,.tsv,.txt,.xlsx,.json'

/** Where the file is dropped or chosen. */
export function ChooseCodebook({ onFile, problem }: { onFile: (file: File) => void; problem: string | null }) {
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
      <p>{t('You see what the file would add and change before anything happens. Nothing is deleted.')}</p>
      {problem && (
        <p className="fieldset__error" role="alert">
          {problem}
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: files may be dropped here too; the button is for everybody */}
      <div
        className={over ? 'bookdrop is-over' : 'bookdrop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <Icon name="upload" />
        <b>{t('Drop the file here')}</b>
        <p>{t('QDC from NVivo, ATLAS.ti, MAXQDA and others, a table as XLSX or CSV, or JSON from Interline')}</p>
        <Button data-focus-first onClick={() => input.current?.click()}>
          {t('Choose a file')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept={ACCEPTED}
          aria-label={t('Codebook file')}
          onChange={(event) => {
            take(event.target.files)
            event.target.value = '' // so that the same file can be chosen again
          }}
        />
      </div>
    </div>
  )
}
