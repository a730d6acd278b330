/**
 * What runs inside a preview: it puts each new page in the place of the old one
 * without moving what the reader looks at, and tells the editor where on the
 * page somebody reads and clicks.
 */
import { createPatcher } from './patch.ts'
import { elementAt, lineAt, partsOfText } from './sync.ts'

interface Editor {
  readonly postMessage: (message: object) => void
  readonly getState: () => State | undefined
  readonly setState: (state: State) => void
}

interface State {
  /** The file that is shown, so that the preview is found again when the window is loaded anew. */
  readonly uri: string
  readonly top: number
  /** Sizes of the type, one for each step of the zoom. */
  readonly zoom: number
  /** What the form of the page says, where it has one. */
  readonly chosen?: readonly (readonly [string, string])[]
}

type Place = readonly [key: string, line: number, column: number]

type Message =
  | { readonly kind: 'page'; readonly uri: string; readonly html: string; readonly note: string; readonly places: readonly Place[] }
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'zoom'; readonly by: -1 | 0 | 1 }

declare function acquireVsCodeApi(): Editor

const editor = acquireVsCodeApi()
const patcher = createPatcher()
let state: State = editor.getState() ?? { uri: '', top: 0, zoom: 0 }
let places: ReadonlyMap<string, Place> = new Map()
/** Those of them that the text of the page shows, and not the reviewer's part alone; worked out when it is asked for. */
let inText: readonly Place[] | undefined
/** Until then a scroll is one of ours and tells nothing of what the reader wants. */
let quietUntil = 0

function keep(more: Partial<State>): void {
  state = { ...state, ...more }
  editor.setState(state)
}

addEventListener('message', ({ data }: MessageEvent<Message>) => {
  switch (data.kind) {
    case 'page':
      show(data)
      break
    case 'line':
      mark(data.line)
      break
    case 'zoom':
      zoom(data.by === 0 ? 0 : state.zoom + data.by)
      break
    default:
      data satisfies never
  }
})

function show({ uri, html, note, places: known }: Extract<Message, { kind: 'page' }>): void {
  const isFirst = document.querySelector('main') === null
  const anchor = anchored()
  places = new Map(known.map((place) => [place[0], place]))
  inText = undefined
  patcher.show(html)
  say(note)
  keep({ uri })
  if (isFirst) scrollTo(0, state.top)
  else anchor()
}

/** Gives back a function that puts what was at the top of the view where it was. */
function anchored(): () => void {
  const before = elementAt(0)
  const top = before?.getBoundingClientRect().top ?? 0
  return () => {
    if (!before?.isConnected) return
    const moved = before.getBoundingClientRect().top - top
    if (Math.abs(moved) < 1) return
    quietUntil = performance.now() + 150
    scrollBy(0, moved)
  }
}

/** A line above the page, as long as there is something to say of it. */
function say(note: string): void {
  const former = document.getElementById('chancery-note')
  if (note === '') former?.remove()
  if (note === '' || former?.textContent === note) return
  const line = former ?? document.createElement('p')
  line.className = 'chancery-note'
  line.id = 'chancery-note'
  line.setAttribute('role', 'status')
  line.textContent = note
  if (!former) document.body.prepend(line)
}

/** Marks the part of the page that the cursor is in, and brings it into view where it is not. */
function mark(line: number): void {
  inText ??= partsOfText()
    .map((part) => places.get(part.getAttribute('data-at') ?? ''))
    .filter((place) => place !== undefined)
  const key = lineAt(inText, line)
  for (const old of document.querySelectorAll('.here')) old.classList.remove('here')
  const found = key === undefined ? null : document.querySelector(`[data-at="${CSS.escape(key)}"]`)
  if (!found) return
  found.classList.add('here')
  const { top, bottom } = found.getBoundingClientRect()
  if (top >= 0 && bottom <= innerHeight) return
  quietUntil = performance.now() + 300
  found.scrollIntoView({ block: bottom - top > innerHeight ? 'start' : 'center' })
}

addEventListener(
  'scroll',
  () => {
    keep({ top: scrollY })
    if (performance.now() < quietUntil) return
    const key = elementAt(0)?.getAttribute('data-at')
    const place = key === null || key === undefined ? undefined : places.get(key)
    if (place) editor.postMessage({ kind: 'scrolled', line: place[1] })
  },
  { passive: true },
)

addEventListener('dblclick', (event) => {
  const word = getSelection()?.toString().trim() ?? ''
  go(event.target, word)
})

/** Leads to the place in the file at which a part of the page is written. */
function go(target: EventTarget | null, word: string): boolean {
  const key = target instanceof Element ? target.closest('[data-at]')?.getAttribute('data-at') : undefined
  const place = key === null || key === undefined ? undefined : places.get(key)
  if (!place) return false
  editor.postMessage({ kind: 'go', line: place[1], column: place[2], word })
  return true
}

addEventListener(
  'click',
  (event) => {
    if (!(event.target instanceof Element)) return
    if (event.target.closest('form button[name=all]')) choose([])
    const lead = event.target.closest('.lead')
    if (lead && go(lead, '')) event.preventDefault()
    const page = /^([a-z0-9-]+)\.html(?:#.*)?$/.exec(event.target.closest('a[href]')?.getAttribute('href') ?? '')
    if (!page) return
    event.preventDefault()
    event.stopPropagation()
    editor.postMessage({ kind: 'open', id: page[1] })
  },
  true,
)

addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !(event.target instanceof Element) || !event.target.closest('.lead')) return
  if (go(event.target, '')) event.preventDefault()
})

/** A page with a form is made anew for what was chosen in it. */
function choose(chosen: NonNullable<State['chosen']>): void {
  keep({ chosen })
  editor.postMessage({ kind: 'chosen', chosen })
}

addEventListener('change', ({ target }) => {
  const form = target instanceof Element ? target.closest('form') : null
  if (form) choose([...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' && value !== '' ? [[name, value]] : [])))
})

/** Twelve steps from half to three times the size; each is an eighth more. */
function zoom(step: number): void {
  const zoomed = Math.max(-6, Math.min(9, step))
  keep({ zoom: zoomed })
  document.documentElement.style.setProperty('--zoom', String(1.125 ** zoomed))
}

zoom(state.zoom)
editor.postMessage({ kind: 'ready' })
