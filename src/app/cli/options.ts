import { StartProblem } from '#platform/process/start-problem.ts'

/** Whether a flag was given; everything else on the command line is refused. @throws StartProblem `unknown-option` */
export function onlyFlag(args: string[], flag: string): boolean {
  const unknown = args.find((arg) => arg !== flag)
  if (unknown === undefined) return args.includes(flag)
  throw new StartProblem(
    'unknown-option',
    {
      zh: `不认识的选项“${unknown}”。可用的只有 ${flag}。`,
      en: `Unknown option "${unknown}". The only one is ${flag}.`,
    },
    { exitCode: 2 },
  )
}

/** The address of the database that the roles without one of their own use. @throws StartProblem `database-url-missing` */
export function requireDatabaseUrl(environment: NodeJS.ProcessEnv): string {
  if (environment.DATABASE_URL) return environment.DATABASE_URL
  throw new StartProblem(
    'database-url-missing',
    {
      zh: '这个命令不自带数据库，请用环境变量 DATABASE_URL 指定一个 PostgreSQL（15 或更新版本），例如 postgresql://user:password@host/daqiao。单机使用请执行 npm start。',
      en: 'This command brings no database along: name a PostgreSQL (15 or newer) in DATABASE_URL, for example postgresql://user:password@host/daqiao. For everything on one machine use npm start.',
    },
    { exitCode: 2 },
  )
}
