import '../checker/older-browsers.ts';
import { openPage } from '../frame/open-page.tsx';
import { SHARED } from '../frame/screens.ts';

// Whoever has a 报送码, or gives an opinion without a name, comes here too and needs nothing of the rest.
if (location.pathname.startsWith('/d/'))
  void import('../screens/deposit/open-door.tsx').then(({ openDepositDoor }) => openDepositDoor());
else if (location.pathname.startsWith('/o/'))
  void import('../screens/anonymous/open-unsigned.tsx').then(({ openUnsigned }) => openUnsigned());
else openPage('/m', SHARED);
