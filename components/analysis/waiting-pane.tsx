import { Skeleton } from '#/components/ui/skeleton.tsx'

/** A pane whose figures are still being counted. */
export function WaitingPane({ name, title }: { name: 'network' | 'timeline'; title: string }) {
  return (
    <section className={`pane pane--${name}`} aria-label={title} aria-busy="true">
      <div className="pane__head">
        <h2>{title}</h2>
      </div>
      <Skeleton lines={4} />
    </section>
  )
}
