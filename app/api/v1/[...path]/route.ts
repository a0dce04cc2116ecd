import { answerApi } from '#/server/api/answer-api.ts'
import { runningApi } from '#/server/api/running-api.ts'

/** The API for programs: what there is says lib/api/operations.ts, also to whoever asks for /api/v1/openapi.json. */
async function answer(request: Request): Promise<Response> {
  return answerApi(request, runningApi())
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT }
