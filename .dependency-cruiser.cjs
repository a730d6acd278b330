/**
 * The walls of the house: who may import whom. Run by "npm run layers", which
 * also proves that it looked at every file and knows imports of types from
 * others; this file alone cannot.
 */

/** Each room of the core: the rooms below it, and the packages that it may use. */
const rooms = {
  text: { below: [], packages: ['damerau-levenshtein'] },
  syntax: { below: ['text'], packages: ['yaml'] },
  schema: { below: ['text'], packages: [] },
  model: { below: ['text', 'syntax', 'schema'], packages: [] },
  bibliography: { below: ['text', 'schema', 'model'], packages: [] },
  snippets: { below: ['text', 'schema', 'model'], packages: ['node-diff3'] },
  workspace: { below: ['text', 'syntax', 'schema', 'model', 'bibliography', 'snippets'], packages: ['picomatch'] },
  rules: { below: ['text', 'schema', 'model', 'snippets', 'workspace'], packages: [] },
  drafts: { below: ['text', 'schema', 'model', 'snippets'], packages: [] },
  lint: { below: ['text', 'syntax', 'schema', 'model', 'snippets', 'workspace', 'rules'], packages: [] },
  refactorings: { below: ['text', 'syntax', 'schema', 'model', 'snippets', 'workspace'], packages: [] },
  features: {
    below: ['text', 'syntax', 'schema', 'model', 'bibliography', 'snippets', 'workspace', 'rules', 'lint', 'refactorings'],
    packages: ['vscode-languageserver-types'],
  },
  preview: {
    below: ['text', 'schema', 'model', 'workspace/portfolio.ts', 'workspace/bibliographies.ts', 'workspace/whole-brief.ts'],
    packages: ['mdast-util-from-markdown', '@types/mdast', 'd3-geo', '@types/d3-geo'],
  },
}

const core = '^server/core/'
const door = '^server/core/index[.]ts$'
const protocol = '^server/protocol(-snippets)?[.]ts$'
/** The editor gives this module at run time; on disk there are its types alone. */
const vscode = ['^vscode$', '^node_modules/@types/vscode/']
const shells = '^server/(?:disk[^/]*[.]ts$|cli/|lsp/)'
const aRule = '^server/core/rules/[^/]+[.]rule[.]ts$'

const roomWalls = Object.entries(rooms).map(([room, { below, packages }]) => ({
  name: `room-${room}`,
  comment: `server/core/${room} may import ${[...below, ...packages].join(', ') || 'nothing'} and itself. Move the code to the room that it belongs to, or the shared part to a room below both.`,
  from: { path: `${core}${room}/` },
  to: {
    pathNot: [...[room, ...below].map((name) => core + name.replace('.', '[.]')), ...packages.map((name) => `^node_modules/${name}/`)],
  },
}))

const otherWalls = [
  {
    name: 'room-unknown',
    comment: 'Every room of the core has a line in .dependency-cruiser.cjs that says what it may import. Add one.',
    from: { path: core, pathNot: [door, `${core}(?:${Object.keys(rooms).join('|')})/`] },
    to: {},
  },
  {
    name: 'core-is-pure',
    comment: 'The core runs in Node and in a browser worker, so it knows neither. Take what is needed as an argument.',
    from: { path: core },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'one-door',
    comment: 'Outside the core only server/core/index.ts may be imported. Export there what is missing.',
    from: { path: shells },
    to: { path: core, pathNot: door },
  },
  {
    name: 'core-looks-down',
    comment: 'The core knows nothing of the shells built on it.',
    from: { path: core },
    to: { path: '^(?:server|client|test)/', pathNot: core },
  },
  {
    name: 'shells-apart',
    comment: 'The command line and the language server never import each other; what both need belongs in the core or in server/disk.ts.',
    from: { path: '^server/(cli|lsp)/' },
    to: { path: '^server/(?:cli|lsp)/', pathNot: '^server/$1/' },
  },
  {
    name: 'disk-below-shells',
    comment: 'The disk serves both shells, so it imports neither.',
    from: { path: '^server/disk' },
    to: { path: '^server/(?:cli|lsp)/' },
  },
  {
    name: 'export-room',
    comment:
      'server/export turns papers into documents, in Node and in a browser. It may import the core by its door, the libraries that write documents, and itself; bytes come in and go out as arguments.',
    from: { path: '^server/export/' },
    to: {
      pathNot: ['^server/export/', door, '^node_modules/(?:docx|pdfkit|@types/pdfkit|fontkit|@types/fontkit|fflate|@resvg/resvg-wasm)/'],
    },
  },
  {
    name: 'export-apart',
    comment:
      'The export is a program of its own that is loaded when somebody asks for a document. The shells import its door dynamically, and types alone otherwise.',
    from: { path: '^(?:server|client)/', pathNot: '^server/export/' },
    to: { path: '^server/export/', pathNot: '^server/export/index[.]ts$' },
  },
  {
    name: 'client-apart',
    comment:
      'The client is what a window needs and holds no engine. It may import vscode, vscode-languageclient, its own files and server/protocol.ts; ask the server for the rest.',
    from: { path: '^client/' },
    to: { pathNot: ['^client/', protocol, ...vscode, '^node_modules/(?:vscode-languageclient|morphdom)/'] },
  },
  {
    name: 'protocol-alone',
    comment: 'server/protocol.ts is bundled with the client too, so it holds names and types and imports nothing but its own parts.',
    from: { path: protocol },
    to: { pathNot: protocol },
  },
  {
    name: 'rules-apart',
    comment:
      'A rule is one file and is imported by the generated list alone. Put what two rules share into a room below, or into a file of rules/ that is no rule.',
    from: { path: '^server/', pathNot: '^server/core/rules/all[.]generated[.]ts$' },
    to: { path: aRule },
  },
  {
    name: 'refactorings-apart',
    comment: 'A refactoring is one file and is imported by the generated list alone. Put what two of them share into a file beside them.',
    from: { path: '^server/', pathNot: '^server/core/refactorings/all[.]generated[.]ts$' },
    to: { path: '^server/core/refactorings/[^/]+[.]refactoring[.]ts$' },
  },
  {
    name: 'scripts-apart',
    comment: 'Scripts serve the makers of Chancery; nothing that is shipped imports one.',
    from: { path: '^server/', pathNot: '^server/scripts/' },
    to: { path: '^server/scripts/|^build[.]mjs$' },
  },
  {
    name: 'no-tests',
    comment: 'Nothing imports a test.',
    from: { path: '^(?:server|client)/' },
    to: { path: '^test/' },
  },
  {
    name: 'cycle',
    comment: 'Told, not forbidden: the parser cannot tell an import of types from others. "npm run layers" can, and forbids the rest.',
    severity: 'info',
    from: { path: '^(?:server|client)/' },
    to: { circular: true },
  },
  {
    name: 'nothing-missing',
    comment: 'The import leads nowhere: a slip of the pen, or a package that is not installed.',
    from: { path: '^(?:server|client)/' },
    to: { couldNotResolve: true },
  },
]

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...roomWalls, ...otherWalls].map((wall) => ({ severity: 'error', ...wall })),
  options: {
    // TypeScript 7 has no parser for other programs; without this the tool sees no file at all and is content.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // The parser takes a declaration without a value for a mistake.
    exclude: { path: '^server/.+[.]d[.]ts$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.d.ts'],
    },
  },
}
