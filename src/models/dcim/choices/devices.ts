import { choiceSet } from '#fields/choice-set.ts';

export const subdeviceRole = choiceSet('dcim.SubdeviceRoleChoices', [
  ['parent', 'Parent'],
  ['child', 'Child'],
]);

export const deviceFace = choiceSet('dcim.DeviceFaceChoices', [
  ['front', 'Front'],
  ['rear', 'Rear'],
]);

export const deviceStatus = choiceSet(
  'dcim.DeviceStatusChoices',
  [
    ['offline', 'Offline', 'gray'],
    ['active', 'Active', 'green'],
    ['planned', 'Planned', 'cyan'],
    ['staged', 'Staged', 'blue'],
    ['failed', 'Failed', 'red'],
    ['inventory', 'Inventory', 'purple'],
    ['decommissioning', 'Decommissioning', 'yellow'],
  ],
  'Device.status',
);

export const deviceAirflow = choiceSet(
  'dcim.DeviceAirflowChoices',
  [
    ['front-to-rear', 'Front to rear'],
    ['rear-to-front', 'Rear to front'],
    ['left-to-right', 'Left to right'],
    ['right-to-left', 'Right to left'],
    ['side-to-rear', 'Side to rear'],
    ['rear-to-side', 'Rear to side'],
    ['bottom-to-top', 'Bottom to top'],
    ['top-to-bottom', 'Top to bottom'],
    ['passive', 'Passive'],
    ['mixed', 'Mixed'],
  ],
  'Device.airflow',
);

export const virtualDeviceContextStatus = choiceSet(
  'dcim.VirtualDeviceContextStatusChoices',
  [
    ['active', 'Active', 'green'],
    ['planned', 'Planned', 'cyan'],
    ['offline', 'Offline', 'red'],
  ],
  'VirtualDeviceContext.status',
);

export const inventoryItemStatus = choiceSet(
  'dcim.InventoryItemStatusChoices',
  [
    ['offline', 'Offline', 'gray'],
    ['active', 'Active', 'green'],
    ['planned', 'Planned', 'cyan'],
    ['staged', 'Staged', 'blue'],
    ['failed', 'Failed', 'red'],
    ['decommissioning', 'Decommissioning', 'yellow'],
  ],
  'InventoryItem.status',
);
