import type { WorkCalendar } from '../../working-days.ts';
import { YEAR_2020 } from './2020.ts';
import { YEAR_2021 } from './2021.ts';
import { YEAR_2022 } from './2022.ts';
import { YEAR_2023 } from './2023.ts';
import { YEAR_2024 } from './2024.ts';
import { YEAR_2025 } from './2025.ts';
import { YEAR_2026 } from './2026.ts';

/** The years that the State Council has announced so far. It announces a year late in the year before. */
export const ANNOUNCED: WorkCalendar = {
  version: 'cn-2026',
  years: [YEAR_2020, YEAR_2021, YEAR_2022, YEAR_2023, YEAR_2024, YEAR_2025, YEAR_2026],
  house: [],
};
