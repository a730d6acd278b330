import { pageSettings, paperOf } from '../core/index.ts'
import { forms } from '../forms.ts'
import type { ExportParams, ExportResult } from '../protocol.ts'
import type { Desk } from './answers.ts'

/** More reasons than these are told by the Problems panel. */
const mostReasons = 3

/** The document of a file in a form to send; null where the file has none. */
export async function exportDocument(desk: Desk, { uri, form, isForced, template }: ExportParams): Promise<ExportResult | null> {
  const path = desk.buffers.path(uri)
  if (path === undefined) return null
  const { project, inside } = await desk.office.room(path)
  const document = (await desk.office.file(path))?.parts[0]?.document
  if (document?.kind !== 'engagement' && document?.kind !== 'brief') return null
  const errors = isForced ? [] : ((await desk.office.report(path))?.findings ?? []).filter(({ severity }) => severity === 'error')
  if (errors.length > 0) {
    const reasons = errors.slice(0, mostReasons).map(({ start, message }) => `Line ${start.line}: ${message}`)
    return { done: false, reasons, isForceable: true }
  }
  const base = inside.replace(/^.*\//, '').replace(/(?:\.(?:brief|engagement))?\.ya?ml$/, '')
  return rendered(paperOf(document, pageSettings(project, inside)), base, { desk, form, template })
}

interface Wish {
  readonly desk: Desk
  readonly form: ExportParams['form']
  readonly template: string | undefined
}

async function rendered(paper: ReturnType<typeof paperOf>, base: string, { desk, form, template }: Wish): Promise<ExportResult> {
  const means = { assets: desk.assets, base, template: template === undefined ? undefined : Buffer.from(template, 'base64') }
  try {
    const { content, beside, notices } = await forms[form].render(paper, means)
    const files = beside.map((file) => ({ name: file.name, content: Buffer.from(file.content).toString('base64') }))
    return {
      done: true,
      name: `${base}.${forms[form].extension}`,
      content: Buffer.from(content).toString('base64'),
      beside: files,
      notices,
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'TemplateProblem') return { done: false, reasons: [error.message], isForceable: false }
    throw error
  }
}
