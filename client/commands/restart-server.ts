import { window } from 'vscode'
import type { Checker } from '../checker.ts'

export function restartServer(checker: Checker) {
  return async (): Promise<void> => {
    await checker.restart()
    window.setStatusBarMessage('$(check) Chancery checks again.', 4000)
  }
}
