import { command, type Work } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { deadJobsByIds, dropDeadJob, reviveJob } from '#platform/jobs/job-store.ts'
import { jobInput } from './notice-contract.ts'

const may = { permission: 'job.manage' }

async function takeDeadJob({ tx }: Work, id: string) {
  const [job] = await deadJobsByIds(tx, [id])
  if (!job) throw notFound({ zh: '这项后台工作', en: 'This piece of work' })
  return job
}

/** Lets work that failed for good be tried again from the beginning. */
export const retryJob = command('job.retry', {
  may,
  input: jobInput,
  event: 'job.retried',
  async decide(work, input) {
    const { id, kind } = await takeDeadJob(work, input.job)
    await reviveJob(work.tx, id, work.now)
    return { result: { id }, event: { about: { kind: 'job', id }, data: { kind } } }
  },
})

/** Says that it needs not be done any more. */
export const dropJob = command('job.drop', {
  may,
  input: jobInput,
  event: 'job.dropped',
  async decide(work, input) {
    const { id, kind } = await takeDeadJob(work, input.job)
    await dropDeadJob(work.tx, id)
    return { result: { id }, event: { about: { kind: 'job', id }, data: { kind } } }
  },
})
