/** The looks a person can choose; without a choice the device's own is followed. */
export const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const themeOf = (value: unknown): Theme | undefined => THEMES.find((theme) => theme === value)
