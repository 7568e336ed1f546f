import type { components } from './schema';

type Problem = components['schemas']['Problem'];

/** The party that gave no answer. */
export type Unreachable = 'The operator server' | 'Keycloak';

/** Why a call got no answer that can be used, in a sentence for people. */
export class Failure extends Error {
  /** The server's fixed word for the problem, where it gave one. */
  readonly code: string | undefined;
  readonly traceId: string | undefined;

  private constructor(message: string, problem: Partial<Problem>) {
    super(message);
    this.name = 'Failure';
    this.code = problem.code;
    this.traceId = problem.traceId;
  }

  static unreachable(party: Unreachable): Failure {
    return new Failure(`${party} cannot be reached.`, {});
  }

  static sessionEnded(): Failure {
    return new Failure('Your session has ended. Log in again.', {});
  }

  /** A call that was answered with something else than success. */
  static answered(status: number, body: unknown): Failure {
    const problem = isProblem(body) ? body : {};
    const sentence = problem.detail ?? problem.title;
    return new Failure(
      sentence ?? `The operator server answered with status ${String(status)}.`,
      problem,
    );
  }
}

function isProblem(body: unknown): body is Partial<Problem> {
  return typeof body === 'object' && body !== null && ('title' in body || 'detail' in body);
}
