import { bilingual } from './language.tsx';

/** 清除个人信息: what it rests on, what becomes of the record, and who does which half of it. */
export const ERASURE = bilingual(
  {
    title: '按规定清除个人信息',
    basis: '依据：《中华人民共和国个人信息保护法》第四十七条',
    lead: '由一名管理员提出，另一名管理员（系统管理员或安全管理员）办理；办理后不能恢复。账号先停用，在任岗位、受托事项先办理免职、收回。',
    will: '清除后不能再读出',
    goes: [
      '姓名、登录名、口令、联系方式',
      '本人所写的意见、批示、理由等署名文字（密文保留，密钥销毁）',
      '本人上传文件的文件名',
    ],
    keeps: '仍然保留并可验证',
    stays: [
      '办理记录：何岗位何时办理了何事、表决和统计结果',
      '报送的文稿和原件',
      '全部校验码和记录链，均不改变',
    ],
    ground: '清除事由',
    grounds: {
      'purpose-ended': '处理目的已实现或不再必要',
      'term-over': '保存期限已届满',
      'consent-withdrawn': '本人撤回同意',
      unlawful: '违反法律、行政法规或约定处理',
    },
    document: '批准文件的文号',
    documentHint: '事由的文字在文件中说明，不写入记录。',
    choose: '请选择',
    propose: '提出清除',
    proposeWill: (as: string, name: string) =>
      `您将以${as}身份提出清除${name}的个人信息；由另一名管理员办理后才生效。`,
    proposed: '已提出，待另一名管理员办理',
    by: '提出人',
    own: '由您提出；请另一名管理员办理',
    erase: '清除个人信息',
    eraseWill: (as: string, name: string) =>
      `您将以${as}身份清除${name}的个人信息。密钥随即销毁，任何人都不能恢复。`,
    tick: '已核对批准文件，知悉不能恢复',
    withdraw: '撤回',
    withdrawWill: (as: string) => `您将以${as}身份撤回清除；账号仍为停用。`,
    erased: '已按规定清除。',
    cannot: '现在不能提出',
    inUse: '账号仍在使用，停用后才能提出清除。',
  },
  {
    title: 'Erase the person by law',
    basis: 'Basis: Personal Information Protection Law, Article 47',
    lead: 'One administrator proposes it and another one carries it out; nothing brings it back. First the account is taken out of use, posts are vacated and delegations taken back.',
    will: 'Can be read no more afterwards',
    goes: [
      'name, login, password and contacts',
      'what the person wrote under that name: opinions, instructions, reasons (the cipher stays, its key is destroyed)',
      'names of files that the person brought',
    ],
    keeps: 'Stays, and can still be verified',
    stays: [
      'the record: which post did what when, votes and counts',
      'texts and originals that were handed in',
      'every hash and the chain of the record, unchanged',
    ],
    ground: 'Ground',
    grounds: {
      'purpose-ended': 'the purpose is fulfilled or gone',
      'term-over': 'the term of keeping is over',
      'consent-withdrawn': 'the person withdrew consent',
      unlawful: 'it was kept against law or agreement',
    },
    document: 'Number of the paper that approves it',
    documentHint: 'The reasons stand in that paper and never in the record.',
    choose: 'Choose',
    propose: 'Propose to erase',
    proposeWill: (as: string, name: string) =>
      `As ${as} you propose to erase ${name}; nothing happens until another administrator carries it out.`,
    proposed: 'Proposed; another administrator is to carry it out',
    by: 'Proposed by',
    own: 'You proposed it: another administrator carries it out',
    erase: 'Erase the person',
    eraseWill: (as: string, name: string) =>
      `As ${as} you erase ${name}. The key is destroyed at once, and nobody can bring it back.`,
    tick: 'I have looked at the paper that approves it, and know that nothing brings it back',
    withdraw: 'Take back',
    withdrawWill: (as: string) => `As ${as} you take the erasure back; the account stays out of use.`,
    erased: 'Erased by law.',
    cannot: 'It cannot be proposed now',
    inUse: 'The account is in use: it can be proposed once the account is deactivated.',
  },
);
