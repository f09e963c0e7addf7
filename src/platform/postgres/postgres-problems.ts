import { StartProblem, systemErrorCode } from '../process/start-problem.ts'

/** What PostgreSQL or the operating system said, as a problem that a person can act on. */
export function explainFailure(said: string, place: string, cause?: unknown): StartProblem {
  const text = `${said}\n${systemErrorCode(cause)}`
  const options = { cause }
  if (/No space left on device|ENOSPC|Disk quota exceeded|EDQUOT/.test(text)) {
    return new StartProblem(
      'database-disk-full',
      {
        zh: `存放数据的磁盘已满，数据库无法启动。已保存的数据没有受损。请先为 ${place} 所在磁盘腾出空间（建议 1 GB 以上），再重新启动。`,
        en: `The disk that holds the data is full, so the database cannot start. What was saved is safe. Free some space (1 GB or more) on the disk of ${place}, then start again.`,
      },
      options,
    )
  }
  if (/Read-only file system|EROFS/.test(text)) {
    return new StartProblem(
      'database-disk-read-only',
      {
        zh: `${place} 所在磁盘是只读的，数据库无法写入。请检查磁盘是否出错、挂载方式是否正确，或用 DAQIAO_HOME 指定另一个可写的目录。`,
        en: `The disk of ${place} is read-only, so the database cannot write. Check whether the disk has failed and how it is mounted, or name another folder with DAQIAO_HOME.`,
      },
      options,
    )
  }
  if (/Permission denied|EACCES|EPERM|wrong ownership|Operation not permitted/.test(text)) {
    return new StartProblem(
      'database-folder-forbidden',
      {
        zh: `当前用户无权使用数据目录 ${place}。请换用该目录的所有者来启动，或由管理员把目录改归当前用户，或用 DAQIAO_HOME 指定另一个目录。`,
        en: `This user may not use the data folder ${place}. Start as the folder's owner, have it given to this user, or name another folder with DAQIAO_HOME.`,
      },
      options,
    )
  }
  if (/database files are incompatible|was initialized by PostgreSQL version/.test(text)) {
    return new StartProblem(
      'database-version-differs',
      {
        zh: `${place} 中的数据是由另一个大版本的 PostgreSQL 写成的，本版本不能直接打开。数据没有改动。请用原来的版本导出，再导入本版本。`,
        en: `The data in ${place} was written by another major version of PostgreSQL, which this one cannot open. Nothing was changed. Export it with the version that wrote it, then import it here.`,
      },
      options,
    )
  }
  if (/could not look up effective user ID|user does not exist/.test(text)) {
    return new StartProblem(
      'database-user-unknown',
      {
        zh: '当前用户编号在系统里没有对应的用户名，PostgreSQL 拒绝以这样的身份建库。请换一个 /etc/passwd 中有名字的用户，或用 DATABASE_URL 连接已有的 PostgreSQL。',
        en: 'The current user id has no name on this system, and PostgreSQL will not make a database under such an id. Use an account that is in /etc/passwd, or point DATABASE_URL at a PostgreSQL that you have.',
      },
      options,
    )
  }
  return new StartProblem(
    'database-did-not-start',
    {
      zh: `数据库没有启动成功。数据没有改动。PostgreSQL 的原话是：\n${said.trim() || '（没有输出）'}`,
      en: `The database did not start. Nothing was changed. PostgreSQL's own words:\n${said.trim() || '(none)'}`,
    },
    options,
  )
}

/** The folder belongs to a server whose node process is alive: two servers on one folder would destroy it. */
export function inUseBy(pid: number, place: string): StartProblem {
  return new StartProblem('database-in-use', {
    zh: `数据目录 ${place} 正由进程 ${pid} 使用。同一份数据不能同时由两个程序打开。请先停止那个进程。`,
    en: `The data folder ${place} is in use by process ${pid}. Two programs cannot open the same data. Stop that process first.`,
  })
}

/** A server that we did not start would not stop, or will not let the folder go. */
export function stillRunning(pids: readonly number[], place: string): StartProblem {
  return new StartProblem('database-still-running', {
    zh: `上一次留下的数据库进程（${pids.join('、')}）仍占用 ${place}，未能停止。请确认后手动结束这些进程，再重新启动。`,
    en: `Database processes left from the last run (${pids.join(', ')}) still hold ${place} and did not stop. End them by hand, then start again.`,
  })
}

/** There are no PostgreSQL binaries for this machine among the packages. */
export function noBinaries(): StartProblem {
  return new StartProblem('database-not-for-this-machine', {
    zh: `随包的 PostgreSQL 只适用于 64 位 x86 的 Linux（glibc），本机是 ${process.platform} ${process.arch}。请安装 PostgreSQL 15 或更新版本，并用环境变量 DATABASE_URL 告知连接地址。`,
    en: `The PostgreSQL that comes with Daqiao runs on 64-bit x86 Linux (glibc); this machine is ${process.platform} ${process.arch}. Install PostgreSQL 15 or newer and give its address in the environment variable DATABASE_URL.`,
  })
}

/** The TCP port that was asked for is taken. */
export function portTaken(port: number): StartProblem {
  return new StartProblem('database-port-taken', {
    zh: `数据库要用的端口 ${port} 已被占用。请换一个端口，或停止占用它的程序。`,
    en: `The port ${port} that the database should use is taken. Choose another, or stop the program that has it.`,
  })
}

/** The server died again and again, and was not started once more. */
export function keepsDying(): StartProblem {
  return new StartProblem('database-keeps-dying', {
    zh: '数据库反复异常退出，已停止重启。已保存的数据没有受损。请查看数据目录中的 postgres/postgres.log，常见原因是内存不足或磁盘故障。',
    en: 'The database died again and again and is not started once more. What was saved is safe. Read postgres/postgres.log in the data folder; the usual causes are too little memory and a failing disk.',
  })
}
