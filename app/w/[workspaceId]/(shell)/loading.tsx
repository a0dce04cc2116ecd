import { Skeleton } from '#/components/ui/skeleton.tsx'

export default function Loading() {
  return (
    <main className="page" id="main">
      <Skeleton lines={6} />
    </main>
  )
}
