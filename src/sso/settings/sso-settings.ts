import type { Settings } from '#base/settings.ts';
import type { Step } from '../pipeline/step.ts';
import type { Provider } from './provider.ts';

/** A step by its dotted name, with what the name led to. */
export interface PipelineStep {
  readonly name: string;
  readonly run: Step;
}

/** Single sign-on as it is configured: checked at start, frozen. */
export interface SsoSettings {
  readonly providers: ReadonlyMap<string, Provider>;
  /** The steps of a login, by the provider's name. */
  readonly pipelines: ReadonlyMap<string, readonly PipelineStep[]>;
  /** NetBox's settings in force: REMOTE_AUTH_* and the rest. */
  readonly netbox: Settings;
}
