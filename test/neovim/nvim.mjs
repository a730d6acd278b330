// @ts-check
/** Where Neovim is. */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** The program, or nothing where there is none. NVIM_EXECUTABLE may name one. */
export function findNvim() {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const named = process.env['NVIM_EXECUTABLE']
  return named ?? folders.map((folder) => join(folder, 'nvim')).find(isExecutable)
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
