import { pagePalettes } from '../../core/index.ts'
import { gravestFirst } from './severity-words.ts'

/**
 * The stylesheet of the report. It has the colours of the pages of Chancery and
 * one for each severity, which is told in a word as well; nothing is fetched.
 */

/** Colours of the severities, on the paper of each palette; a test computes their contrast. */
export const severityPalettes = {
  light: { error: '#a4161a', warning: '#8a4b00', info: '#1a5f7a', hint: '#4e5762', mark: '#ffe9a8' },
  dark: { error: '#ff9c94', warning: '#f2b866', info: '#86cbe8', hint: '#a9b2bd', mark: '#5c4a12' },
  contrast: { error: '#8b0000', warning: '#5c3200', info: '#00405c', hint: '#000000', mark: '#ffe9a8' },
  darkContrast: { error: '#ffb8b2', warning: '#ffd08a', info: '#a8e2ff', hint: '#ffffff', mark: '#4a3a00' },
} as const

type Theme = keyof typeof severityPalettes

function variables(theme: Theme): string {
  return Object.entries({ ...pagePalettes[theme], ...severityPalettes[theme] })
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(' ')
}

const colours = `
:root { color-scheme: light dark; ${variables('light')} }
@media (prefers-color-scheme: dark) { :root { ${variables('dark')} } }
@media (prefers-contrast: more) { :root { ${variables('contrast')} } }
@media (prefers-contrast: more) and (prefers-color-scheme: dark) { :root { ${variables('darkContrast')} } }
@media print { :root { ${variables('contrast')} } }`

/** Choosing a severity hides what is milder, and the files that hold nothing graver. */
const choices = gravestFirst
  .slice(0, -1)
  .map((severity, i) => {
    const milder = gravestFirst.slice(i + 1).map((other) => `.${other}`)
    return `#least-${severity}:checked ~ :is(main, nav) :is(${milder.join(', ')}) { display: none; }`
  })
  .join('\n')

const tones = gravestFirst.map((severity) => `main li.${severity} { --tone: var(--${severity}); }`).join('\n')

const layout = `
* { box-sizing: border-box; }
html { font: 100%/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; padding-block: clamp(1rem, 4vw, 2.5rem); padding-inline: max(clamp(1rem, 4vw, 2.5rem), (100% - 60rem) / 2); background: var(--ground); color: var(--ink); overflow-wrap: anywhere; }
h1 { color: var(--accent); font-size: 1.6rem; line-height: 1.25; margin: 0 0 0.3rem; }
.summary { font-size: 1.05rem; margin: 0 0 1.2rem; }
.quiet { color: var(--quiet); font-size: 0.85rem; }
a { color: var(--link); text-underline-offset: 0.16em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
nav, section { background: var(--paper); border: 1px solid var(--rule); border-radius: 0.4rem; }
nav { padding: 0.8rem 1.2rem; margin-block: 1rem; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li { padding-block: 0.15rem; }
section { margin-block: 1rem; overflow: clip; }
h2 { margin: 0; padding: 0.7rem 1.2rem; font-size: 1rem; color: var(--accent); background: var(--tint); border-block-end: 1px solid var(--rule); break-after: avoid; }
ol { list-style: none; margin: 0; padding: 0; }
ol > li { padding: 0.8rem 1.2rem; border-inline-start: 4px solid var(--tone); break-inside: avoid; }
ol > li + li { border-block-start: 1px solid var(--rule); }
p { margin: 0; }
.head { display: flex; flex-wrap: wrap; gap: 0.1rem 0.8rem; align-items: baseline; }
.severity { color: var(--tone); }
.rule { margin-inline-start: auto; color: var(--quiet); }
.message { max-inline-size: 46rem; margin-block: 0.15rem; }
code, pre { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace; font-size: 0.85rem; }
pre { margin: 0.4rem 0; padding: 0.5rem 0.7rem; background: var(--tint); border-radius: 0.25rem; white-space: pre-wrap; }
mark { background: var(--mark); color: inherit; text-decoration: underline 2px var(--tone); text-underline-offset: 0.2em; }
mark.point { border-inline-start: 2px solid var(--tone); }
.note { margin-block: 0.3rem 0; font-size: 0.9rem; }
ul.note { padding-inline-start: 1.1rem; }
footer { color: var(--quiet); font-size: 0.85rem; }`

const filter = `
input[type=radio] { position: absolute; opacity: 0; }
label { display: inline-block; padding: 0.25rem 0.8rem; margin: 0 0.35rem 0.35rem 0; background: var(--paper); border: 1px solid var(--rule); border-radius: 1rem; font-size: 0.9rem; cursor: pointer; }
input:checked + label { background: var(--accent); border-color: var(--accent); color: var(--paper); }
input:focus-visible + label { outline: 3px solid var(--link); outline-offset: 2px; }`

const print = `
@media print {
  @page { margin: 18mm; }
  html { font-size: 10pt; }
  body { padding: 0; background: none; }
  label, nav { display: none; }
  nav, section { border: 0; border-radius: 0; }
  h2, ol > li { padding-inline: 0.6rem; }
  pre, h2, mark { background: none; }
}
@media (forced-colors: active) {
  input:checked + label { outline: 2px solid; }
}`

export const stylesheet = [colours, layout, tones, filter, choices, print].join('\n')
