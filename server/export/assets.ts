/** Reads a file that is shipped beside the programs, such as a font. Whoever calls an export knows where they lie. */
export type Assets = (name: AssetName) => Promise<Uint8Array>

export type AssetName = 'resvg.wasm' | FontName

export type FontName = 'NotoSans-Regular.ttf' | 'NotoSans-Bold.ttf' | 'NotoSans-Italic.ttf' | 'NotoSans-BoldItalic.ttf'
