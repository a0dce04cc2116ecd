import type { BrowserContext, Page } from '@playwright/test'
import { expect } from './test.ts'

/** Somebody who is signed in, in a browser of their own. */
export interface Person {
  name: string
  email: string
  password: string
  page: Page
  context: BrowserContext
}

let count = 0

/** An address that no other test uses, and a password. */
export function newCredentials(name: string): { email: string; password: string } {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${Date.now().toString(36)}${++count}@example.org`
  return { email, password: 'a hotline is not a channel' }
}

/** Creates an account through the sign-up page and lands at `path`. */
export async function signUp(context: BrowserContext, name: string, path = '/'): Promise<Person> {
  const page = await context.newPage()
  const { email, password } = newCredentials(name)
  await page.goto(`/sign-up?callbackUrl=${encodeURIComponent(path)}`)
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Work email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-up')
  return { name, email, password, page, context }
}

/** Signs in on the sign-in page and waits until it is left. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  if (!page.url().includes('/sign-in')) await page.goto('/sign-in')
  await page.getByLabel('Work email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

/** Creates a workspace as somebody who is in none. @returns its id */
export async function createWorkspace({ page }: Person, name: string): Promise<string> {
  await page.goto('/')
  await page.getByLabel('Name of the workspace').fill(name)
  await page.getByRole('button', { name: 'Create workspace' }).click()
  await page.waitForURL(/\/w\/[^/]+\/documents$/)
  return workspaceIdOf(page)
}

/** The workspace whose page is open. */
export function workspaceIdOf(page: Page): string {
  const id = /\/w\/([^/]+)/.exec(page.url())?.[1]
  expect(id, 'a workspace is open').toBeTruthy()
  return id as string
}

/** Opens an invitation link as somebody without an account: who signs up with one joins with it. */
export async function joinByLink(context: BrowserContext, name: string, link: string): Promise<Person> {
  const person = await signUp(context, name, new URL(link).pathname)
  await person.page.waitForURL(/\/w\/[^/]+\/documents$/)
  return person
}
