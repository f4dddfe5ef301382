import type { Translation } from '../catalogue.ts';
import type { login as english } from '../en/login.ts';

export const login: Translation<typeof english> = {
  'login.title': 'Anmelden',
  'login.username': 'Benutzername',
  'login.password': 'Passwort',
  'login.submit': 'Anmelden',
  'login.failed': 'Benutzername oder Passwort stimmt nicht.',
  'login.with': 'Mit {provider} anmelden',
  'login.or': 'oder',
  'login.local': 'Mit einem lokalen Konto anmelden',
  'login.denied': 'Die Anmeldung wurde abgewiesen',
  'login.expired': 'Diese Anmeldung ist abgelaufen',
  'login.unavailable': 'Der Provider ist nicht erreichbar',
  'login.wrong': 'Die Anmeldung ist gescheitert',
  'login.unavailableHint': 'Sie können sich mit einem lokalen Konto anmelden oder es später noch einmal versuchen.',
};
