import { IgnoreMenu } from '#/components/radar/ignore-menu.tsx'
import { ActorKindIcon } from '#/components/ui/actor-kind-icon.tsx'
import { Button } from '#/components/ui/button.tsx'
import type { ListedMention, MentionDocument } from '#/lib/codebook/radar/listed-mention.ts'
import type { Reach } from '#/lib/codebook/radar/rejections.ts'
import { langAttribute } from '#/lib/document/language-name.ts'
import { t } from '#/lib/message/t.ts'
import type { ListActor } from './mentions-screen.tsx'

interface MentionItemProps {
  mention: ListedMention
  document: MentionDocument
  /** Whom it may mean. */
  actors: readonly ListActor[]
  /** Whom it is taken to mean; null: nobody has chosen. */
  actorId: string | null
  isSelected: boolean
  mayTag: boolean
  onSelect: (mention: ListedMention) => void
  onChoose: (mention: ListedMention, actorId: string) => void
  onTag: (mention: ListedMention) => void
  onIgnore: (mention: ListedMention, reach: Reach) => void
}

/** An untagged name with the words around it. */
export function MentionItem(props: MentionItemProps) {
  const { mention, document, actors, actorId, isSelected, mayTag, onSelect, onChoose, onTag, onIgnore } = props
  const { words, before, after } = mention
  return (
    <li className={isSelected ? 'ex mention is-on' : 'ex mention'}>
      {mayTag ? (
        <input
          type="checkbox"
          className="check"
          aria-label={t('Select “{words}”', { words })}
          checked={isSelected}
          onChange={() => onSelect(mention)}
        />
      ) : (
        <span />
      )}
      <p className="ex__t" lang={langAttribute(document.language)} dir={document.direction}>
        <span className="ctx">{before}</span>
        <span className="mention__name">{words}</span>
        <span className="ctx">{after}</span>
      </p>
      <div className="mention__acts">
        {actors.length === 1 && actors[0] ? (
          <Who actor={actors[0]} />
        ) : mayTag ? (
          <span className="field">
            <select
              aria-label={t('Whom “{words}” means', { words })}
              value={actorId ?? ''}
              onChange={(event) => onChoose(mention, event.target.value)}
            >
              <option value="" disabled>
                {t('Which of {actors}?', { actors: actors.length })}
              </option>
              {actors.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </span>
        ) : (
          actors.map((actor) => <Who key={actor.id} actor={actor} />)
        )}
        <span className="grow" />
        {mayTag && (
          <>
            <Button look="quiet" disabled={actorId === null} aria-label={t('Tag “{words}”', { words })} onClick={() => onTag(mention)}>
              {t('Tag')}
            </Button>
            <IgnoreMenu what={`“${words}”`} onIgnore={(reach) => onIgnore(mention, reach)} />
          </>
        )}
      </div>
    </li>
  )
}

function Who({ actor: { name, kind } }: { actor: ListActor }) {
  return (
    <span className="chip">
      <ActorKindIcon kind={kind} />
      <span dir="auto">{name}</span>
    </span>
  )
}
