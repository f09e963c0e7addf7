import { Button } from 'antd'
import { useEffect } from 'react'
import { Link, useRouteError } from 'react-router'
import { Problem } from '#platform/http/problem.ts'
import { useTexts } from '#ui/language.ts'
import { Page } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { isReachable } from './connection.ts'
import { consoleMessages } from './console-messages.ts'
import { askServer } from './queries.ts'

function GoHome() {
  const t = useTexts(consoleMessages)
  return (
    <Link to="/" className="go-home">
      {t.notFound.home}
    </Link>
  )
}

export function NotFound() {
  const t = useTexts(consoleMessages)
  return (
    <Page title={t.notFound.title} width="text">
      <p>{t.notFound.detail}</p>
      <GoHome />
    </Page>
  )
}

export function NotAllowed() {
  const t = useTexts(consoleMessages)
  return (
    <Page title={t.notAllowed.title} width="text">
      <p>{t.notAllowed.detail}</p>
      <GoHome />
    </Page>
  )
}

/** What a browser throws when a page's code cannot be fetched, each in its own words. */
const notFetched = /dynamically imported module|Importing a module script failed|preload/i

/** Loads the console anew, but only when the server answers: offline, a reload would lose the frame too. */
async function loadAgain(): Promise<void> {
  await askServer()
  if (isReachable()) location.reload()
}

export function PageError() {
  const t = useTexts(consoleMessages)
  const error = useRouteError()
  useEffect(() => {
    if (error) void askServer()
  }, [error])
  const reload = (
    <Button type="primary" onClick={() => void loadAgain()}>
      {t.broken.reload}
    </Button>
  )
  if (error instanceof Error && notFetched.test(error.message)) {
    return (
      <Page title={t.broken.title} width="text">
        <p>{t.broken.loadDetail}</p>
        {reload}
      </Page>
    )
  }
  if (error instanceof Problem && error.status === 404) return <NotFound />
  return (
    <Page title={t.broken.title} width="text">
      <ProblemNotice problem={error}>{reload}</ProblemNotice>
    </Page>
  )
}
