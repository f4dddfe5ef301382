import { choiceSet } from '#fields/choice-set.ts';

export const color = choiceSet('netbox.ColorChoices', [
  ['aa1409', 'Dark Red'],
  ['f44336', 'Red'],
  ['e91e63', 'Pink'],
  ['ffe4e1', 'Rose'],
  ['ff66ff', 'Fuchsia'],
  ['9c27b0', 'Purple'],
  ['673ab7', 'Dark Purple'],
  ['3f51b5', 'Indigo'],
  ['2196f3', 'Blue'],
  ['03a9f4', 'Light Blue'],
  ['00bcd4', 'Cyan'],
  ['009688', 'Teal'],
  ['00ffff', 'Aqua'],
  ['2f6a31', 'Dark Green'],
  ['4caf50', 'Green'],
  ['8bc34a', 'Light Green'],
  ['cddc39', 'Lime'],
  ['ffeb3b', 'Yellow'],
  ['ffc107', 'Amber'],
  ['ff9800', 'Orange'],
  ['ff5722', 'Dark Orange'],
  ['795548', 'Brown'],
  ['c0c0c0', 'Light Grey'],
  ['9e9e9e', 'Grey'],
  ['607d8b', 'Dark Grey'],
  ['111111', 'Black'],
  ['ffffff', 'White'],
]);

export const distanceUnit = choiceSet('netbox.DistanceUnitChoices', [
  ['km', 'Kilometers'],
  ['m', 'Meters'],
  ['mi', 'Miles'],
  ['ft', 'Feet'],
]);

export const weightUnit = choiceSet('netbox.WeightUnitChoices', [
  ['kg', 'Kilograms'],
  ['g', 'Grams'],
  ['lb', 'Pounds'],
  ['oz', 'Ounces'],
]);

export const diameterUnit = choiceSet('netbox.DiameterUnitChoices', [
  ['mm', 'Millimeters'],
  ['cm', 'Centimeters'],
  ['in', 'Inches'],
]);

export const flowRateUnit = choiceSet('netbox.FlowRateUnitChoices', [
  ['lpm', 'Liters per minute (L/min)'],
  ['m3ph', 'Cubic meters per hour (m³/h)'],
  ['gpm', 'Gallons per minute (GPM)'],
]);
