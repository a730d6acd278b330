import type { IRunPropertiesOptions, IStylesOptions } from 'docx'
import { paintOnPaper } from '../../core/index.ts'

/** A colour as Word writes it. */
export function ink(paint: Parameters<typeof paintOnPaper>[0]): string {
  return paintOnPaper(paint).slice(1)
}

const serif = { ascii: 'Cambria', hAnsi: 'Cambria', cs: 'Times New Roman' }
const sans = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial' }

/** Sizes are half points, spaces twentieths of a point. Without a level of the outline a heading is large words to all programs but Word. */
const heading = (outlineLevel: number, size: number, before: number) => ({
  run: { font: sans, size, bold: true, color: ink('accent') },
  paragraph: { spacing: { before, after: 80 }, keepNext: true, keepLines: true, outlineLevel },
})

const defaults = {
  document: { run: { font: serif, size: 22, color: ink('ink') }, paragraph: { spacing: { after: 120, line: 276, lineRule: 'auto' } } },
  title: {
    run: { font: sans, size: 40, bold: true, color: ink('accent') },
    paragraph: { spacing: { before: 60, after: 200, line: 240, lineRule: 'auto' }, keepNext: true },
  },
  heading1: heading(0, 30, 360),
  heading2: heading(1, 25, 280),
  heading3: heading(2, 22, 220),
  heading4: heading(3, 21, 180),
  caption: { run: { font: sans, size: 18, color: ink('quiet') }, paragraph: { spacing: { before: 120, after: 60 }, keepNext: true } },
  footnoteText: { run: { size: 19 }, paragraph: { spacing: { after: 60, line: 240, lineRule: 'auto' } } },
} satisfies IStylesOptions['default']

const paragraphStyles = [
  { id: 'Marking', name: 'Marking', basedOn: 'Normal', run: { font: sans, size: 18, bold: true }, paragraph: { spacing: { after: 0 } } },
  { id: 'PaperKind', name: 'Paper Kind', basedOn: 'Normal', next: 'Title', run: { font: sans, size: 19, color: ink('quiet') } },
  {
    id: 'BottomLine',
    name: 'Bottom Line',
    basedOn: 'Normal',
    run: { size: 25 },
    paragraph: {
      indent: { left: 200, right: 200 },
      border: { left: { style: 'single', size: 36, space: 8, color: ink('accent') } },
      shading: { type: 'clear', fill: ink('tint') },
    },
  },
  { id: 'Quiet', name: 'Quiet', basedOn: 'Normal', run: { font: sans, size: 18, color: ink('quiet') } },
  { id: 'Quote', name: 'Quote', basedOn: 'Normal', run: { italics: true }, paragraph: { indent: { left: 400, right: 400 } } },
  {
    id: 'Code',
    name: 'Code',
    basedOn: 'Normal',
    run: { font: 'Consolas', size: 19, noProof: true },
    paragraph: { spacing: { after: 120, line: 240, lineRule: 'auto' } },
  },
  {
    id: 'TableText',
    name: 'Table Text',
    basedOn: 'Normal',
    run: { size: 20 },
    paragraph: { spacing: { after: 40, line: 252, lineRule: 'auto' } },
  },
  { id: 'TableHead', name: 'Table Head', basedOn: 'TableText', run: { font: sans, size: 18, bold: true }, paragraph: { keepNext: true } },
] satisfies IStylesOptions['paragraphStyles']

/**
 * The styles of a paper by the names under which Word's users know them, so that
 * a team's template with the same names takes their place.
 */
export function paperStyles(look: Pick<IRunPropertiesOptions, 'language'>): IStylesOptions {
  const { document } = defaults
  return { default: { ...defaults, document: { ...document, run: { ...document.run, ...look } } }, paragraphStyles }
}
