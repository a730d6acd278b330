import manifest from '../../package.json'

/** The page of a rule below the homepage; while there is no homepage, none. */
export function ruleUrl(id: string, homepage: string | undefined = homepageOf(manifest)): string | undefined {
  if (homepage === undefined) return undefined
  const url = new URL(homepage)
  // On GitHub the address of a project is not a folder of its files.
  const files = url.hostname === 'github.com' ? '/blob/HEAD' : ''
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}${files}/docs/rules/${id}.md`
}

function homepageOf(about: object): string | undefined {
  return 'homepage' in about && typeof about.homepage === 'string' ? about.homepage : undefined
}
