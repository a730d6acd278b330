import { initWasm, Resvg } from '@resvg/resvg-wasm'
import type { Assets } from './assets.ts'

/** Pixels of the picture for each of its own, so that it is sharp on paper. */
const density = 1.6

let ready: Promise<void> | undefined

/** A picture as PNG, for programs that cannot show SVG. */
export async function pngOf(svg: string, assets: Assets): Promise<Uint8Array> {
  // The module can be started once in a program; a second time it refuses.
  ready ??= assets('resvg.wasm').then((wasm) => initWasm(wasm))
  await ready
  const fonts = await Promise.all([assets('NotoSans-Regular.ttf'), assets('NotoSans-Bold.ttf')])
  const picture = new Resvg(svg, { fitTo: { mode: 'zoom', value: density }, font: { fontBuffers: fonts, defaultFontFamily: 'Noto Sans' } })
  try {
    return picture.render().asPng()
  } finally {
    picture.free()
  }
}
