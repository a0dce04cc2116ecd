import { splitMentions } from '#/lib/talk/mentions.ts'

/** The words of a comment; people it names stand out. Plain text: nothing in it is markup. */
export function CommentText({ text, people }: { text: string; people: readonly { id: string; name: string }[] }) {
  let at = 0
  return (
    <p className="comment__text" dir="auto">
      {splitMentions(text, people).map(({ text: words, person }) => {
        at += words.length
        return person ? (
          <b key={at} className="comment__name">
            {words}
          </b>
        ) : (
          words
        )
      })}
    </p>
  )
}
