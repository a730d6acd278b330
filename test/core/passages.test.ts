import { describe, expect, it } from 'vitest'
import { blank, passage } from '../../server/core/model/passages.ts'

interface Case {
  readonly about: string
  readonly text: string
  /** What is left as the writer's own words, with `_` for what is masked. */
  readonly own: string
  readonly sentences?: readonly string[]
}

const cases: readonly Case[] = [
  { about: 'quotations', text: 'The "robust" plan', own: 'The ________ plan' },
  { about: 'an apostrophe is no quotation', text: "It isn't the navies' plan", own: "It isn't the navies' plan" },
  { about: 'citations', text: 'They met [@rimpac-2024].', own: 'They met ______________.' },
  { about: 'code', text: 'Write `regime` here', own: 'Write ________ here' },
  { about: 'web addresses', text: 'See https://example.org/regime now', own: 'See __________________________ now' },
  { about: 'the target of a link, not its words', text: 'the [plan](http://a.org/x) of', own: 'the [plan_________________ of' },
  { about: 'tags of HTML', text: 'a <b>bold</b> step', own: 'a ___bold____ step' },
  { about: 'marks of emphasis', text: 'a **very** firm step', own: 'a __very__ firm step' },
  { about: 'quoted paragraphs', text: '> a rogue\n\nplan', own: '_ _ _____\n\nplan' },
  {
    about: 'blocks part sentences',
    text: '# Talks at sea\nThey met.\n- one thing\n- another\n  thing',
    own: '_ Talks at sea\nThey met.\n_ one thing\n_ another\n  thing',
    sentences: ['_ Talks at sea', 'They met.', '_ one thing', '_ another\n  thing'],
  },
  {
    about: 'rows of a table',
    text: '| a | b |\n|---|---|\n| c | d |',
    own: '_ a _ b _\n_________\n_ c _ d _',
    sentences: ['_ a _ b _', '_________', '_ c _ d _'],
  },
  {
    about: 'abbreviations end no sentence',
    text: 'Gen. Smith met Adm. Lee, cf. Art. 5. They agreed.',
    own: 'Gen. Smith met Adm. Lee, cf. Art. 5. They agreed.',
    sentences: ['Gen. Smith met Adm. Lee, cf. Art. 5.', 'They agreed.'],
  },
  {
    about: 'a line break within a paragraph',
    text: 'They met\nagain. So be it.',
    own: 'They met\nagain. So be it.',
    sentences: ['They met\nagain.', 'So be it.'],
  },
]

describe('the words of a text that are its writer’s own', () => {
  it.each(cases)('$about', ({ text, own, sentences }) => {
    const read = passage([], text)
    const shown = (words: string) => words.replaceAll(blank, '_')
    expect(shown(read.own)).toBe(own)
    expect(read.own).toHaveLength(text.length)
    if (!sentences) return
    expect(read.blocks.flatMap((b) => b.sentences()).map(({ start, end }) => shown(read.own.slice(start, end)))).toEqual(sentences)
  })
})
