import { commands, Location, Position, Range, Uri } from 'vscode'
import type { Checker } from '../checker.ts'

interface Place {
  readonly line: number
  readonly character: number
}

interface Found {
  readonly uri: string
  readonly range: { readonly start: Place; readonly end: Place }
}

/**
 * Shows the places that speak of what is named at a place. A lens tells how many
 * there are and no more: they are looked for when somebody wants to see them.
 */
export function showReferences(checker: Checker) {
  return async (uri: string, at: Place): Promise<void> => {
    const asked = { textDocument: { uri }, position: at, context: { includeDeclaration: false } }
    const found = await checker.ask<readonly Found[]>('textDocument/references', asked)
    const locations = (found ?? []).map(
      (each) => new Location(Uri.parse(each.uri), new Range(position(each.range.start), position(each.range.end))),
    )
    await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), position(at), locations)
  }
}

function position({ line, character }: Place): Position {
  return new Position(line, character)
}
