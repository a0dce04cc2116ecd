'use client'

import { Failure } from '#/components/ui/failure.tsx'

export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <main className="app" id="main">
      <Failure digest={error.digest} retry={retry} />
    </main>
  )
}
