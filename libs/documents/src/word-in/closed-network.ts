import dgram from 'node:dgram';
import net from 'node:net';

/** Node's permissions leave the network open: after this nothing in this process reaches it. */
export function closeNetwork(): void {
  const refuse = (): never => {
    throw new Error('there is no network here');
  };
  net.Socket.prototype.connect = refuse;
  net.Server.prototype.listen = refuse;
  dgram.Socket.prototype.bind = refuse;
  dgram.Socket.prototype.send = refuse;
}
