'use client'

import { type CSSProperties, memo, type ReactNode } from 'react'
import { segmentColours } from '#/components/reader/segment-colours.ts'
import { LINE_BREAK } from '#/lib/text/block.ts'
import type { ShownBlock, ShownRun } from './shown-block.ts'

/** Blocks that are drawn together: off screen they cost nothing. */
export const SECTION_SIZE = 50

/** Blocks cut into sections of {@link SECTION_SIZE}. */
export function sectionsOf<T>(blocks: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(blocks.length / SECTION_SIZE) }, (_, i) => blocks.slice(i * SECTION_SIZE, (i + 1) * SECTION_SIZE))
}

/** A part of a text of the past, drawn as the reader draws the present. Drawn again only when the list of blocks is another. */
export const TextSection = memo(function TextSection({ blocks }: { blocks: readonly ShownBlock[] }) {
  return (
    <section className="text-section">
      {blocks.map((block) => (
        <Block key={block.key} block={block} />
      ))}
    </section>
  )
})

const Block = memo(function Block({ block: { kind, number, runs, note } }: { block: ShownBlock }) {
  const words = runs.length === 0 ? <br /> : runs.map((run, i) => <Run key={String(i)} run={run} />)
  const content = (
    <>
      {note && <span className="blocknote">{note}</span>}
      {words}
    </>
  )
  if (kind.type === 'quote') return <blockquote dir="auto">{content}</blockquote>
  if (kind.type === 'heading') {
    const Heading = `h${kind.level ?? 1}` as 'h1'
    return <Heading dir="auto">{content}</Heading>
  }
  if (kind.type === 'listItem') {
    return (
      <p dir="auto" data-list={kind.list ?? 'bullet'} data-indent={kind.indent ?? 0} data-number={number || undefined}>
        {content}
      </p>
    )
  }
  return <p dir="auto">{content}</p>
})

function Run({ run: { text, bold, italic, href, change, segment, by } }: { run: ShownRun }) {
  let content: ReactNode = text.replaceAll(LINE_BREAK, '\n')
  if (italic) content = <em>{content}</em>
  if (bold) content = <strong>{content}</strong>
  if (href) {
    content = (
      <a href={href} rel="noopener noreferrer nofollow" target="_blank">
        {content}
      </a>
    )
  }
  if (segment) {
    const { ids, more } = segment
    content = (
      <span
        className={more > 0 ? 'tg is-more' : 'tg'}
        style={segmentColours(segment, null) as CSSProperties}
        data-a={ids.join(' ')}
        data-more={more > 0 ? `+${more}` : undefined}
      >
        {content}
      </span>
    )
  }
  if (change === 'added') return <ins data-by={by}>{content}</ins>
  if (change === 'removed') return <del data-by={by}>{content}</del>
  return content
}
