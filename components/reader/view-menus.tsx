'use client'

import { Icon } from '#/components/ui/icon.tsx'
import type { IconName } from '#/components/ui/icon-drawings.ts'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuChoice } from '#/components/ui/menu-item.tsx'
import { codeWord } from '#/lib/annotation/code-word.ts'
import { t } from '#/lib/message/t.ts'
import { COLOUR_BYS, type ColourBy } from './colouring.ts'
import { useModel, useReader } from './reader-context.ts'
import { MARKING_NAMES, MARKINGS } from './reader-state.ts'

const COLOUR_NAMES: Record<ColourBy, string> = {
  get theme() {
    return t('Theme')
  },
  get actor() {
    return t('Actor')
  },
  get tagger() {
    return t('Tagger')
  },
  get status() {
    return t('Status')
  },
}

/** What the colours of the statements stand for. */
export function ColourMenu() {
  const model = useModel()
  const by = useReader((state) => state.colourBy)
  return (
    <Menu
      label={t('Colour by {by}', { by: codeWord(by) })}
      trigger={<Trigger icon="palette" words={t('Colour by {by}', { by: codeWord(by) })} />}
      align="end"
    >
      {COLOUR_BYS.map((each) => (
        <MenuChoice key={each} checked={each === by} onSelect={() => model.ui.set({ colourBy: each })}>
          {COLOUR_NAMES[each]}
        </MenuChoice>
      ))}
    </Menu>
  )
}

/** How passages are marked in the text. */
export function MarkingMenu() {
  const model = useModel()
  const marking = useReader((state) => state.marking)
  return (
    <Menu
      label={t('Marking: {marking}', { marking: MARKING_NAMES[marking].toLowerCase() })}
      trigger={<Trigger icon="eye" words={t('Marking')} />}
      align="end"
    >
      {MARKINGS.map((each) => (
        <MenuChoice key={each} checked={each === marking} onSelect={() => model.ui.set({ marking: each })}>
          {MARKING_NAMES[each]}
        </MenuChoice>
      ))}
    </Menu>
  )
}

function Trigger({ icon, words }: { icon: IconName; words: string }) {
  return (
    <>
      <Icon name={icon} />
      <span className="hide-medium">{words}</span>
      <Icon name="down" small />
    </>
  )
}
