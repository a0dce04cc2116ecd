import type { IconName } from '#/components/ui/icon-drawings.ts'

/** Something the palette can do on the page that is open. */
export interface OfferedCommand {
  id: string
  run: () => void
}

/** Something that can be done with an actor or theme on the page that is open. */
export interface EntryCommand {
  name: string
  /** In grey behind the name. */
  more: string
  icon: IconName
  run: () => void
}

/** What a part of the page offers; asked each time, so that it says what can be done now. */
export interface CommandSource {
  commands: () => readonly OfferedCommand[]
  /** For an entry of the codebook. */
  ofEntry?: (kind: 'actor' | 'theme', id: string) => readonly EntryCommand[]
}

const sources = new Set<CommandSource>()

/** Offers commands to the palette; answers the function that ends it. */
export function offerCommands(source: CommandSource): () => void {
  sources.add(source)
  return () => sources.delete(source)
}

/** What the parts of this page offer now. */
export function offeredCommands(): OfferedCommand[] {
  return [...sources].flatMap((source) => source.commands())
}

/** What they offer for an entry of the codebook. */
export function entryCommands(kind: 'actor' | 'theme', id: string): EntryCommand[] {
  return [...sources].flatMap((source) => source.ofEntry?.(kind, id) ?? [])
}
