import { openLedger } from '@mouding/ledger';
import { checkpoint, openSigner } from '@mouding/shell';

/** One look of a checkpointer in a process of its own, which a spec lets fall: `URL SIGNER TOKEN ORIGIN INSTITUTION`. */
const [url = '', signerUrl = '', token = '', origin = '', institution = ''] = process.argv.slice(2);
const ledger = openLedger({ url, applicationName: 'checkpoint-once', max: 2 });
const signer = openSigner({ url: signerUrl, token });
const { outcome } = await checkpoint({ ledger, signer, origin }, institution);
process.stdout.write(`${outcome}\n`);
await ledger.close();
