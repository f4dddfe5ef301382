import { queryOptions } from '@tanstack/react-query';
import { request } from '../../api/request.ts';
import type { RestChoice, RestList, RestReference } from '../../api/rest.ts';

export interface Rack {
  readonly id: number;
  readonly display: string;
  readonly url: string;
  readonly site: RestReference;
  readonly location: RestReference | null;
  readonly u_height: number;
  readonly starting_unit: number;
  readonly desc_units: boolean;
}

export interface MountedDevice {
  readonly id: number;
  readonly display: string;
  readonly rack: RestReference;
  readonly position: number | null;
  readonly face: RestChoice | null;
  readonly status: RestChoice;
  readonly role: RestReference;
  readonly device_type: RestReference;
  readonly tenant: RestReference | null;
  readonly description: string;
}

export interface Reservation {
  readonly id: number;
  readonly rack: RestReference;
  readonly units: readonly number[];
  readonly description: string;
}

interface DeviceType {
  readonly id: number;
  readonly u_height: number;
  readonly is_full_depth: boolean;
  readonly front_image: string | null;
  readonly rear_image: string | null;
}

/** A device with what its type and role say of it. */
export interface DrawnDevice extends MountedDevice {
  readonly height: number;
  readonly isFullDepth: boolean;
  readonly images: { readonly front: string | null; readonly rear: string | null };
  /** Six hexadecimal digits. */
  readonly color: string;
}

/** Some racks with everything that is mounted or reserved in them. */
export interface RackData {
  readonly racks: readonly Rack[];
  readonly devices: readonly DrawnDevice[];
  readonly reservations: readonly Reservation[];
}

/** What fills the racks that a list's query finds. */
export const rackDataQuery = (query: string) =>
  queryOptions({
    queryKey: ['racks', query],
    queryFn: async ({ signal }): Promise<RackData> => {
      const list = async <T>(path: string, parameters: string) =>
        (await request<RestList>(`/api/dcim/${path}/?limit=0&${parameters}`, { signal })).results as readonly T[];
      const racks = (
        await request<RestList>(
          `/api/dcim/racks/?${query}&fields=id,display,url,site,location,u_height,starting_unit,desc_units`,
          { signal },
        )
      ).results as readonly unknown[] as readonly Rack[];
      if (racks.length === 0) return { racks, devices: [], reservations: [] };
      const inThem = racks.map(({ id }) => `rack_id=${id}`).join('&');
      const [mounted, reservations] = await Promise.all([
        list<MountedDevice>(
          'devices',
          `${inThem}&fields=id,display,rack,position,face,status,role,device_type,tenant,description`,
        ),
        list<Reservation>('rack-reservations', `${inThem}&fields=id,rack,units,description`),
      ]);
      const ids = (of: (device: MountedDevice) => RestReference) =>
        [...new Set(mounted.map((device) => of(device).id))].map((id) => `id=${id}`).join('&');
      if (mounted.length === 0) return { racks, devices: [], reservations };
      const [types, roles] = await Promise.all([
        list<DeviceType>(
          'device-types',
          `${ids((one) => one.device_type)}&fields=id,u_height,is_full_depth,front_image,rear_image`,
        ),
        list<{ id: number; color: string }>('device-roles', `${ids((one) => one.role)}&fields=id,color`),
      ]);
      const typeOf = new Map(types.map((type) => [type.id, type]));
      const colorOf = new Map(roles.map(({ id, color }) => [id, color]));
      const devices = mounted.map((device): DrawnDevice => {
        const type = typeOf.get(device.device_type.id);
        return {
          ...device,
          height: type?.u_height ?? 1,
          isFullDepth: type?.is_full_depth ?? true,
          images: { front: type?.front_image ?? null, rear: type?.rear_image ?? null },
          color: colorOf.get(device.role.id) ?? '9e9e9e',
        };
      });
      return { racks, devices, reservations };
    },
  });
