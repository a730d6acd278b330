import morphdom from 'morphdom'

/** Puts one page after another into the frame, changing only what is different. */
export interface Patcher {
  readonly show: (html: string) => void
}

/** The large parts of a page begin on lines of their own, see `server/core/preview/html.ts`. */
const parts = /\n(?=<(?:header|nav|main|section|\/main|aside|footer)\b)/

export function createPatcher(): Patcher {
  let shown: readonly string[] = []
  return {
    show: (html) => {
      const now = html.split(parts)
      const before = shown
      shown = now
      const changed = now.filter((part, i) => part !== before[i])
      const isAlike = now.length === before.length && now.every((part, i) => nameOf(part) === nameOf(before[i] ?? ''))
      if (!isAlike || !changed.every(patchPart)) patchAll(html)
    },
  }
}

/** The tag with which a part begins, and its id: a section of another id is another section. */
function nameOf(part: string): string {
  return /^<[^>\s]+(?: id="[^"]*")?/.exec(part)?.[0] ?? ''
}

/** Whether a part that changed could be patched by itself. */
function patchPart(part: string): boolean {
  const [, tag = '', id] = /^<(header|nav|section|aside|footer)\b(?: id="([^"]*)")?/.exec(part) ?? []
  const from = id === undefined ? document.querySelector(`body > ${tag || 'none'}`) : document.getElementById(id)
  const to = new DOMParser().parseFromString(part, 'text/html').body.firstElementChild
  if (!from || !to) return false
  morphdom(from, to, changes)
  return true
}

function patchAll(html: string): void {
  const next = new DOMParser().parseFromString(html, 'text/html')
  patchStyles(next)
  document.title = next.title
  document.documentElement.lang = next.documentElement.lang
  document.documentElement.dir = next.documentElement.dir
  // The editor keeps its theme in the classes of the body; those of the page are put beside them.
  const themes = [...document.body.classList].filter((name) => name.startsWith('vscode-'))
  document.body.className = [...themes, ...next.body.classList].join(' ')
  morphdom(document.body, next.body, { ...changes, childrenOnly: true })
}

const changes: Parameters<typeof morphdom>[2] = {
  getNodeKey: (node) => (node instanceof Element ? node.id || undefined : undefined),
  onBeforeElUpdated: (from, to) => {
    if (from instanceof HTMLDetailsElement && to instanceof HTMLDetailsElement) to.open = from.open
    if (from.classList.contains('here')) to.classList.add('here')
    if (from instanceof HTMLSelectElement && to instanceof HTMLSelectElement) return replaceOptions(from, to)
    return !from.isEqualNode(to)
  },
  // The script of the frame and the note above the page are not of the page.
  onBeforeNodeDiscarded: (node) => !(node instanceof HTMLScriptElement || (node instanceof Element && node.id === 'chancery-note')),
}

/** Patched one by one, options lose which of them is chosen. */
function replaceOptions(from: HTMLSelectElement, to: HTMLSelectElement): false {
  const chosen = to.selectedIndex
  if (!from.isEqualNode(to)) from.replaceChildren(...to.childNodes)
  from.selectedIndex = chosen
  return false
}

/** The page's own style is always the same; it is set once. */
function patchStyles(next: Document): void {
  const style = document.getElementById('page-style')
  const text = next.querySelector('style')?.textContent ?? ''
  if (style && style.textContent !== text) style.textContent = text
}
