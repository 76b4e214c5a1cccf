import { openPage } from '../frame/open-page.tsx';
import { Chapter } from '../screens/chapter/chapter.tsx';
import { Consultation } from '../screens/consultation/consultation.tsx';
import { Contribution } from '../screens/hand-in/contribution.tsx';
import { Me } from '../screens/me/me.tsx';
import { Opinions } from '../screens/opinions/opinions.tsx';
import { Plan } from '../screens/plan/plan.tsx';
import { Plans } from '../screens/plan/plans.tsx';
import { Thing } from '../screens/thing/thing.tsx';
import { Todo } from '../screens/todo/todo.tsx';

openPage('/desk', [
  { path: '/', element: <Todo /> },
  { path: 'plans', element: <Plans /> },
  { path: 'plans/:id', element: <Plan /> },
  { path: 'plans/:id/opinions', element: <Opinions /> },
  { path: 'chapters/:id', element: <Chapter /> },
  { path: 'me', element: <Me /> },
  { path: 'contributions/:id', element: <Contribution /> },
  { path: 'consultations/:id', element: <Consultation /> },
  { path: ':plural/:id', element: <Thing /> },
]);
