import { createContext } from 'react';
import type { RestObject } from '../../api/rest.ts';

export interface CreateRequest {
  /** `dcim.rack` */
  readonly model: string;
  /** What its form starts with, as an address's query would. */
  readonly start: URLSearchParams;
  readonly onCreated: (object: RestObject) => void;
}

/** Makes an object without leaving the form; undefined where nothing can be made in place. */
export const CreateObject = createContext<((request: CreateRequest) => void) | undefined>(undefined);
