/**
 * The one stylesheet of all pages. Fonts are those of the reader's system and
 * nothing is fetched. Nothing moves, so there is no motion to reduce; every
 * length that text depends on is relative, so a page holds at any zoom.
 */

/** Colours by what they are for; a test computes their contrast. */
export const palettes = {
  light: {
    ground: '#eceff2',
    paper: '#ffffff',
    ink: '#1b1f24',
    quiet: '#4e5762',
    rule: '#c5ccd4',
    accent: '#17365d',
    link: '#174a8b',
    tint: '#f1f4f8',
    one: '#1f5fa8',
    two: '#b04a00',
    three: '#00735a',
    four: '#8a3c7b',
    five: '#776500',
    six: '#566472',
  },
  dark: {
    ground: '#0f1216',
    paper: '#171b21',
    ink: '#e7e5e0',
    quiet: '#a9b2bd',
    rule: '#3d4651',
    accent: '#b9d0ef',
    link: '#9cc4f7',
    tint: '#202833',
    one: '#8fbcf2',
    two: '#f0a067',
    three: '#5fcfae',
    four: '#d79bcb',
    five: '#d8c35a',
    six: '#aab6c2',
  },
  contrast: {
    ground: '#ffffff',
    paper: '#ffffff',
    ink: '#000000',
    quiet: '#000000',
    rule: '#000000',
    accent: '#000000',
    link: '#00307a',
    tint: '#ffffff',
    one: '#00307a',
    two: '#6b2a00',
    three: '#00473a',
    four: '#571a4d',
    five: '#4a3f00',
    six: '#2b333b',
  },
  darkContrast: {
    ground: '#000000',
    paper: '#000000',
    ink: '#ffffff',
    quiet: '#ffffff',
    rule: '#ffffff',
    accent: '#ffffff',
    link: '#bfdcff',
    tint: '#000000',
    one: '#bfdcff',
    two: '#ffc9a3',
    three: '#a6f2d9',
    four: '#f3c8ea',
    five: '#f5e79e',
    six: '#dfe6ec',
  },
} as const

/** A colour of a picture where its ground is white paper. */
export function paintOnPaper(paint: keyof (typeof palettes)['light']): string {
  return palettes.light[paint]
}

/** The labels of the Traffic Light Protocol 2.0 and the colours that it prescribes for them, on black. */
export const markings = {
  clear: { label: 'TLP:CLEAR', colour: '#FFFFFF' },
  green: { label: 'TLP:GREEN', colour: '#33FF00' },
  amber: { label: 'TLP:AMBER', colour: '#FFC000' },
  'amber-strict': { label: 'TLP:AMBER+STRICT', colour: '#FFC000' },
  red: { label: 'TLP:RED', colour: '#FF2B2B' },
} as const

type Palette = Readonly<Record<keyof (typeof palettes)['light'], string>>

function variables(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(' ')
}

const colours = `
:root { color-scheme: light dark; ${variables(palettes.light)} }
@media (prefers-color-scheme: dark) { :root { ${variables(palettes.dark)} } }
@media (prefers-contrast: more) { :root { ${variables(palettes.contrast)} } }
@media (prefers-contrast: more) and (prefers-color-scheme: dark) { :root { ${variables(palettes.darkContrast)} } }
${Object.entries(markings)
  .map(([name, { colour }]) => `.marking.${name} { color: ${colour}; }`)
  .join('\n')}`

/** On paper each page bears the label, for pages part from one another. */
const markedPages = Object.entries(markings)
  .map(
    ([name, { label }]) =>
      `@page tlp-${name} { @top-center { content: "${label}"; font: bold 9pt sans-serif; } }\n@media print { .marked-${name} { page: tlp-${name}; } }`,
  )
  .join('\n')

