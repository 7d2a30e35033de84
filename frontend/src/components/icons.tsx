import type { ReactNode, SVGProps } from 'react'

// Drawn on a grid of 20, in the colour of the text beside them, which also says what they mean: none has a name.
function icon(shape: ReactNode) {
  return function Icon(props: SVGProps<SVGSVGElement>) {
    return (
      <svg
        viewBox="0 0 20 20"
        width="1.15em"
        height="1.15em"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        {...props}
      >
        {shape}
      </svg>
    )
  }
}

export const ReportIcon = icon(<path d="M4 3h12v14H4zM7 7h6M7 10h6M7 13h3" />)
export const ExportsIcon = icon(<path d="M10 3v9m-3.5-3.5L10 12l3.5-3.5M4 14v3h12v-3" />)
export const PrintIcon = icon(<path d="M6 7V3h8v4M6 14H3V7h14v7h-3M6 11.5h8V17H6z" />)
export const PaymentsIcon = icon(<path d="M2.5 5h15v10h-15zM2.5 8.5h15M5.5 12h3" />)
export const PlaygroundIcon = icon(<path d="m7 6-4 4 4 4m6-8 4 4-4 4" />)
export const SignOutIcon = icon(<path d="M8 3H4v14h4m4-10 3 3-3 3m3-3H8" />)
export const AccountIcon = icon(<path d="M13 7a3 3 0 1 1-6 0 3 3 0 0 1 6 0ZM3.500 17c.600-3.200 2.900-5 6.500-5s5.900 1.800 6.500 5" />)
export const PasswordIcon = icon(<path d="M5 9h10v8H5zM7 9V6.500a3 3 0 0 1 6 0V9" />)
export const OverviewIcon = icon(<path d="M3 17h14M5 14v-4m5 4V5m5 9V8" />)
export const PartnersIcon = icon(<path d="M10 6.5a3 3 0 1 1-6 0 3 3 0 0 1 6 0ZM2 16c.4-3 2.2-4.5 5-4.5s4.6 1.5 5 4.500m1-9.300a2.5 2.5 0 0 1 0 5M14.5 12c1.8.4 3 1.8 3.5 4" />)
export const PeopleIcon = icon(<path d="M10 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4 17c.500-3.500 2.800-5 6-5s5.500 1.500 6 5" />)
export const TokensIcon = icon(<path d="M11 9 17 3m-2.500 2.500 2 2M12 8.500a3.800 3.800 0 1 1-5.400 5.400A3.800 3.800 0 0 1 12 8.500Z" />)
export const AuditLogIcon = icon(<path d="M10 5.500V10l3 2M3.200 8A7 7 0 1 1 3 10.800M3 4v4h4" />)
export const ProgramsIcon = icon(<path d="M5 15 15 5M7.5 6.500a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0Zm8 7a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0Z" />)
export const OrdersIcon = icon(<path d="M2.5 4H5l2 9h8l1.5-6.500H5.600M8.5 16.500h.01m5.5 0h.01" />)
export const ImportIcon = icon(<path d="M10 12V3M6.5 6.5 10 3l3.5 3.500M4 14v3h12v-3" />)
export const SearchIcon = icon(<path d="m17 17-4-4m1.5-4a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0Z" />)
export const DownIcon = icon(<path d="m5.5 8 4.5 4.5L14.5 8" />)
export const FirstIcon = icon(<path d="M14 5l-5 5 5 5M6 5v10" />)
export const PreviousIcon = icon(<path d="m12 5-5 5 5 5" />)
export const NextIcon = icon(<path d="m8 5 5 5-5 5" />)
export const AscendingIcon = icon(<path d="M10 16V4M5.5 8.5 10 4l4.5 4.5" />)
export const DescendingIcon = icon(<path d="M10 4v12m-4.5-4.5L10 16l4.5-4.5" />)
export const UnorderedIcon = icon(<path d="m6.5 8 3.5-4 3.5 4m-7 4 3.5 4 3.5-4" />)
