import { type FormEvent, useState } from 'react'

/** Sends a form, one time after the other. @param act gets what stands in it; the form is busy until it is done */
export function useFormSubmit(act: (data: FormData, form: HTMLFormElement) => Promise<void>) {
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const form = event.currentTarget
    setBusy(true)
    try {
      await act(new FormData(form), form)
    } finally {
      setBusy(false)
    }
  }
  return { busy, submit }
}
