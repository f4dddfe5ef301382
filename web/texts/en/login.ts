/** The login page. */
export const login = {
  'login.title': 'Log in',
  'login.username': 'User name',
  'login.password': 'Password',
  'login.submit': 'Log in',
  'login.failed': 'User name or password is not right.',
  'login.with': 'Log in with {provider}',
  'login.or': 'or',
  'login.local': 'Log in with a local account',
  'login.denied': 'You were not let in',
  'login.expired': 'This login is over',
  'login.unavailable': 'The provider cannot be reached',
  'login.wrong': 'The login did not work',
  'login.unavailableHint': 'You can log in with a local account, or try again later.',
} as const;
