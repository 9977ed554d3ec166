/** The columns all rows of a result share: place, team, institution, dots, average. */
export const PLACE_GRID =
  'grid grid-cols-[2rem_1fr_4.5rem] gap-x-3 sm:grid-cols-[2.5rem_1fr_14rem_5rem] md:grid-cols-[2.5rem_1fr_1fr_14rem_5rem] xl:grid-cols-[3rem_1fr_1fr_21rem_7rem] print:grid-cols-[1.5rem_1fr_1fr_10rem_4rem]'
