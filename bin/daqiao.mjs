#!/usr/bin/env node
// The one way in: installs what is missing, then runs the command under the Node that Daqiao is tested with.
// Plain JavaScript on built-in modules only, since it also runs right after a clone, under Node 20.
import { ensureInstalled, InstallProblem } from './install.mjs'
import { endWithNpm } from './npm-above.mjs'
import { pinnedNode, runUnder } from './pinned-node.mjs'
import { runCommand } from './run-command.mjs'

/** Each command, which packages it needs, and what it is for. */
const commands = {
  start: {
    needs: 'prod',
    zh: '启动（无需事先安装；--real 建立正式环境）',
    en: 'run it (nothing to install first; --real for a real installation)',
  },
  test: { needs: 'all', zh: '全部检查与测试', en: 'all checks and tests' },
  bench: { needs: 'all', zh: '性能测量', en: 'the measurements' },
  read: {
    needs: 'prod',
    zh: '读一份调研报道：daqiao read 文件…',
    en: 'read a report of a visit: daqiao read FILE…',
  },
  serve: {
    needs: 'prod',
    zh: '只提供服务（数据库由 DATABASE_URL 指定）',
    en: 'serve only (with the database of DATABASE_URL)',
  },
  work: {
    needs: 'prod',
    zh: '只做后台工作（数据库由 DATABASE_URL 指定，可以多开几个）',
    en: 'work only (with the database of DATABASE_URL); any number may run',
  },
  migrate: {
    needs: 'prod',
    zh: '只升级数据库结构（由 DATABASE_URL 指定）',
    en: 'bring the database of DATABASE_URL up to date',
  },
}

function help() {
  const lines = Object.entries(commands).flatMap(([name, { zh, en }]) => [
    `  ${name.padEnd(9)}${zh}`,
    `  ${' '.repeat(9)}${en}`,
  ])
  return ['搭桥 Daqiao', '', '  daqiao <command>', '', ...lines, ''].join('\n')
}

async function main([name, ...args]) {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(help())
    return name === undefined ? 2 : 0
  }
  if (!Object.hasOwn(commands, name)) {
    console.error(`没有“${name}”这个命令。\nThere is no command "${name}".\n\n${help()}`)
    return 2
  }
  endWithNpm()
  await ensureInstalled(commands[name].needs)
  const node = pinnedNode()
  return node === process.execPath ? runCommand(name, args) : runUnder(node, name, args)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof InstallProblem)) throw error
  console.error(error.message)
  process.exitCode = error.exitCode
}
