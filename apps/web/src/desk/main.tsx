import '../checker/older-browsers.ts';
import { openPage } from '../frame/open-page.tsx';
import { BARE, DESK, SHARED } from '../frame/screens.ts';

openPage('/desk', [...DESK, ...SHARED], BARE);
