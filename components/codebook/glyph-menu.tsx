'use client'

import { GlyphIcon } from '#/components/ui/actor-kind-icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuChoice } from '#/components/ui/menu-item.tsx'
import { GLYPHS, type Glyph, SHIPPED_KINDS } from '#/lib/codebook/actor-kinds.ts'

/** Glyphs are called as the kinds that come with them. */
const nameOf = (glyph: Glyph) => SHIPPED_KINDS.find((kind) => kind.glyph === glyph)?.name ?? glyph

/** One of the shapes an actor can be drawn with. */
export function GlyphMenu({ label, value, onChange }: { label: string; value: Glyph; onChange: (glyph: Glyph) => void }) {
  return (
    <Menu label={`${label}: ${nameOf(value)}`} triggerClassName="ibtn glyphbtn" trigger={<GlyphIcon glyph={value} />}>
      {GLYPHS.map((glyph) => (
        <MenuChoice key={glyph} checked={glyph === value} onSelect={() => onChange(glyph)}>
          <span className="row">
            <GlyphIcon glyph={glyph} />
            {nameOf(glyph)}
          </span>
        </MenuChoice>
      ))}
    </Menu>
  )
}
