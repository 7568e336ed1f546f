import createClient, { type Client, type Middleware } from 'openapi-fetch';
import { Failure } from './failure';
import type { paths } from './schema';

const TIMEOUT_MILLIS = 15_000;

export type Api = Client<paths>;

/** What a call needs to know of the session. */
export interface Bearer {
  /** An access token that is valid now. Throws a {@link Failure} where there is none to be had. */
  accessToken(): Promise<string>;
  /** Called when the server does not accept the token. */
  refused(): Promise<void>;
}

/** The operator server's API, without a user: only for what needs no log-in. */
export function anonymousApi(): Api {
  return createClient<paths>({ baseUrl: window.location.origin, fetch: fetchInTime });
}

/** The operator server's API as the bearer may see it. */
export function apiOf(bearer: Bearer): Api {
  const api = anonymousApi();
  api.use(authorisation(bearer));
  return api;
}

function authorisation(bearer: Bearer): Middleware {
  return {
    async onRequest({ request }) {
      request.headers.set('Authorization', `Bearer ${await bearer.accessToken()}`);
      return request;
    },
    async onResponse({ response }) {
      if (response.status === 401) {
        await bearer.refused();
        throw Failure.sessionEnded();
      }
    },
  };
}

async function fetchInTime(request: Request): Promise<Response> {
  const limit = AbortSignal.timeout(TIMEOUT_MILLIS);
  try {
    return await fetch(request, { signal: AbortSignal.any([request.signal, limit]) });
  } catch (error) {
    if (request.signal.aborted) {
      throw error; // the page asked for the end of the call
    }
    throw Failure.unreachable('The operator server');
  }
}

type Answer<Body> = { response: Response } & (
  { data: Body } | { data?: undefined; error: unknown }
);

/** The body of a successful answer, or a thrown {@link Failure}. */
export async function bodyOf<Body>(call: Promise<Answer<Body>>): Promise<Body> {
  const answer = await call;
  if (!answer.response.ok) {
    throw Failure.answered(answer.response.status, 'error' in answer ? answer.error : undefined);
  }
  return answer.data as Body;
}
