import './entry.css'
import type { ReactNode } from 'react'
import { ActorChip } from '#/components/ui/actor-chip.tsx'
import { Mark } from '#/components/ui/mark.tsx'
import { ThemeChip } from '#/components/ui/theme-chip.tsx'
import { t } from '#/lib/message/t.ts'

/** The frame of the pages before a workspace is open. */
export function EntryPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="entry" id="main">
      <section className="entry__form">
        <div className="entry__col">
          <span className="mark">
            <Mark />
            {t('Interline')}
          </span>
          <h1>{title}</h1>
          {children}
        </div>
      </section>
      <Art />
    </main>
  )
}

/** A sentence tagged the way the product tags: it shows, without a word of explanation, what the work is. */
function Art() {
  return (
    <aside className="entry__art hide-small" aria-hidden="true">
      <p className="entry__text">
        {t('Analysts argue about sentences. So the work starts there:')}{' '}
        <span className="entry__tag" data-h={1}>
          {t('one passage,')}
        </span>{' '}
        {t('who said it, to whom, and')}{' '}
        <span className="entry__tag" data-h={3}>
          {t('what they were')}{' '}
        </span>
        <span className="entry__tag entry__tag--second" data-h={4}>
          {t('for or against.')}
        </span>
      </p>
      <div className="entry__chips">
        <ActorChip name="CENTCOM" actorRole="source" large />
        <ActorChip name="Russian MoD" actorRole="recipient" large />
        <ThemeChip name="Deconfliction hotline" hue={1} stance="supports" large />
        <ThemeChip name="Civilian harm" hue={3} stance="opposes" large />
        <ThemeChip name="UNSC resolution 2254" hue={4} stance="neutral" large />
      </div>
    </aside>
  )
}
