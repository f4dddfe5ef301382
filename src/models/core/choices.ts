import { choiceSet } from '#fields/choice-set.ts';

export const dataSourceStatus = choiceSet('core.DataSourceStatusChoices', [
  ['new', 'New', 'blue'],
  ['queued', 'Queued', 'orange'],
  ['syncing', 'Syncing', 'cyan'],
  ['completed', 'Completed', 'green'],
  ['failed', 'Failed', 'red'],
]);

export const managedFileRootPath = choiceSet('core.ManagedFileRootPathChoices', [
  ['scripts', 'Scripts'],
  ['reports', 'Reports'],
]);

export const jobStatus = choiceSet('core.JobStatusChoices', [
  ['pending', 'Pending', 'cyan'],
  ['scheduled', 'Scheduled', 'gray'],
  ['running', 'Running', 'blue'],
  ['completed', 'Completed', 'green'],
  ['errored', 'Errored', 'red'],
  ['failed', 'Failed', 'red'],
]);

export const jobNotification = choiceSet('core.JobNotificationChoices', [
  ['always', 'Always'],
  ['on_failure', 'On failure'],
  ['never', 'Never'],
]);

export const jobInterval = choiceSet('core.JobIntervalChoices', [
  [1, 'Minutely'],
  [60, 'Hourly'],
  [720, '12 hours'],
  [1440, 'Daily'],
  [10080, 'Weekly'],
  [43200, '30 days'],
]);

export const objectChangeAction = choiceSet('core.ObjectChangeActionChoices', [
  ['create', 'Created', 'green'],
  ['update', 'Updated', 'blue'],
  ['delete', 'Deleted', 'red'],
]);

/** Where a data source's files come from. */
export const dataSourceType = choiceSet('core.DataSourceTypes', [
  ['', '---------'],
  ['local', 'Local', 'gray'],
  ['git', 'Git', 'blue'],
  ['amazon-s3', 'Amazon S3', 'blue'],
]);
