import { choiceSet } from '#fields/choice-set.ts';

export const rackFormFactor = choiceSet('dcim.RackFormFactorChoices', [
  ['2-post-frame', '2-post frame'],
  ['4-post-frame', '4-post frame'],
  ['4-post-cabinet', '4-post cabinet'],
  ['wall-frame', 'Wall-mounted frame'],
  ['wall-frame-vertical', 'Wall-mounted frame (vertical)'],
  ['wall-cabinet', 'Wall-mounted cabinet'],
  ['wall-cabinet-vertical', 'Wall-mounted cabinet (vertical)'],
]);

export const rackWidth = choiceSet('dcim.RackWidthChoices', [
  [10, '10 inches'],
  [19, '19 inches'],
  [21, '21 inches'],
  [23, '23 inches'],
]);

export const rackStatus = choiceSet(
  'dcim.RackStatusChoices',
  [
    ['reserved', 'Reserved', 'yellow'],
    ['available', 'Available', 'green'],
    ['planned', 'Planned', 'cyan'],
    ['active', 'Active', 'blue'],
    ['deprecated', 'Deprecated', 'red'],
  ],
  'Rack.status',
);

export const rackDimensionUnit = choiceSet('dcim.RackDimensionUnitChoices', [
  ['mm', 'Millimeters'],
  ['in', 'Inches'],
]);

export const rackAirflow = choiceSet(
  'dcim.RackAirflowChoices',
  [
    ['front-to-rear', 'Front to rear'],
    ['rear-to-front', 'Rear to front'],
  ],
  'Rack.airflow',
);

export const rackReservationStatus = choiceSet(
  'dcim.RackReservationStatusChoices',
  [
    ['pending', 'Pending', 'cyan'],
    ['active', 'Active', 'green'],
    ['stale', 'Stale', 'orange'],
  ],
  'RackReservation.status',
);
