import { useEffect } from 'react'
import { offerCommands } from '#/components/keyboard/offered-commands.ts'
import type { Command } from '#/lib/keyboard/command.ts'
import { READER_COMMANDS } from '#/lib/keyboard/reader-commands.ts'
import { t } from '#/lib/message/t.ts'
import { armTag } from './armed-tag.ts'
import { toggleHidden } from './hidden-tags.ts'
import { useModel } from './reader-context.ts'
import type { ReaderModel } from './reader-model.ts'
import type { CodebookItem } from './reader-state.ts'
import { runCommand } from './run-command.ts'

/** Offers to the palette what can be done in the document now, and with an actor or theme of its codebook. */
export function useReaderCommands(): void {
  const model = useModel()
  useEffect(() => offerCommands({ commands: () => commandsNow(model), ofEntry: (kind, id) => commandsFor(model, { kind, id }) }), [model])
}

function commandsNow(model: ReaderModel) {
  const { mode, selection, activeId } = model.ui.get()
  const place = mode === 'edit' ? 'edit' : selection ? 'words' : activeId !== null ? 'statement' : 'caret'
  return READER_COMMANDS.filter(({ at }: Command) => at.includes(place)).map(({ id }) => ({ id, run: () => void runCommand(model, id) }))
}

function commandsFor(model: ReaderModel, item: CodebookItem) {
  const { codebook, focusItem } = model.ui.get()
  const entry = item.kind === 'actor' ? codebook.actor(item.id) : codebook.theme(item.id)
  if (!entry) return []
  const focus = { name: t('Only passages with {name}', { name: entry.name }), more: t('Others lose their marks'), icon: 'filter' as const }
  const arm = { name: t('Arm tag: {name}', { name: entry.name }), more: t('Each selection is tagged until Esc'), icon: 'pin' as const }
  const isHidden = codebook.chosenHidden.has(item.id)
  const hide = {
    name: isHidden ? t('Show {name} again', { name: entry.name }) : t('Hide {name} everywhere', { name: entry.name }),
    more: t('Text, margin, cards'),
    icon: 'eye' as const,
  }
  return [
    ...(model.can('tag') ? [{ ...arm, run: () => armTag(model, item) }] : []),
    { ...focus, run: () => model.ui.set({ focusItem: focusItem?.id === item.id ? null : item }) },
    { ...hide, run: () => toggleHidden(model, item) },
  ]
}
