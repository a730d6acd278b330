import fc from 'fast-check'

/**
 * Where random inputs begin. The build server gives the same number for the same
 * commit, so what passed once passes again, and each commit tries new inputs.
 */
export const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))

fc.configureGlobal({ seed })
