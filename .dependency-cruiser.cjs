// The architecture as a law on the whole import graph. What a graph cannot know (the order of the slices, who owns a
// table) stands in test/architecture.test.ts, which also makes sure that this looked at enough modules.
const tests = '[.](test|journey)[.]tsx?$|-for-tests[.]ts$|^test/|^src/platform/testing/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two modules that need each other are one module, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that does not resolve, or that goes around the imports map of package.json.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'slice-through-its-door',
      comment: 'Another slice is reached through its index.ts, its contract.ts or the index.tsx of its browser part.',
      severity: 'error',
      from: { path: '^src/slices/([^/]+)/', pathNot: tests },
      to: {
        path: '^src/slices/([^/]+)/',
        pathNot: ['^src/slices/$1/', '^src/slices/[^/]+/(index|contract)[.]ts$', '^src/slices/[^/]+/(console|field|public)/index[.]tsx$'],
      },
    },
    {
      name: 'platform-knows-no-slice',
      comment: 'The platform does not know a word of the domain.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(slices|app|ui)/' },
    },
    {
      name: 'ui-knows-no-slice',
      comment: 'The design system knows languages, and no slice.',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: { path: '^src/(slices|app)/' },
    },
    {
      name: 'only-app-composes',
      comment: 'Nobody but the composition root knows all slices, and nobody imports it.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/app/', tests] },
      to: { path: '^src/app/' },
    },
    {
      name: 'not-to-tests',
      comment: 'Code never leans on a test.',
      severity: 'error',
      from: { pathNot: [tests, '^bench/'] },
      to: { path: tests },
    },
    {
      name: 'not-to-dev-dependencies',
      comment: 'A start without the test tools must find everything that it imports.',
      severity: 'error',
      from: { path: '^(src|bin)/', pathNot: [tests, '^src/app/cli/test[.]ts$'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.mts', '.css', '.json'],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
}
