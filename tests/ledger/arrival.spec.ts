import { begin, newKey, openStage, type Stage } from './given.ts';

let stage: Stage;
beforeAll(async () => (stage = await openStage()));
afterAll(() => stage.close());

describe('a command that is judged by its time', () => {
  it('is judged by its first reading, kept over a crash and a moved clock', async () => {
    const { app, institution } = stage;
    const command = newKey({ judged: true });
    const first = await begin(app, institution, command);
    const { received } = first;
    await first.rollback();
    await app.moveClock(institution, '2031-01-01T00:00:00.000Z');
    const second = await begin(app, institution, command);
    expect(second.received).toBe(received);
    expect(second.now >= '2031-01-01T00:00:00.000Z').toBe(true);
    await second.rollback();
    const other = await begin(app, institution, { ...command, bodyHash: 'another' });
    expect(other.received >= '2031-01-01T00:00:00.000Z').toBe(true);
    await other.rollback();
  });

  it('is judged by a later reading once its arrival was taken back', async () => {
    const { app, institution } = stage;
    const command = newKey({ judged: true });
    await (await begin(app, institution, command)).rollback();
    await app.moveClock(institution, '2032-01-01T00:00:00.000Z');
    await app.forgetArrival(institution, { ...command, bodyHash: 'another' });
    const kept = await begin(app, institution, command);
    expect(kept.received < '2032-01-01T00:00:00.000Z').toBe(true);
    await kept.rollback();
    await app.forgetArrival(institution, command);
    const anew = await begin(app, institution, command);
    expect(anew.received >= '2032-01-01T00:00:00.000Z').toBe(true);
    await anew.rollback();
  });

  it('keeps no reading of another body that finds its key in flight, and that of its own body', async () => {
    const { app, institution } = stage;
    const command = newKey({ judged: true });
    const other = { ...command, bodyHash: 'another' };
    const tx = await begin(app, institution, command);
    expect(await app.open(institution, other)).toEqual({ kind: 'in-flight' });
    expect(await app.open(institution, command)).toEqual({ kind: 'in-flight' });
    await tx.rollback();
    await app.moveClock(institution, '2033-01-01T00:00:00.000Z');
    const late = await begin(app, institution, other);
    expect(late.received >= '2033-01-01T00:00:00.000Z').toBe(true);
    await late.rollback();
    const again = await begin(app, institution, command);
    expect(again.received).toBe(tx.received);
    await again.rollback();
  });
});
