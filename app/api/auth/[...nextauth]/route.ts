import NextAuth from 'next-auth'
import { answerSignIn } from '#/server/auth/answer-sign-in.ts'
import { authOptions } from '#/server/auth/options.ts'

type Context = { params: Promise<{ nextauth: string[] }> }
const handler = NextAuth(authOptions) as (request: Request, context: Context) => Promise<Response>

export { handler as GET }

export async function POST(request: Request, context: Context): Promise<Response> {
  return answerSignIn(await handler(request, context))
}