const text = `
:root {
  --serif: "Iowan Old Style", Charter, "Bitstream Charter", "Sitka Text", Cambria, "Liberation Serif", Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "Helvetica Neue", Arial, sans-serif;
}
* { box-sizing: border-box; }
html { font-size: 106.25%; line-height: 1.55; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font-family: var(--serif); overflow-wrap: anywhere; hyphens: manual; }
header, nav, main, aside, footer { max-inline-size: 50rem; margin-inline: auto; padding-inline: clamp(1rem, 5vw, 4rem); background: var(--paper); }
header { padding-block-end: 1.4rem; }
nav { padding-block-end: 0.4rem; }
main { padding-block: 0.1rem 1rem; }
main:focus { outline: none; }
footer { padding-block: 1rem 0; }
p, ul, ol, dl, pre, blockquote, table { margin-block: 0 0.8rem; }
h1, h2, h3, h4, h5, h6 { color: var(--accent); line-height: 1.25; text-wrap: balance; break-after: avoid; }
h1 { font-size: clamp(1.55rem, 1.1rem + 2.2vw, 2.1rem); font-weight: 600; margin-block: 0.35rem 1.4rem; }
h2 { font-size: 1.3rem; font-weight: 600; margin-block: 2.2rem 0.7rem; }
h3 { font-size: 1.08rem; margin-block: 1.5rem 0.4rem; }
h4, h5, h6 { font-size: 1rem; margin-block: 1.2rem 0.3rem; }
/* What stands in a line of labels keeps to the side of the page, whatever direction its own words have. */
:root[dir=ltr] :is(h1, h2, h3, h4, h5, h6, dt, th, caption, dd p, td p, th p) { text-align: left; }
:root[dir=rtl] :is(h1, h2, h3, h4, h5, h6, dt, th, caption, dd p, td p, th p) { text-align: right; }
a { color: var(--link); text-decoration: underline; text-decoration-thickness: 0.06em; text-underline-offset: 0.16em; }
a:hover { text-decoration-thickness: 0.14em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
:target { background: var(--tint); }
li { margin-block-end: 0.4rem; }
:is(li, dd, td) li:last-child { margin-block-end: 0; }
li > :last-child, dd > :last-child, td > :last-child, th > :last-child, blockquote > :last-child { margin-block-end: 0; }
ul, ol { padding-inline-start: 1.5rem; }
li::marker { color: var(--quiet); }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--rule); }
pre { white-space: pre-wrap; padding: 0.7rem 0.9rem; background: var(--tint); }
code, pre { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace; font-size: 0.88em; }
hr { border: 0; border-block-start: 1px solid var(--rule); margin-block: 1.5rem; }
sup { font-family: var(--sans); font-size: 0.66em; line-height: 0; vertical-align: 0.5em; white-space: nowrap; }
sup a { text-decoration: none; }
sup a:hover, sup a:focus { text-decoration: underline; }
.quiet { color: var(--quiet); font-family: var(--sans); font-size: 0.85rem; }
.id { color: var(--quiet); font-family: var(--sans); font-size: 0.72em; letter-spacing: 0.01em; font-weight: 400; }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; inset-block-start: 0; inset-inline-start: 0; padding: 0.5rem 1rem; background: var(--paper); transform: translateY(-120%); }
.skip:focus { transform: none; z-index: 1; }`

