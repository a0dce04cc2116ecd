'use client'

import { Failure } from '#/components/ui/failure.tsx'

/** The bar stays, so that one can go elsewhere. */
export default function WorkspaceErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <main className="fill" id="main">
      <Failure digest={error.digest} retry={retry} />
    </main>
  )
}
