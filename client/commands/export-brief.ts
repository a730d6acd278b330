import { commands, env, ProgressLocation, type TextDocument, Uri, window, workspace } from 'vscode'
import { type ExportParams, type ExportResult, exportRequest } from '../../server/protocol.ts'
import type { Checker } from '../checker.ts'
import { type Desk, isPaper } from '../documents.ts'

type Form = ExportParams['form']

/** The forms in the order of how often a ministry sends them. */
const forms: readonly { readonly form: Form; readonly label: string; readonly description: string; readonly ending: string }[] = [
  { form: 'docx', label: 'Word document', description: 'to be edited and circulated', ending: 'docx' },
  { form: 'pdf', label: 'PDF', description: 'to be sent and printed', ending: 'pdf' },
  { form: 'html', label: 'Web page', description: 'one file that needs nothing beside it', ending: 'html' },
  { form: 'markdown', label: 'Markdown for Pandoc', description: 'to go on with other tools', ending: 'md' },
]

/** What was asked for beforehand, as by a test or another extension. */
interface ExportWish {
  readonly form: Form
  readonly to: Uri
}

/** Writes the brief or engagement as a document: asks in which form and where to, and says what stands in the way. */
export function exportBrief(checker: Checker, desk: Desk) {
  return async (uri?: Uri, wish?: ExportWish): Promise<boolean> => {
    const document = await desk.meant(uri)
    if (!document || !isPaper(document)) {
      window.showInformationMessage('Open an engagement or a brief first; it is what can be sent as a document.')
      return false
    }
    const chosen = wish
      ? forms.find(({ form }) => form === wish.form)
      : await window.showQuickPick(forms, { title: 'Export as', placeHolder: 'In which form?' })
    return chosen === undefined ? false : exportAs(checker, document, { ...chosen, to: wish?.to })
  }
}

interface Order {
  readonly form: Form
  readonly label: string
  readonly ending: string
  readonly to: Uri | undefined
}

async function exportAs(checker: Checker, document: TextDocument, { form, label, ending, to }: Order): Promise<boolean> {
  const template = form === 'docx' ? await templateFor(document) : undefined
  const ask = (isForced: boolean) => {
    const params: ExportParams = { uri: document.uri.toString(), form, isForced, ...(template === undefined ? {} : { template }) }
    return window.withProgress({ location: ProgressLocation.Notification, title: `Making the ${label} …` }, () =>
      checker.ask<ExportResult>(exportRequest, params),
    )
  }
  const first = await ask(false)
  const result = first && !first.done && (await insists(first)) ? await ask(true) : first
  if (!result?.done) return false
  const beside = Uri.joinPath(document.uri, '..', result.name)
  const target =
    to ??
    (await window.showSaveDialog({ defaultUri: document.isUntitled ? Uri.file(result.name) : beside, filters: { [label]: [ending] } }))
  if (!target) return false
  await write(target, result)
  if (to === undefined) await tell(target, result.notices)
  return true
}

/** Says why there is no document, and asks whether there is to be one all the same. */
async function insists({ reasons, isForceable }: Extract<ExportResult, { readonly done: false }>): Promise<boolean> {
  if (!isForceable) {
    window.showErrorMessage(reasons.join(' '))
    return false
  }
  const answer = await window.showWarningMessage(
    'This file still has errors, and a document with them should not leave the house.',
    { modal: true, detail: reasons.join('\n') },
    'Show the Problems',
    'Export All the Same',
  )
  if (answer === 'Show the Problems') await commands.executeCommand('workbench.actions.view.problems')
  return answer === 'Export All the Same'
}

async function write(target: Uri, { name, content, beside }: Extract<ExportResult, { readonly done: true }>): Promise<void> {
  await workspace.fs.writeFile(target, Buffer.from(content, 'base64'))
  const base = (path: string) => path.replace(/^.*\//, '').replace(/\.[^.]*$/, '')
  for (const file of beside) {
    // The text names its pictures by the name that was proposed, so they keep it.
    await workspace.fs.writeFile(Uri.joinPath(target, '..', file.name), Buffer.from(file.content, 'base64'))
  }
  if (beside.length > 0 && base(target.path) !== base(name))
    window.showInformationMessage(`The pictures lie beside the text, under names that begin with "${base(name)}-".`)
}

async function tell(target: Uri, notices: readonly string[]): Promise<void> {
  for (const words of notices) window.showWarningMessage(words)
  const answer = await window.showInformationMessage(`Wrote ${workspace.asRelativePath(target)}.`, 'Open', 'Show in Folder')
  if (answer === 'Open') await env.openExternal(target)
  if (answer === 'Show in Folder') await commands.executeCommand('revealFileInOS', target)
}

/** The team's template, whose path counts from the folder of the workspace. */
async function templateFor({ uri }: TextDocument): Promise<string | undefined> {
  const path = workspace.getConfiguration('chancery', uri).get<string>('export.template', '')
  const folder = workspace.getWorkspaceFolder(uri)
  if (path === '' || !folder) return undefined
  const file = Uri.joinPath(folder.uri, path)
  try {
    return Buffer.from(await workspace.fs.readFile(file)).toString('base64')
  } catch (error) {
    throw new Error(
      `The template ${path} of the setting "chancery.export.template" could not be read: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
