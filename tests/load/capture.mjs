// Loaded into the api before anything else: writes down every statement that it sends, with the connection and
// whether the connection was waiting for an answer (then both travelled together).
import { appendFileSync } from 'node:fs';
import pg from 'pg';

const file = process.env.BENCH_CAPTURE;
const numbers = new WeakMap();
let connections = 0;
const query = pg.Client.prototype.query;

const plain = (value) =>
  value instanceof Uint8Array
    ? { hex: Buffer.from(value).toString('hex') }
    : Array.isArray(value)
      ? value.map(plain)
      : value;

pg.Client.prototype.query = function (config, ...more) {
  const answer = query.call(this, config, ...more);
  // A pool that asks by itself waits with a callback, and never for several answers at once.
  if (config?.name && answer) {
    if (!numbers.has(this)) numbers.set(this, { number: ++connections, waiting: 0 });
    const state = numbers.get(this);
    const { name, text, values } = config;
    const line = {
      connection: state.number,
      joins: state.waiting > 0,
      name,
      text,
      values: values.map(plain),
    };
    appendFileSync(file, `${JSON.stringify(line)}\n`);
    state.waiting += 1;
    const answered = () => void (state.waiting -= 1);
    answer.then(answered, answered);
  }
  return answer;
};
