import { openPage } from '../frame/open-page.tsx';
import { SHARED } from '../frame/screens.ts';

openPage('/m', SHARED);
