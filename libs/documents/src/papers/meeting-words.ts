/** 领导小组会议, 院长办公会: what is held, of a body that may be called by either. */
export const meetingName = (body: string): string =>
  body.endsWith('会') ? body : `${body.replace(/会议$/, '')}会议`;

/** 院长办公会会议纪要, 领导小组会议纪要: the paper of a meeting, its word said once. */
export const paperOfMeeting = (body: string, paper: '纪要' | '记录'): string =>
  `${meetingName(body).replace(/会议$/, '')}会议${paper}`;

/** The name of a body behind that of its house, which is said once. */
export const ofHouse = (institution: string, body: string): string =>
  body.startsWith(institution) ? body : `${institution}${body}`;
