/** Words that a format may trip over. Where a format cannot hold them, what stands there in their place. */
export interface Hostile {
  readonly name: string
  readonly words: string
  /** On paper, where nothing may move the cursor or turn the direction. */
  readonly shown?: string
  /** In XML 1.0, which has no way to write some signs. */
  readonly xml?: string
  /** In a message of an annotation, which may have lines. */
  readonly github?: string
}

export const hostileWords: readonly Hostile[] = [
  {
    name: 'control characters',
    words: 'a\u0000b\u001b[2Jc\u0085d\u007fe',
    shown: 'a\u2400b\u241b[2Jc\ufffdd\u2421e',
    xml: 'a\u2400b\u241b[2Jc\u0085d\u007fe',
  },
  { name: 'per cent and its codes', words: '100 % of %0A and %25 and %2525' },
  { name: 'commands', words: '::error file=a,line=1::b ::set-output name=c::d ##[error]e' },
  { name: 'the signs of markup', words: `]]> <![CDATA[ & &amp; < > " ' <!-- --> <?x ?>` },
  { name: 'a script', words: '</script><script>alert(1)</script></style></code><img src=x onerror=alert(1)>' },
  { name: 'emoji', words: 'A flag \u{1f1f5}\u{1f1ed} and a family \u{1f469}\u200d\u{1f467}' },
  { name: 'halves of a pair', words: 'one \ud83d and \udc00 two', shown: 'one \ufffd and \ufffd two', xml: 'one \ufffd and \ufffd two' },
  {
    name: 'line breaks',
    words: 'one\ntwo\r\nthree\rfour\u2028five',
    shown: 'one\u240atwo\u240d\u240athree\u240dfour\u2028five',
    github: 'one\ntwo\r\nthree\rfour\u2028five',
  },
  { name: 'a tab', words: 'one\ttwo', shown: 'one\u2409two', github: 'one\u2409two' },
  { name: 'the signs of Markdown', words: '| a \\| `code` ``two`` **b** _i_ ~~s~~ [x](y) ![z](q) <b> $x$ {0} \\' },
  { name: 'a table that ends', words: 'x |\\' },
  { name: 'names and issues', words: 'Ask @octocat, [@staff-talks-2024] and @house/desk about #12 and a@b.example.' },
  {
    name: 'marks of direction',
    words: 'right \u202eleft\u202c and \u200fmark\u2067',
    shown: 'right \ufffdleft\ufffd and \ufffdmark\ufffd',
  },
  { name: 'Arabic', words: 'The word \u0627\u0644\u0633\u0644\u0627\u0645 stands here.' },
  { name: 'what is no character', words: 'a\ufeffb\ufffec\uffffd', shown: 'a\ufffdb\ufffec\uffffd', xml: 'a\ufeffb\ufffdc\ufffdd' },
  { name: 'what YAML and TAP take for theirs', words: '--- # TODO ... \\# - key: "value" \'x\' not ok 1' },
]

/** Paths that a file may have. */
export const hostilePaths: readonly Hostile[] = [
  { name: 'spaces, a number sign and a per cent', words: 'a b/c#d%20e?.brief.yaml' },
  { name: 'letters beyond ASCII', words: '\u00e9t\u00e9/\u{1f1f5}\u{1f1ed}.brief.yaml' },
  { name: 'colons and commas', words: 'x:y,z=1.brief.yaml' },
  { name: 'a command', words: '::set-output name=a::b.brief.yaml' },
  { name: 'quotes and brackets', words: `q"u'o<t>e&].brief.yaml` },
  { name: 'the signs of Markdown', words: 'a|b`c`*d*.brief.yaml' },
  { name: 'a directive of TAP', words: 'a # SKIP b\\c.brief.yaml' },
  { name: 'a folder above', words: '../up/a.brief.yaml' },
  { name: 'a line break', words: 'new\nline.brief.yaml', shown: 'new\u240aline.brief.yaml' },
  { name: 'half of a pair', words: 'half\ud83d.brief.yaml', shown: 'half\ufffd.brief.yaml', xml: 'half\ufffd.brief.yaml' },
]
