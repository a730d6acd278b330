import {
  commands,
  type Disposable,
  EventEmitter,
  MarkdownString,
  Range,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
} from 'vscode'
import {
  type SnippetInLibrary,
  type SnippetLibrariesResult,
  type SnippetLibrary,
  snippetLibrariesRequest,
} from '../server/protocol-snippets.ts'
import type { Checker } from './checker.ts'

export type SnippetBranch = SnippetInLibrary
export type Branch = SnippetLibrary | SnippetBranch

/** The view of the snippet libraries: what there is, how often it is used, and the way to it. */
export function showSnippetTree(checker: Checker): Disposable {
  const changed = new EventEmitter<void>()
  const view = window.createTreeView<Branch>('chancery.snippets', {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: (branch) => (isLibrary(branch) ? libraryItem(branch) : snippetItem(branch)),
      getChildren: async (branch) => {
        if (branch) return isLibrary(branch) ? [...branch.snippets] : []
        return [...((await checker.ask<SnippetLibrariesResult>(snippetLibrariesRequest, {})) ?? [])]
      },
    },
    showCollapseAll: true,
  })
  // Uses change with every file, so the view is filled again when something was saved and it can be seen.
  const refresh = (): void => {
    if (view.visible) changed.fire()
  }
  const listeners = [workspace.onDidSaveTextDocument(refresh), view.onDidChangeVisibility(refresh)]
  return {
    dispose: () => {
      for (const each of [...listeners, view, changed]) each.dispose()
    },
  }
}

function isLibrary(branch: Branch): branch is SnippetLibrary {
  return 'snippets' in branch
}

function libraryItem({ title, version, isBuiltIn, snippets, id }: SnippetLibrary): TreeItem {
  const item = new TreeItem(title, isBuiltIn ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded)
  const origin = isBuiltIn ? 'comes with Chancery' : version === null ? '' : `version ${version}`
  item.description = origin
  item.iconPath = new ThemeIcon(isBuiltIn ? 'package' : 'library')
  item.contextValue = isBuiltIn ? 'builtInLibrary' : 'library'
  item.tooltip = id
  item.accessibilityInformation = { label: `Library ${title}, ${origin}, ${countWords(snippets.length, 'snippet')}` }
  return item
}

function snippetItem({ name, title, description, scope, uses, stale, example }: SnippetInLibrary): TreeItem {
  const item = new TreeItem(title)
  const used = uses === 0 ? '' : `used in ${countWords(uses, 'file')}${stale === 0 ? '' : `, ${stale} stale`}`
  item.description = [used, scope.join(', ')].filter(Boolean).join(' · ')
  item.iconPath = new ThemeIcon('symbol-snippet')
  item.contextValue = 'snippet'
  item.tooltip = new MarkdownString().appendText(description === '' ? name : `${description} (${name})`).appendCodeblock(example, 'yaml')
  item.accessibilityInformation = { label: `Snippet ${title}, for ${scope.join(', ')}, ${used || 'not used'}` }
  return item
}

function countWords(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`
}

/** Opens a library or a snippet where it is written. */
export async function openBranch(branch: Branch | undefined): Promise<boolean> {
  if (!branch) return false
  const uri = Uri.parse(branch.uri)
  if (uri.scheme !== 'file') await commands.executeCommand('markdown.showPreview', uri)
  else {
    const { line, character } = 'at' in branch ? branch.at : { line: 0, character: 0 }
    await window.showTextDocument(uri, { selection: new Range(line, character, line, character) })
  }
  return true
}

/** Lists the files that use a snippet. */
export async function findUses(branch: SnippetInLibrary | undefined): Promise<boolean> {
  if (!branch) return false
  const uri = Uri.parse(branch.uri)
  if (uri.scheme !== 'file' || branch.uses === 0) {
    window.showInformationMessage(
      branch.uses === 0 ? `No file takes in ${branch.name}.` : `${countWords(branch.uses, 'file')} take in ${branch.name}.`,
    )
    return branch.uses > 0
  }
  await openBranch(branch)
  await commands.executeCommand('references-view.findReferences')
  return true
}
