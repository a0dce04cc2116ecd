import { quoted } from './statement-words.ts'

interface QuoteInContextProps {
  /** What stands around the words; either may be empty. */
  prefix: string
  words: string
  suffix: string
  /** BCP 47, for the quotation marks. */
  language: string
  className?: string
}

/** Without the part of a word, or of the space, that the cut left at its outer end. */
const fromWord = (text: string) => text.replace(/^\S{0,14}\s+(?=\S)/u, '')
const toWord = (text: string) => text.replace(/(?<=\S)\s+\S{0,14}$/u, '')
const oneLine = (text: string) => text.replace(/[\n\u2028]+/g, ' ')

/** Words with a little of what stands around them, paler: "… said that «shelling had stopped» near the …". */
export function QuoteInContext({ prefix, words, suffix, language, className = '' }: QuoteInContextProps) {
  return (
    <p className={`incontext ${className}`} dir="auto">
      {prefix && <span className="incontext__around">… {oneLine(fromWord(prefix))}</span>}
      <b>{quoted(oneLine(words), language)}</b>
      {suffix && <span className="incontext__around">{oneLine(toWord(suffix))} …</span>}
    </p>
  )
}
