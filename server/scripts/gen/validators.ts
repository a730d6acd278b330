import { Ajv2020 } from 'ajv/dist/2020.js'
import standaloneModule from 'ajv/dist/standalone/index.js'
import { build } from 'esbuild'
import { isObject, type Json, kinds } from './schemas.ts'

/**
 * Compiles the schemas to plain functions: no `new Function` at run time, and a
 * start a hundred times cheaper than compiling. ajv's output requires its own
 * helpers even as a module, so it is bundled.
 */
export async function buildValidators(schemas: Record<string, Json>): Promise<string> {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    validateFormats: false,
    inlineRefs: false,
    messages: false,
    code: { source: true, esm: true },
  })
  for (const [name, schema] of Object.entries(schemas)) ajv.addSchema(structural(schema) as Json, name)
  // CommonJS under an ES module: the function is the module's `default`, whichever way it was loaded.
  const standalone = (standaloneModule as unknown as { default?: typeof standaloneModule }).default ?? standaloneModule
  const source = standalone(ajv, Object.fromEntries(kinds.map((kind) => [kind, `${kind}.schema.json`])))
  const bundled = await build({
    stdin: { contents: source, resolveDir: process.cwd(), loader: 'js' },
    bundle: true,
    write: false,
    format: 'esm',
    minify: true,
    platform: 'neutral',
    mainFields: ['module', 'main'],
  })
  return linear(bundled.outputFiles[0]?.text ?? '')
}

/**
 * ajv joins the errors of each reference to those before with `concat`, which
 * takes time in the square of their number. The list belongs to the function that
 * made it, so it can be added to.
 */
function linear(source: string): string {
  const joined = /(\w+)=\1===null\?(\w+)\.errors:\1\.concat\(\2\.errors\)/g
  if (!joined.test(source))
    throw new Error('The output of ajv has changed: its errors are no longer joined with concat. Look at gen/validators.ts.')
  // One by one: a call with a hundred thousand arguments would overflow the stack.
  return `${source.replace(joined, '$1=$1===null?$2.errors:joinErrors($1,$2.errors)')}function joinErrors(a,b){for(const e of b)a.push(e);return a}\n`
}

/**
 * Only what the validators must decide: types, keys and closed enumerations.
 * What a rule decides (which block fits which type, vocabularies, dates, ids)
 * is left out, so that one problem is found by one of them.
 */
function structural(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(structural)
  if (!isObject(schema)) return schema
  const ruled = schema['x-vocabulary'] !== undefined || schema['x-finding'] !== undefined
  const words = ['$schema', '$comment', 'title', 'description', 'examples', 'enumDescriptions', 'default', 'allOf']
  const decided = ['enum', 'anyOf', 'pattern', 'minimum', 'maximum', 'minLength', 'propertyNames']
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => !words.includes(key) && !(ruled && decided.includes(key)) && !key.startsWith('x-'))
      .map(([key, value]) => [key, key === 'properties' || key === '$defs' ? each(value as Json) : structural(value)]),
  )
}

function each(map: Json): Json {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, structural(value)]))
}
