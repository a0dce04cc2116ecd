import { chooseScheme } from '#/components/ui/colour-scheme.ts'
import { PLACES, placePath } from '#/components/workspace/places.ts'
import { findCommand } from '#/lib/keyboard/commands.ts'
import type { Keymap } from '#/lib/keyboard/keymap.ts'
import { t } from '#/lib/message/t.ts'
import { rankTitles } from '#/lib/search/rank-titles.ts'
import { entryCommands, offeredCommands } from './offered-commands.ts'
import { openKeyboard } from './open-keyboard.ts'
import type { PaletteOption } from './palette-option.ts'

/** Rows a group shows. */
export const SHOWN = 8

const WITHIN: readonly { name: string; segment: string }[] = [
  {
    get name() {
      return t('Untagged names')
    },
    segment: 'mentions',
  },
  {
    get name() {
      return t('Proposals')
    },
    segment: 'proposals',
  },
  {
    get name() {
      return t('Inbox')
    },
    segment: 'comments',
  },
  {
    get name() {
      return t('History of the codebook')
    },
    segment: 'codebook',
  },
  {
    get name() {
      return t('Bin')
    },
    segment: 'bin',
  },
  {
    get name() {
      return t('Audit log')
    },
    segment: 'audit',
  },
]

/** The commands that match: what the page that is open can do, then where one can go, then what is the same everywhere. */
export function paletteCommands(workspaceId: string | null, keymap: Keymap, words: string): PaletteOption[] {
  const here = offeredCommands().flatMap(({ id, run }): PaletteOption[] => {
    const command = findCommand(id)
    if (!command || command.notInPalette) return []
    return [
      {
        key: `do ${id}`,
        name: t(command.name),
        more: t(command.section),
        drawing: { icon: 'right' },
        keys: keymap.keysOf(id),
        does: { run },
      },
    ]
  })
  const all = [...here, ...(workspaceId ? places(workspaceId) : []), ...general(keymap)]
  return rankTitles(all, words, ({ name, more = '' }) => [name, more], words === '' ? SHOWN : SHOWN * 2)
}

/** What can be done with an actor or theme on the page that is open. */
export function commandsOf(kind: 'actor' | 'theme', id: string): PaletteOption[] {
  return entryCommands(kind, id).map(({ name, more, icon, run }) => ({
    key: `${name} ${id}`,
    name,
    more,
    drawing: { icon },
    does: { run },
  }))
}

function places(workspaceId: string): PaletteOption[] {
  const known = PLACES.map((place) => ({ name: place.label, path: placePath(workspaceId, place) }))
  const within = WITHIN.map(({ name, segment }) => ({ name, path: `/w/${workspaceId}/${segment}` }))
  return [...known, ...within].map(({ name, path }) => ({
    key: `go ${path}`,
    name: t('Go to {name}', { name }),
    drawing: { icon: 'right' },
    does: { path },
  }))
}

function general(keymap: Keymap): PaletteOption[] {
  const schemes = [
    ['light', t('Light'), 'sun'],
    ['dark', t('Dark'), 'moon'],
    ['system', t('As the system'), 'contrast'],
  ] as const
  return [
    {
      key: 'sheet',
      name: t('Keyboard shortcuts'),
      drawing: { icon: 'keyboard' },
      keys: keymap.keysOf('keys'),
      does: { run: () => openKeyboard('sheet') },
    },
    { key: 'own keys', name: t('Change keys'), drawing: { icon: 'keyboard' }, does: { path: '/account/keys' } },
    ...schemes.map(
      ([scheme, name, icon]): PaletteOption => ({
        key: `scheme ${scheme}`,
        name: t('Colours: {scheme}', { scheme: name.toLowerCase() }),
        drawing: { icon },
        does: { run: () => chooseScheme(scheme) },
      }),
    ),
    { key: 'account', name: t('Your account'), drawing: { icon: 'person' }, does: { path: '/account' } },
    { key: 'workspaces', name: t('Other workspaces'), drawing: { icon: 'group' }, does: { path: '/workspaces' } },
  ]
}
