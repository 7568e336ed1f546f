import type { components } from '../api/schema';

type Answer = (request: Request) => Response | Promise<Response>;

/** Stands in for everything behind fetch: the operator server and its Keycloak. */
export class FakeServer {
  /** What was asked, as `GET /path?query`, in order. */
  readonly calls: string[] = [];
  readonly #answers = new Map<string, Answer>();

  /** From now on all calls of this page's fetch come here. */
  constructor() {
    vi.stubGlobal('fetch', (input: RequestInfo | URL, init?: RequestInit) =>
      this.#handle(new Request(input, init)),
    );
  }

  /** Sets or replaces the answer to a call such as `GET /api/v1/me`. */
  on(call: string, answer: Answer): this {
    this.#answers.set(call, answer);
    return this;
  }

  json(call: string, body: unknown): this {
    return this.on(call, () => Response.json(body));
  }

  problem(call: string, problem: components['schemas']['Problem']): this {
    return this.on(call, () =>
      Response.json(problem, {
        status: problem.status,
        headers: { 'content-type': 'application/problem+json' },
      }),
    );
  }

  /** The call ends without any answer, as when nothing listens. */
  unreachable(call: string): this {
    return this.on(call, () => Promise.reject(new TypeError('Failed to fetch')));
  }

  async #handle(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    this.calls.push(`${request.method} ${pathname}${search}`);
    const answer = this.#answers.get(`${request.method} ${pathname}`);
    if (answer === undefined) {
      throw new Error(`The fake server has no answer to ${request.method} ${request.url}`);
    }
    return answer(request);
  }
}
