// @ts-check
/** The built server over standard input and output, as an editor starts it in a folder. */
import { spawn } from 'node:child_process'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createProtocolConnection } from 'vscode-languageserver-protocol/node'
import { root } from '../vscode/places.mjs'

/** @param {string} folder */
export async function serve(folder) {
  const server = spawn(process.execPath, [join(root, 'dist', 'chancery.cjs'), 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const connection = createProtocolConnection(server.stdout, server.stdin)
  connection.listen()
  const uri = pathToFileURL(folder).href
  const workspaceFolders = [{ uri, name: basename(folder) }]
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: uri, workspaceFolders, capabilities: {} })
  await connection.sendNotification('initialized', {})
  const stop = async () => {
    await connection.sendRequest('shutdown')
    await connection.sendNotification('exit')
    connection.dispose()
  }
  return { connection, stop }
}