const parts = `
.marking { max-inline-size: none; margin: 0; margin-inline: calc(-1 * clamp(1rem, 5vw, 4rem)); padding: 0.45rem clamp(1rem, 5vw, 4rem); background: #000; color: #fff; border: 1px solid #000;
  font-family: var(--sans); font-size: 0.8rem; line-height: 1.4; display: flex; flex-wrap: wrap; gap: 0.1rem 1.2rem; align-items: baseline; }
.marking strong { letter-spacing: 0.04em; }
.marking span { color: #fff; }
.home { margin-block: 0.8rem 0; font-family: var(--sans); font-size: 0.85rem; }
.sort { margin-block: 2.2rem 0; color: var(--quiet); font-family: var(--sans); font-size: 0.85rem; letter-spacing: 0.02em; }
.sort bdi + bdi { font-weight: 600; }
dl > div { display: grid; grid-template-columns: minmax(6rem, 10rem) minmax(0, 1fr); column-gap: 1.2rem; align-items: baseline; padding-block: 0.22rem; break-inside: avoid; }
dt { color: var(--quiet); font-family: var(--sans); font-size: 0.82rem; line-height: 1.4; }
dd { margin: 0; }
dd p, dd ul, dd ol { margin-block-end: 0.25rem; }
dd ul { padding-inline-start: 1.1rem; }
dd dl { margin-block-end: 0.25rem; }
dd dl > div { display: block; padding: 0; }
dd dl dt, dd dl dd, dd dl dd > p { display: inline; }
dd dl dt::after { content: ": "; }
header > dl { border-block: 2px solid var(--accent); margin: 0; padding-block: 0.5rem; font-size: 0.97rem; }
header > dl + p { margin-block-start: 0.6rem; }
header > dl > div { grid-template-columns: minmax(4rem, 8rem) minmax(0, 1fr); }
nav { font-family: var(--sans); font-size: 0.84rem; }
nav h2 { font-size: inherit; font-family: var(--sans); color: var(--quiet); font-weight: 600; margin-block: 0 0.4rem; }
nav ol { columns: 11rem; column-gap: 1.5rem; margin: 0; padding-inline-start: 1.5rem; }
nav li { margin-block-end: 0.15rem; break-inside: avoid; }
nav a { text-decoration-color: var(--rule); }
.key { margin-block: 1.6rem 0; padding: 1.1rem 1.4rem 1.2rem; background: var(--tint); border-inline-start: 5px solid var(--accent); }
.key h2 { margin-block: 0 0.4rem; font-size: 0.9rem; font-family: var(--sans); letter-spacing: 0.02em; }
.key p { font-size: 1.14rem; line-height: 1.5; margin-block-end: 0.4rem; }
main li:has(> dl) { margin-block-end: 1.2rem; }
main li > p:first-child { margin-block-end: 0.3rem; }
main li > dl { margin-block: 0.3rem 0; padding-inline-start: 0.9rem; border-inline-start: 2px solid var(--rule); font-size: 0.95rem; }
.table { overflow-x: auto; }
table { inline-size: 100%; border-collapse: collapse; font-size: 0.9rem; line-height: 1.45; }
caption { color: var(--quiet); font-family: var(--sans); font-size: 0.85rem; padding-block-end: 0.4rem; }
td { text-align: start; }
th, td { vertical-align: top; padding: 0.5rem 0.7rem 0.55rem 0; border-block-end: 1px solid var(--rule); overflow-wrap: break-word; }
thead th, thead td { vertical-align: bottom; border-block-end: 2px solid var(--accent); font-family: var(--sans); font-size: 0.83rem; line-height: 1.35; }
tbody th { font-weight: 400; }
td ul { padding-inline-start: 1rem; }
td p, th p { margin-block-end: 0.3rem; }
td li { margin-block-end: 0.15rem; }
thead .id { display: block; }
body.engagement main h2 { font-size: 1.12rem; margin-block: 0 0.5rem; }
body.engagement main > section { margin-block-start: 1.3rem; padding-block-start: 0.9rem; border-block-start: 1px solid var(--rule); }
body.engagement main > section:first-child { border-block-start: 0; }
body.engagement tbody tr:last-child, body.engagement tbody tr:last-child > * { border-block-end: 0; }
figure { margin: 1.2rem 0; }
figcaption { color: var(--quiet); font-family: var(--sans); font-size: 0.85rem; margin-block-end: 0.4rem; }
.picture { overflow-x: auto; font-family: var(--sans); }
.picture svg { display: block; max-inline-size: 100%; block-size: auto; }
figure details { font-size: 0.9rem; margin-block-start: 0.4rem; }
summary { color: var(--quiet); font-family: var(--sans); font-size: 0.85rem; }
.notes { font-size: 0.92rem; }
.notes p { margin-block-end: 0.15rem; }
.back { font-family: var(--sans); font-size: 0.8rem; white-space: nowrap; }
.filters { display: flex; flex-wrap: wrap; gap: 0.7rem 1.2rem; align-items: end; padding-block: 0.8rem 1rem; border-block: 2px solid var(--accent); font-family: var(--sans); font-size: 0.85rem; }
.filters label { display: block; color: var(--quiet); }
.filters :is(select, button) { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--quiet); border-radius: 3px; padding: 0.3rem 0.5rem; max-inline-size: 15rem; min-block-size: 2rem; }
.filters .chosen { display: flex; gap: 0.4rem; align-items: center; padding-block: 0.15rem; color: var(--ink); }
.filters .chosen input { accent-color: var(--accent); margin: 0; inline-size: 1rem; block-size: 1rem; }
.years { display: flex; gap: 0.8rem; }
#groups details { margin-block-end: 0.6rem; }
#groups summary { font-size: 0.95rem; color: var(--ink); padding-block: 0.2rem; }
#groups dd ul { columns: 2; column-gap: 1.5rem; }
.count { margin-block: 0.9rem 0; font-family: var(--sans); font-size: 0.9rem; }
body.index header { padding-block: 1.8rem 0.1rem; }
.pages { list-style: none; padding: 0; }
.pages li { padding-block: 0.6rem; border-block-end: 1px solid var(--rule); }
.pages p { margin: 0; }`

