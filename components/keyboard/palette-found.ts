import { counted } from '#/lib/counted.ts'
import { langAttribute } from '#/lib/document/language-name.ts'
import { t } from '#/lib/message/t.ts'
import type { Found } from '#/lib/search/found.ts'
import { commandsOf, SHOWN } from './palette-commands.ts'
import type { PaletteGroup, PaletteOption, PaletteQuery } from './palette-option.ts'

/** Entries whose own commands are offered. */
const WITH_COMMANDS = 2

/** The groups of the palette for the commands that match and what the server found; without empty ones. */
export function paletteGroups(
  workspaceId: string | null,
  commands: readonly PaletteOption[],
  found: Found | null,
  { only, words }: PaletteQuery,
): PaletteGroup[] {
  const base = `/w/${workspaceId}`
  const entries = (found?.entries ?? []).map(
    ({ kind, id, name, alias, path, hue, glyph, uses }): PaletteOption => ({
      key: id,
      name,
      more: [alias && t('also {alias}', { alias }), path, uses > 0 && counted(uses, 'passage')].filter(Boolean).join(' · '),
      drawing: glyph === null ? { hue: hue ?? 0 } : { glyph },
      does: { path: kind === 'actor' ? `${base}/actors/${id}` : `${base}/themes#${id}` },
    }),
  )
  const documents = (found?.documents ?? []).map(
    ({ id, title, outlet, language }): PaletteOption => ({
      key: id,
      name: title,
      more: outlet,
      lang: langAttribute(language),
      drawing: { icon: 'file' },
      does: { path: `${base}/documents/${id}` },
    }),
  )
  const people = (found?.people ?? []).map(
    ({ id, name }): PaletteOption => ({
      key: id,
      name,
      more: t('What they tagged'),
      drawing: { icon: 'person' },
      does: { path: `${base}/excerpts?tagger=${id}` },
    }),
  )
  const search: PaletteOption = {
    key: 'search words',
    name: t('Search the passages for “{words}”', { words }),
    drawing: { icon: 'search' },
    does: { path: `${base}/excerpts?q=${encodeURIComponent(words)}` },
  }
  const ofEntries = (found?.entries ?? []).slice(0, WITH_COMMANDS).flatMap(({ kind, id }) => commandsOf(kind, id))
  const shown = found && words !== '' ? [...commands.slice(0, SHOWN - ofEntries.length), ...ofEntries] : commands.slice(0, SHOWN)
  return [
    { label: t('Commands'), options: shown },
    { label: t('Themes and actors'), options: entries },
    { label: words === '' ? t('Changed last') : t('Documents'), options: documents },
    { label: t('People'), options: people },
    { label: t('Everywhere in the text'), options: found && only === null && words !== '' ? [search] : [] },
  ].filter(({ options }) => options.length > 0)
}
