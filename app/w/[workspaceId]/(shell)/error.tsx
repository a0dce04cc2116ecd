'use client'

import { Failure } from '#/components/ui/failure.tsx'

/** The bar stays, so that one can go elsewhere. */
export default function WorkspaceErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return <Failure digest={error.digest} retry={retry} />
}
