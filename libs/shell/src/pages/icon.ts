import { Html } from './html.ts';

/** 谋定 in the tab of every page that the server writes itself; the policy of the page has to allow pictures of `data:`. */
export const ICON = new Html(
  `<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='6' fill='%231d4f7c'/%3E%3Cpath d='M8 23V9h4l4 7 4-7h4v14h-4v-7l-4 6-4-6v7z' fill='%23fff'/%3E%3C/svg%3E">`,
);
