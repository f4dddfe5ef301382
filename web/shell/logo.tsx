/** Two ports and the patch between them. */
export function Logo({ size = 22 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#0b7285" />
      <g fill="none" stroke="#fff" strokeWidth="2.6" strokeLinecap="round">
        <circle cx="9" cy="10" r="2.6" />
        <circle cx="23" cy="22" r="2.6" />
        <path d="M11.6 10H17a3 3 0 0 1 3 3v6a3 3 0 0 0 .4 1.6" />
        <path d="M9 22h4M19 10h4" opacity=".55" />
      </g>
    </svg>
  );
}
