import { Menu } from '#/components/ui/menu.tsx'
import { MenuChoice } from '#/components/ui/menu-item.tsx'
import { t } from '#/lib/message/t.ts'
import type { Joint } from '#/lib/query/edit-query.ts'

const WORDS: Record<Joint, string> = {
  get and() {
    return t('and')
  },
  get or() {
    return t('or')
  },
  get 'and-not'() {
    return t('and not')
  },
  get 'same-sentence'() {
    return t('in the same sentence as')
  },
  get 'same-paragraph'() {
    return t('in the same paragraph as')
  },
  get 'same-document'() {
    return t('in the same document as')
  },
  get overlapping() {
    return t('overlapping')
  },
  get 'followed-by'() {
    return t('followed by')
  },
}
const JOINTS = Object.keys(WORDS) as Joint[]

/** The word between two parts of a query, and the others it could be. */
export function JointMenu({ joint, onChoose }: { joint: Joint; onChoose: (joint: Joint) => void }) {
  return (
    <Menu triggerClassName="op op--btn" label={t('Joined by {word}, change', { word: WORDS[joint] })} trigger={WORDS[joint]}>
      {JOINTS.map((choice) => (
        <MenuChoice key={choice} checked={choice === joint} onSelect={() => onChoose(choice)}>
          {WORDS[choice]}
        </MenuChoice>
      ))}
    </Menu>
  )
}
