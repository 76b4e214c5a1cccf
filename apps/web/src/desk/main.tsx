import { openPage } from '../frame/open-page.tsx';
import { DESK, SHARED } from '../frame/screens.ts';

openPage('/desk', [...DESK, ...SHARED]);
