import { Kbd } from '#/components/ui/kbd.tsx'
import type { Chord } from '#/lib/keyboard/chord.ts'
import { chordSigns } from '#/lib/keyboard/chord-signs.ts'
import { isApple } from './is-apple.ts'

/** Keys that are pressed together, one drawn beside the other; screen readers hear their names. */
export function ChordKeys({ chord }: { chord: Chord }) {
  return (
    <span className="ks">
      <span className="sr">{chord.replaceAll('+', ' ').replace('Mod', isApple() ? 'Command' : 'Control')}</span>
      {chordSigns(chord, isApple()).map((sign) => (
        <Kbd key={sign}>{sign}</Kbd>
      ))}
    </span>
  )
}
