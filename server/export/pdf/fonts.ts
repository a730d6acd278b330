import { create, type Font } from 'fontkit'
import type { Assets, FontName } from '../assets.ts'

/** The faces of the one family that papers are set in. */
export type Face = 'regular' | 'bold' | 'italic' | 'boldItalic'

const files: Readonly<Record<Face, FontName>> = {
  regular: 'NotoSans-Regular.ttf',
  bold: 'NotoSans-Bold.ttf',
  italic: 'NotoSans-Italic.ttf',
  boldItalic: 'NotoSans-BoldItalic.ttf',
}

export interface Fonts {
  readonly bytes: Readonly<Record<Face, Uint8Array>>
  /** The words with a sign in the place of each letter that the fonts do not have. */
  readonly shown: (words: string) => string
  /** The letters that were missing so far. */
  readonly missing: () => readonly string[]
}

export async function loadFonts(assets: Assets): Promise<Fonts> {
  const [regular, bold, italic, boldItalic] = await Promise.all([files.regular, files.bold, files.italic, files.boldItalic].map(assets))
  if (!regular || !bold || !italic || !boldItalic) throw new Error('A font of the export is missing.')
  const font = create(Buffer.from(regular)) as Font
  const missing = new Set<string>()
  return {
    bytes: { regular, bold, italic, boldItalic },
    shown: (words) => {
      let shown = ''
      for (const letter of words) {
        if (font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)) shown += letter
        else if (/\s/u.test(letter)) shown += ' '
        else {
          missing.add(letter)
          shown += '\u25a1'
        }
      }
      return shown
    },
    missing: () => [...missing].sort(),
  }
}
