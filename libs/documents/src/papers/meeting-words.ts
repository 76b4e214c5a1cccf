/** 领导小组会议, 党委会, 中共…委员会会议: what is held, of a body that may be called by either. */
export const meetingName = (body: string): string =>
  /(?<!委员)会$/.test(body) ? body : `${body.replace(/会议$/, '')}会议`;

/** 院长办公会会议纪要, 领导小组会议纪要: the paper of a meeting, its word said once. */
export const paperOfMeeting = (body: string, paper: '纪要' | '记录'): string =>
  `${meetingName(body).replace(/会议$/, '')}会议${paper}`;

/** The name of a body behind that of its house, which is said once (中共云州市中医院委员会 has it inside). */
export const ofHouse = (institution: string, body: string): string =>
  body.includes(institution) ? body : `${institution}${body}`;

/** Posts in a line; 无 where there are none. */
export const postList = (posts: readonly string[]): string => (posts.length > 0 ? posts.join('、') : '无');
