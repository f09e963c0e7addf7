// What ends up in a browser. A type that is imported leaves nothing behind, so this looks at the graph without types;
// all the other rules are in .dependency-cruiser.cjs and look at types too.
const { options } = require('./.dependency-cruiser.cjs')

const browserCode = {
  path: '^src/(app|slices/[^/]+)/(console|field|public)/|^src/ui/',
  pathNot: '[.]test[.]tsx?$',
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'browser-never-reaches-the-server',
      comment: 'What runs in a browser reaches no store, no database and no server file, by no chain of imports.',
      severity: 'error',
      from: browserCode,
      to: { path: ['-store[.]ts$', '^src/platform/(db|postgres|process)/'], reachable: true },
    },
    {
      name: 'browser-never-reaches-node',
      comment: 'What runs in a browser imports nothing of Node.',
      severity: 'error',
      from: browserCode,
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: { ...options, tsPreCompilationDeps: false },
}
