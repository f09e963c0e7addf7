import { lchownSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The account that PostgreSQL runs as. It refuses to run as root, so a root process has to choose another. */
export interface PostgresUser {
  uid: number
  gid: number
  /** Whether this process is root and gives its rights up for PostgreSQL. */
  lent: boolean
}

/** `nobody`, in case the machine's list of accounts names nobody better. */
const nobody = { uid: 65_534, gid: 65_534 }

/**
 * Chooses the account: our own unless we are root; as root the one that owns the cluster already (a folder that an
 * ordinary user began), else `postgres` where the machine has it, else `nobody`. Never makes an account.
 */
export function choosePostgresUser(cluster: string): PostgresUser {
  const uid = process.getuid?.() ?? 0
  const gid = process.getgid?.() ?? 0
  if (uid !== 0) return { uid, gid, lent: false }
  const owner = ownerOf(cluster)
  if (owner && owner.uid !== 0) return { ...owner, lent: true }
  return { ...(accountNamed('postgres') ?? accountNamed('nobody') ?? nobody), lent: true }
}

function ownerOf(path: string): { uid: number; gid: number } | undefined {
  const found = statSync(path, { throwIfNoEntry: false })
  return found && { uid: found.uid, gid: found.gid }
}

function accountNamed(name: string): { uid: number; gid: number } | undefined {
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [account, , uid, gid] = line.split(':')
    if (account === name && Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) }
  }
  return undefined
}

/** Gives a folder and all in it to the account, without following links out of it. Only root can. */
export function giveTo(user: PostgresUser, path: string): void {
  lchownSync(path, user.uid, user.gid)
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name)
    if (entry.isDirectory()) giveTo(user, inside)
    else lchownSync(inside, user.uid, user.gid)
  }
}

/** Whether the account may pass through every folder above and into `folder` by its permission bits. */
export function canEnter(user: PostgresUser, folder: string): boolean {
  if (!user.lent) return true
  for (let path = realpathSync(folder); ; path = dirname(path)) {
    const { mode, uid, gid } = statSync(path)
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (path === dirname(path)) return true
  }
}
