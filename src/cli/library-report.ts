import type { ImportReport } from '#domain/library/import-library.ts';

/** What became of a device type library, line by line. */
export function libraryReport(report: ImportReport): string[] {
  const { files, created, completed, unchanged, components, manufacturers, images, skipped } = report;
  const lines = [
    `Read ${files} files: ${created} types made, ${completed} completed, ${unchanged} there already.`,
    `Made ${manufacturers} manufacturers and ${components} components.`,
  ];
  if (images > 0) lines.push(`Elevation images are left out: ${images} types have some.`);
  if (skipped.length > 0) lines.push(`Skipped, ${skipped.length} in all:`);
  for (const { file, reason } of skipped) lines.push(`  ${file}: ${reason}`);
  return lines;
}
