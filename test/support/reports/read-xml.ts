import { expect } from 'vitest'
import type { Told } from './read.ts'
import { type XmlNode, xmlTree } from './xml-tree.ts'

export function readCheckstyle(text: string): readonly Told[] {
  const root = xmlTree(text)
  expect(root.name).toBe('checkstyle')
  expect(Object.keys(root.attributes)).toEqual(['version'])
  return root.children.flatMap((file) => {
    expect([file.name, Object.keys(file.attributes)]).toEqual(['file', ['name']])
    return file.children.map((error) => {
      expect([error.name, Object.keys(error.attributes)]).toEqual(['error', ['line', 'column', 'severity', 'message', 'source']])
      const { line = '', column = '', severity = '', message = '', source = '' } = error.attributes
      return {
        path: file.attributes['name'] ?? '',
        place: `${line}:${column}`,
        level: severity,
        message,
        rule: source.replace('chancery.', ''),
      }
    })
  })
}

/** Suites, cases and one outcome at most, with counts that are true. */
export function readJunit(text: string): readonly Told[] {
  const root = xmlTree(text)
  expect(root.name).toBe('testsuites')
  checkCounts(root, root.children)
  return root.children.flatMap((suite) => {
    expect(suite.name).toBe('testsuite')
    checkCounts(suite, [suite])
    expect(suite.children.length).toBeGreaterThan(0)
    return suite.children.flatMap(readCase)
  })
}

function readCase({ name, attributes, children }: XmlNode): readonly Told[] {
  expect([name, Object.keys(attributes)]).toEqual(['testcase', ['name', 'classname']])
  expect(children.length).toBeLessThan(2)
  return children.map(({ name: outcome, words, attributes: { type, message } }) => {
    expect(['failure', 'system-out']).toContain(outcome)
    const [rule = '', place = ''] = (attributes['name'] ?? '').split(' at ')
    const path = attributes['classname'] ?? ''
    if (outcome === 'system-out') return { path, place, level: 'passed', message: words.replace(/^.*?:\d+:\d+: \w+: /s, ''), rule }
    expect(words).toContain(`${path}:${place}: ${type}: ${message}`)
    return { path, place, level: type ?? '', message: message ?? '', rule }
  })
}

function checkCounts(node: XmlNode, suites: readonly XmlNode[]): void {
  const cases = suites.flatMap(({ children }) => children)
  const failures = cases.filter(({ children }) => children.some(({ name }) => name === 'failure'))
  const { name, ...counts } = node.attributes
  expect(name).not.toBe('')
  expect(counts).toEqual({ tests: String(cases.length), failures: String(failures.length), errors: '0', skipped: '0' })
}
