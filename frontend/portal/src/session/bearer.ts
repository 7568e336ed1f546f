import { ErrorResponse, type User, type UserManager } from 'oidc-client-ts';
import type { Bearer } from '../api/client';
import { Failure } from '../api/failure';

/**
 * The logged-in user as bearer of API calls. A token that ran out, as after the computer slept, is
 * renewed before the call. Where Keycloak refuses that, the session is over; where Keycloak does
 * not answer, the session is kept for the next try.
 */
export function bearerOf(userManager: UserManager): Bearer {
  let renewal: Promise<User | null> | undefined;

  function renewed(): Promise<User | null> {
    renewal ??= userManager.signinSilent().finally(() => {
      renewal = undefined;
    });
    return renewal;
  }

  async function ended(): Promise<Failure> {
    await userManager.removeUser();
    return Failure.sessionEnded();
  }

  async function accessToken(): Promise<string> {
    const user = await userManager.getUser();
    if (user !== null && user.expired !== true) {
      return user.access_token; // one whose end is not known is left to the server to judge
    }
    if (user?.refresh_token === undefined) {
      throw await ended();
    }
    try {
      const fresh = await renewed();
      if (fresh !== null) {
        return fresh.access_token;
      }
    } catch (error) {
      if (!(error instanceof ErrorResponse)) {
        throw Failure.unreachable('Keycloak');
      }
    }
    throw await ended();
  }

  return { accessToken, refused: () => userManager.removeUser() };
}
