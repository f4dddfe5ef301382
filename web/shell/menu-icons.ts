import {
  type Icon,
  IconActivity,
  IconAdjustments,
  IconBolt,
  IconBuilding,
  IconCircuitSwitchClosed,
  IconCloud,
  IconColumns3,
  IconFileCode,
  IconFolder,
  IconLock,
  IconNetwork,
  IconPlugConnected,
  IconServer2,
  IconSnowflake,
  IconUsers,
  IconWifi,
} from '@tabler/icons-react';

const icons: Readonly<Record<string, Icon>> = {
  building: IconBuilding,
  rack: IconColumns3,
  server: IconServer2,
  plug: IconPlugConnected,
  wifi: IconWifi,
  network: IconNetwork,
  lock: IconLock,
  cloud: IconCloud,
  circuit: IconCircuitSwitchClosed,
  bolt: IconBolt,
  snowflake: IconSnowflake,
  file: IconFileCode,
  tool: IconAdjustments,
  activity: IconActivity,
  users: IconUsers,
};

/** The icon that the menu names. */
export function menuIcon(name: string): Icon {
  return icons[name] ?? IconFolder;
}
