/** In which capacity a person was there without judging or competing. */
export const CAPACITIES = ['witness', 'guest', 'speaker', 'coach', 'occasion', 'participant'] as const
export type Capacity = (typeof CAPACITIES)[number]