/** Where there is no room for columns, each row of a table is a block, and each cell says what it is. */
function stacked(table: string): string {
  return `
  ${table}, ${table} :is(caption, tbody, tr, th, td) { display: block; inline-size: auto; }
  ${table} thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  ${table} tr { padding-block: 0.6rem; border-block-end: 1px solid var(--rule); }
  ${table} tbody :is(th, td) { border: 0; padding: 0.1rem 0; overflow-wrap: anywhere; }
  ${table} tbody th { font-weight: 600; }
  ${table} td:empty { display: none; }
  ${table} td::before { content: attr(data-label) ": "; color: var(--quiet); font-family: var(--sans); font-size: 0.8rem; }
  ${table} td > p:first-of-type { display: inline; }`
}

const narrow = `
@media screen and (max-width: 40rem) {
  dl > div { grid-template-columns: minmax(0, 1fr); }
  header > dl > div { grid-template-columns: 5.2rem minmax(0, 1fr); column-gap: 0.8rem; }
${stacked('table')}
}
@media screen and (max-width: 60rem) {
${stacked('.broad')}
}`

const print = `
@page { size: A4; margin: 20mm 20mm 18mm; @bottom-center { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
@media print {
  :root { ${variables(palettes.contrast)} --tint: #fff; --rule: #888; }
  html { font-size: 10.5pt; line-height: 1.4; }
  nav, .skip, .back { display: none; }
  header, main, footer { max-inline-size: none; padding-inline: 0; background: none; }
  p { orphans: 3; widows: 3; }
  .marking { margin-inline: 0; padding-inline: 0.6rem; background: none; color: #000; border: 1.5pt solid #000; }
  .marking span, .marking strong { color: #000; }
  .key { border: 1pt solid #000; border-inline-start-width: 4pt; break-inside: avoid; }
  li, tr, dl > div, .table { break-inside: avoid; }
  thead { display: table-header-group; }
  a { color: inherit; text-decoration-color: #888; }
  a[href^="http"]:not(.spelled)::after { content: " (" attr(href) ")"; font-size: 0.85em; }
}
@media (forced-colors: active) {
  .marking, .marking :is(strong, span) { forced-color-adjust: none; background: #000; color: #fff; }
  .marking { border: 2px solid #fff; }
  .key { border: 2px solid; }
}`

export const stylesheet = [colours, text, parts, narrow, print, markedPages].join('\n')
