import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type ILevelsOptions,
  type ISectionOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx'
import {
  type Banner,
  type Blocks,
  directionOf,
  figuresIn,
  hasMoreThanNotes,
  type Note,
  notesIn,
  type Paper,
  svgOnPaper,
} from '../../core/index.ts'
import type { Assets } from '../assets.ts'
import { pngOf } from '../png.ts'
import { sound } from '../text.ts'
import { docxBlocks } from './blocks.ts'
import { inLanguage } from './inlines.ts'
import { type Picture, type Place, spacer } from './place.ts'
import { repacked } from './repack.ts'
import { paperStyles } from './styles.ts'
import { stylesOf } from './template.ts'

export interface DocxOptions {
  readonly assets: Assets
  /** A document of the team's whose styles take the place of ours where they have the same name. */
  readonly template?: Uint8Array
}

/** A4 with 2.2 cm at the sides, in twentieths of a point. */
const page = { width: 11_906, height: 16_838, side: 1247 }

/** A paper as a document of Word. The same paper gives the same bytes. Throws `TemplateProblem` where the template is none. */
export async function writeDocx(paper: Paper, { assets, template }: DocxOptions): Promise<Uint8Array> {
  const isRightToLeft = directionOf(paper.language) === 'rtl'
  const pictures = await picturesIn([...paper.titleBlock, ...paper.sections], assets)
  const place: Place = {
    level: 1,
    style: 'Normal',
    look: {},
    isRightToLeft,
    width: page.width - 2 * page.side,
    depth: -1,
    pictures,
    nextList: counter(),
  }
  const document = new Document({
    title: sound(paper.title),
    subject: sound(paper.heading.join(', ')),
    creator: sound(paper.properties.authors.join('; ')),
    keywords: sound(paper.properties.keywords.join(', ')),
    lastModifiedBy: sound(paper.properties.authors.join('; ')),
    ...(template ? { externalStyles: stylesOf(template) } : { styles: paperStyles(inLanguage(paper.language, {})) }),
    numbering: { config: [levelsOf('bullets', LevelFormat.BULLET), levelsOf('numbers', LevelFormat.DECIMAL)] },
    footnotes: footnotesOf(paper.sections.flatMap(notesIn), place),
    sections: [sectionOf(paper, place)],
  })
  return repacked(new Uint8Array(await Packer.toArrayBuffer(document)), paper)
}

function sectionOf(paper: Paper, place: Place): ISectionOptions {
  return {
    properties: {
      page: {
        size: { width: page.width, height: page.height },
        margin: { top: 1300, bottom: 1200, left: page.side, right: page.side },
      },
    },
    headers: { default: headerOf(paper.banner) },
    footers: { default: footerOf(paper) },
    children: [
      ...head(paper, place),
      ...docxBlocks(paper.sections.filter(hasMoreThanNotes), place),
      ...docxBlocks([{ kind: 'paragraph', content: paper.colophon, tone: 'quiet' }], place),
    ],
  }
}

function head({ heading, title, titleBlock }: Paper, place: Place) {
  return [
    new Paragraph({ style: 'PaperKind', bidirectional: place.isRightToLeft, children: [new TextRun(sound(heading.join(' · ')))] }),
    new Paragraph({ style: 'Title', bidirectional: place.isRightToLeft, children: [new TextRun(sound(title))] }),
    ...docxBlocks(titleBlock, place),
    spacer(place),
  ]
}

function headerOf(banner: Banner | undefined): Header {
  return new Header({
    children: [new Paragraph({ style: 'Marking', alignment: AlignmentType.CENTER, children: [new TextRun(markingWords(banner))] })],
  })
}

function footerOf({ title, banner }: Paper): Footer {
  const pages = [new TextRun({ children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })]
  const line = new Paragraph({
    style: 'Quiet',
    tabStops: [{ type: TabStopType.RIGHT, position: page.width - 2 * page.side }],
    children: [new TextRun(sound(running(title))), ...pages],
  })
  return new Footer({
    children: [line, new Paragraph({ style: 'Marking', alignment: AlignmentType.CENTER, children: [new TextRun(markingWords(banner))] })],
  })
}

/** A title that fills many lines would leave no room on any page. */
function running(title: string): string {
  const letters = [...title]
  return letters.length > 80 ? `${letters.slice(0, 80).join('').trimEnd()}…` : title
}

function markingWords(banner: Banner | undefined): string {
  return sound(banner?.words.join(' ') ?? '')
}

function levelsOf(reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat]) {
  const levels: ILevelsOptions[] = Array.from({ length: 9 }, (_, level) => ({
    level,
    format,
    text: format === LevelFormat.BULLET ? (level % 2 === 0 ? '•' : '–') : `%${level + 1}.`,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 360 } } },
  }))
  return { reference, levels }
}

function footnotesOf(notes: readonly Note[], place: Place) {
  const entries = notes.map(({ number, blocks }) => {
    const children = docxBlocks(blocks, { ...place, style: 'FootnoteText' }).filter((block) => block instanceof Paragraph)
    return [number, { children }] as const
  })
  return Object.fromEntries(entries)
}

function counter(): () => number {
  let count = 0
  return () => {
    count++
    return count
  }
}

async function picturesIn(blocks: Blocks, assets: Assets): Promise<ReadonlyMap<string, Picture>> {
  const pictures = new Map<string, Picture>()
  for (const { id, drawing } of blocks.flatMap(figuresIn)) {
    const svg = svgOnPaper(drawing, id)
    pictures.set(id, { svg, png: await pngOf(svg, assets) })
  }
  return pictures
}
