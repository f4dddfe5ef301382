/** What is wrong with a new password: NetBox 4.7's own rules, unless others are configured there. */
export function passwordProblems(password: string): string[] {
  const problems: string[] = [];
  if ([...password].length < 12) problems.push('This password is too short. It must contain at least 12 characters.');
  if (!/\p{Nd}/u.test(password)) problems.push('Password must have at least one numeral.');
  else if (!/\p{Lu}/u.test(password)) problems.push('Password must have at least one uppercase letter.');
  else if (!/\p{Ll}/u.test(password)) problems.push('Password must have at least one lowercase letter.');
  return problems;
}
