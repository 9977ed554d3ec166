/** The grid on which land is kept: a cell a degree of longitude, from NORTH down; a row's height is in degrees. */
export const COLUMNS = 360
export const NORTH = 84
export const ROW_DEGREES = 0.75
export const ROWS = 188
/** The longest run one letter of a row says; the letters begin at '(' and leave out the backslash and the quotes. */
export const LONGEST_RUN = 50
