// @ts-check
/** The page of all engagements, as the built server gives it to an editor. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createProtocolConnection } from 'vscode-languageserver-protocol/node'
import { root } from '../vscode/places.mjs'

/** What somebody may have chosen in it: nothing, something, and what no engagement has. */
const choices = [
  [],
  [
    ['country', 'USA'],
    ['from', '2010'],
  ],
  [
    ['country', 'USA'],
    ['organization', 'nobody'],
  ],
]

/** @returns {Promise<readonly string[]>} */
export async function networkPages() {
  const server = spawn(process.execPath, [join(root, 'dist', 'chancery.cjs'), 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const connection = createProtocolConnection(server.stdout, server.stdin)
  connection.listen()
  const uri = pathToFileURL(join(root, 'examples')).href
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'examples' }],
    capabilities: {},
  })
  await connection.sendNotification('initialized', {})
  const pages = []
  for (const chosen of choices) {
    /** @type {{ readonly html: string }} */
    const { html } = await connection.sendRequest('chancery/network', { chosen })
    pages.push(html)
  }
  await connection.sendRequest('shutdown')
  await connection.sendNotification('exit')
  connection.dispose()
  return pages
}
