/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** Where the API is, if not where this page is: "https://ledger.example.com". Read when the pages are built. */
  readonly VITE_API_URL?: string
}
