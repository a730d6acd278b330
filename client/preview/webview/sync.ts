type Place = readonly [key: string, line: number, column: number]

/** The part of a page that is written last before or on a line; nothing above the first. */
export function lineAt(places: readonly Place[], line: number): string | undefined {
  let best: Place | undefined
  for (const place of places) {
    if (place[1] > line) continue
    // Of parts on one line the innermost is the one with the longest path.
    if (!best || place[1] > best[1] || (place[1] === best[1] && place[0].length > best[0].length)) best = place
  }
  return best?.[0]
}

/** The parts of the page that are written somewhere in the file; what stands aside leads to other places and has none of its own. */
export function partsOfText(): readonly Element[] {
  return [...document.querySelectorAll(':is(header, main) [data-at]')]
}

/** The first part of the text that reaches below a height of the view. */
export function elementAt(height: number): Element | undefined {
  const parts = partsOfText()
  let [low, high] = [0, parts.length]
  // In reading order the lower ends grow, but for a part that holds others; near enough to begin from.
  while (low < high) {
    const middle = (low + high) >> 1
    if ((parts[middle]?.getBoundingClientRect().bottom ?? 0) > height) high = middle
    else low = middle + 1
  }
  for (let i = Math.max(0, low - 1); i < parts.length; i++) {
    const box = parts[i]?.getBoundingClientRect()
    if (box && box.top >= height - 1 && box.bottom > height) return parts[i]
  }
  return parts[low]
}
