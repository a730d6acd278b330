// @ts-check
/**
 * Opens the documents of all examples with the programs of their readers:
 * LibreOffice, Poppler, qpdf and Pandoc. All that the web page says is there, on
 * pages with a marking and a number. The outcome is left in out/documents.json.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../vscode/places.mjs'
import { faultsOfMarkdown, faultsOfPdf, faultsOfWord } from './faults.mjs'
import { factsOf } from './page-facts.mjs'
import { heard } from './pdf-facts.mjs'

const folder = mkdtempSync(join(tmpdir(), 'chancery-documents-'))

/** @param {string} form */
async function render(form) {
  const paths = [join(root, 'examples'), join(root, 'test', 'documents', 'samples')]
  const args = ['render', ...paths, '--to', form, '--out', join(folder, form), '--force']
  const { complaints, isWell } = await heard(process.execPath, [join(root, 'dist', 'chancery.cjs'), ...args])
  if (!isWell) throw new Error(`Rendering to ${form} failed: ${complaints.join(' ')}`)
}

/** All at once, for most of the time goes into starting the program. */
async function print() {
  const documents = readdirSync(join(folder, 'docx')).map((name) => join(folder, 'docx', name))
  const filter = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  const { complaints, isWell } = await heard('soffice', [
    profile,
    '--headless',
    '--convert-to',
    filter,
    '--outdir',
    join(folder, 'printed'),
    ...documents,
  ])
  if (!isWell) throw new Error(`LibreOffice failed: ${complaints.join(' ')}`)
}

await Promise.all([render('docx').then(print), render('html'), render('pdf'), render('markdown')])
const names = readdirSync(join(folder, 'html'))
  .filter((name) => name !== 'index.html')
  .map((name) => name.replace(/\.html$/, ''))
/** @type {readonly { readonly form: string, readonly faultsOf: typeof faultsOfPdf, readonly fileOf: (name: string) => string }[]} */
const forms = [
  { form: 'Word', faultsOf: faultsOfWord, fileOf: (name) => join(folder, 'printed', `${name}.pdf`) },
  { form: 'PDF', faultsOf: faultsOfPdf, fileOf: (name) => join(folder, 'pdf', `${name}.pdf`) },
  { form: 'Markdown', faultsOf: faultsOfMarkdown, fileOf: (name) => join(folder, 'markdown', `${name}.md`) },
]
let [passed, failed] = [0, 0]
for (const name of names) {
  const facts = factsOf(join(folder, 'html', `${name}.html`))
  const told = await Promise.all(forms.map(async ({ form, faultsOf, fileOf }) => ({ form, faults: await faultsOf(facts, fileOf(name)) })))
  for (const { form, faults } of told) {
    if (faults.length === 0) passed++
    else failed++
    for (const fault of faults) console.log(`  ${name} (${form}): ${fault}`)
  }
}
rmSync(folder, { recursive: true })
mkdirSync(join(root, 'out'), { recursive: true })
writeFileSync(join(root, 'out', 'documents.json'), JSON.stringify({ passed, failed }))
console.log(`${names.length} papers as ${forms.map(({ form }) => form).join(', ')}: ${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
