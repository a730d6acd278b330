/** The door of the room: what makes documents of papers. It is loaded only when somebody asks for one. */
export type { Assets } from './assets.ts'
export { TemplateProblem } from './docx/template.ts'
export { writeDocx } from './docx/write-docx.ts'
export { writePdf } from './pdf/write-pdf.ts'
