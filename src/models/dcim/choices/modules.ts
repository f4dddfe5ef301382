import { choiceSet } from '#fields/choice-set.ts';

export const moduleStatus = choiceSet(
  'dcim.ModuleStatusChoices',
  [
    ['offline', 'Offline', 'gray'],
    ['active', 'Active', 'green'],
    ['planned', 'Planned', 'cyan'],
    ['staged', 'Staged', 'blue'],
    ['failed', 'Failed', 'red'],
    ['decommissioning', 'Decommissioning', 'yellow'],
  ],
  'Module.status',
);

export const moduleAirflow = choiceSet(
  'dcim.ModuleAirflowChoices',
  [
    ['front-to-rear', 'Front to rear'],
    ['rear-to-front', 'Rear to front'],
    ['left-to-right', 'Left to right'],
    ['right-to-left', 'Right to left'],
    ['side-to-rear', 'Side to rear'],
    ['passive', 'Passive'],
  ],
  'Module.airflow',
);
