/** A page of ours, used as a reader does. */
import { setting } from './desk.ts'

type Wish =
  | { readonly act: 'click' | 'doubleClick'; readonly selector: string; readonly text?: string }
  | { readonly act: 'choose'; readonly selector: string; readonly value: string }

/** Whether the browser is ours to drive, as it is not in a desktop VS Code. */
export const isWithinReach = process.env['CHANCERY_TEST_PAGE'] !== undefined

/** Does something to the first part of the page that fits. */
export async function act(wish: Wish): Promise<void> {
  await ask(wish)
}

/** What a script, given the first part that fits as `element`, says of it. */
export function look<T>(selector: string, script: string): Promise<T> {
  return ask({ act: 'look', selector, value: script }) as Promise<T>
}

async function ask(wish: object): Promise<unknown> {
  const response = await fetch(setting('CHANCERY_TEST_PAGE'), { method: 'POST', body: JSON.stringify(wish) })
  const { value, failure } = (await response.json()) as { readonly value?: unknown; readonly failure?: string }
  if (failure !== undefined) throw new Error(failure)
  return value
}
