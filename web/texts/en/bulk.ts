/** The texts of what is done to many objects at once. */
export const bulk = {
  'bulk.cancel': 'Cancel',
  'bulk.message': 'Message for the change log',
  'bulk.messageHint': 'Why, for those who look later',
  'bulk.delete': 'Delete',
  'bulk.deleteTitle': 'Delete {count} {label}',
  'bulk.deleteSubmit': 'Delete {count} {label}',
  'bulk.objects': '{count} {label}',
  'bulk.refused': '{count} may not be deleted',
  'bulk.protectedBy': '{plural} need it:',
  'bulk.goes': 'Deleted with them',
  'bulk.cleared': 'Kept, but emptied',
  'bulk.clearedField': '{count} {plural} lose their {field}',
} as const;
