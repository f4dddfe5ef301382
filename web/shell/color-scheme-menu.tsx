import { ActionIcon, Menu, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSession } from '../session/use-session.ts';
import { userConfigQuery } from '../session/user-config-query.ts';
import { text } from '../texts/text.ts';

const schemes = [
  ['light', IconSun],
  ['dark', IconMoon],
  ['auto', IconDeviceDesktop],
] as const;

export function ColorSchemeMenu() {
  const { setColorScheme } = useMantineColorScheme();
  const { data: config } = useQuery(userConfigQuery(useSession().user));
  const preferred = schemes.find(([scheme]) => scheme === config?.patchbay?.color_scheme)?.[0];
  useEffect(() => {
    // What was chosen in this browser counts more.
    if (preferred && localStorage.getItem('mantine-color-scheme-value') === null) setColorScheme(preferred);
  }, [preferred, setColorScheme]);
  const Current = useComputedColorScheme() === 'dark' ? IconMoon : IconSun;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={text('scheme.toggle')}>
          <Current size={17} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {schemes.map(([scheme, Icon]) => (
          <Menu.Item key={scheme} leftSection={<Icon size={14} />} onClick={() => setColorScheme(scheme)}>
            {text(`scheme.${scheme}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
