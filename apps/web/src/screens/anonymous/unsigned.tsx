import { ANONYMITY } from '@mouding/contract';
import { useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { Bare } from '../../ui/bare.tsx';
import { Page } from '../../ui/page.tsx';
import { useSaid, useSpeech, useWords } from '../../words/language.tsx';
import { UNSIGNED } from '../../words/unsigned.ts';
import './anonymous.css';
import { Received } from './received.tsx';
import { TakeToken } from './take-token.tsx';
import { WriteUnsigned } from './write-unsigned.tsx';

/**
 * 不署名提意见: what is stored, a token, an opinion. The token stands behind # in the address, which no browser sends; the
 * opinion goes without the session.
 */
export function Unsigned() {
  const { id = '' } = useParams();
  const words = useSaid(UNSIGNED);
  const { secrecy } = useWords();
  return (
    <Bare>
      <Page title={words.title}>
        <p>{words.lead}</p>
        <Stored />
        <Steps id={id} />
        <p className="soft">{secrecy}</p>
      </Page>
    </Bare>
  );
}

/** The server's own statement, word by word, so that the page promises nothing else. */
function Stored() {
  const words = useSaid(UNSIGNED);
  const { language } = useSpeech();
  return (
    <section className="sheet stage unsigned-said">
      {(['kept', 'not', 'remains'] as const).map((part) => (
        <div key={part}>
          <h2>{words[part]}</h2>
          <ul>
            {ANONYMITY[part].map((said) => (
              <li key={said.zh}>{said[language]}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Steps({ id }: { readonly id: string }) {
  const { hash } = useLocation();
  const go = useNavigate();
  const [isDone, setDone] = useState(false);
  const token = decodeURIComponent(hash.slice(1));
  const again = (): void => {
    setDone(false);
    void go({ hash: '' }, { replace: true });
  };
  if (isDone) return <Received onMore={again} />;
  if (token === '')
    return (
      <TakeToken
        id={id}
        onToken={(taken) => void go({ hash: encodeURIComponent(taken) }, { replace: true })}
      />
    );
  return <WriteUnsigned id={id} token={token} onDone={() => setDone(true)} />;
}
