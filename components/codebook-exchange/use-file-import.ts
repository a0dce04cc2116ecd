import { useRef, useState } from 'react'
import type { BookSort } from '#/lib/format/codebook/book.ts'
import type { FileRefused } from './send-file.ts'

type Step<Preview> =
  | { at: 'choose'; problem: string | null }
  | { at: 'read'; file: File }
  | { at: 'decide'; file: File; as: BookSort; preview: Preview; busy: boolean; problem: string | null }

/** How a file of one sort is asked about and brought in. */
export interface FileImport<Preview, Done> {
  /** Asks what the file would do. */
  preview: (file: File, as: BookSort) => Promise<Preview | FileRefused>
  /** Does what the preview for this version said. */
  bring: (file: File, as: BookSort, version: number) => Promise<Done | FileRefused>
  onDone: (done: Done) => void
  onClose: () => void
}

/**
 * The way of a file into the codebook or the workspace: chosen, read, decided on. When the codebook changed since the preview, the file is
 * read again and the preview says so.
 */
export function useFileImport<Preview extends { ok: true; version: number }, Done extends { ok: true }>({
  preview,
  bring,
  onDone,
  onClose,
}: FileImport<Preview, Done>) {
  const [step, setStep] = useState<Step<Preview>>({ at: 'choose', problem: null })
  // What is still under way when the dialog is closed or another file chosen says nothing any more.
  const round = useRef(0)

  const read = async (file: File, as: BookSort, problem: string | null = null) => {
    const own = ++round.current
    setStep({ at: 'read', file })
    const answer = await preview(file, as)
    if (own !== round.current) return
    setStep(answer.ok ? { at: 'decide', file, as, preview: answer, busy: false, problem } : { at: 'choose', problem: answer.message })
  }
  const apply = async () => {
    if (step.at !== 'decide' || step.busy) return
    const { file, as } = step
    setStep({ ...step, busy: true, problem: null })
    const done = await bring(file, as, step.preview.version)
    if (done.ok) {
      onClose()
      onDone(done)
    } else if (done.reason === 'changed') await read(file, as, done.message)
    else setStep({ ...step, busy: false, problem: done.message })
  }
  const chooseAgain = () => setStep({ at: 'choose', problem: null })
  const close = () => {
    round.current++
    onClose()
  }
  return { step, read, apply, chooseAgain, close }
}
