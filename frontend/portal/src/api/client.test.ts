import { FakeServer } from '../test/FakeServer';
import { ADA } from '../test/samples';
import { apiOf, bodyOf, type Bearer } from './client';
import { Failure } from './failure';

const ME = 'GET /api/v1/me';

class FakeBearer implements Bearer {
  refusals = 0;

  accessToken(): Promise<string> {
    return Promise.resolve('a-token');
  }

  refused(): Promise<void> {
    this.refusals += 1;
    return Promise.resolve();
  }
}

function readMe(bearer: Bearer = new FakeBearer()) {
  return bodyOf(apiOf(bearer).GET('/api/v1/me'));
}

it('sends the access token and gives the body', async () => {
  let header: string | null = null;
  new FakeServer().on(ME, (request) => {
    header = request.headers.get('authorization');
    return Response.json(ADA);
  });
  await expect(readMe()).resolves.toEqual(ADA);
  expect(header).toBe('Bearer a-token');
});

it('takes the sentence, code and trace of a failure from the problem', async () => {
  new FakeServer().problem(ME, {
    title: 'Forbidden',
    status: 403,
    code: 'NO_ROLE',
    detail: 'You have no role here.',
    traceId: 'abc',
  });
  await expect(readMe()).rejects.toMatchObject({
    message: 'You have no role here.',
    code: 'NO_ROLE',
    traceId: 'abc',
  });
});

it.each(['', 'upstream went away', '<html></html>', 'null'])(
  'says the status where the failure has no problem but %j',
  async (body) => {
    new FakeServer().on(ME, () => new Response(body, { status: 502 }));
    await expect(readMe()).rejects.toThrow('The operator server answered with status 502.');
  },
);

it('says when nobody answers', async () => {
  new FakeServer().unreachable(ME);
  await expect(readMe()).rejects.toEqual(Failure.unreachable('The operator server'));
});

it('ends the session when the token is not accepted', async () => {
  new FakeServer().on(ME, () => new Response(null, { status: 401 }));
  const bearer = new FakeBearer();
  await expect(readMe(bearer)).rejects.toEqual(Failure.sessionEnded());
  expect(bearer.refusals).toBe(1);
});

it('gives nothing for an answer without a body', async () => {
  new FakeServer().on(
    'DELETE /api/v1/deployments/a%2Fb',
    () => new Response(null, { status: 202 }),
  );
  const call = apiOf(new FakeBearer()).DELETE('/api/v1/deployments/{order}', {
    params: { path: { order: 'a/b' } },
  });
  await expect(bodyOf(call)).resolves.toBeUndefined();
});
