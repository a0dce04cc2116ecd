import type { ReadyMade, ReadyTheme } from './ready-made.ts'

/** The theme tree of the sample workspace. */
export const SYRIA_DESK_THEMES: readonly ReadyTheme[] = [
  {
    name: 'Deconfliction',
    hue: 1,
    definition: 'How militaries that are not allies keep out of each other’s way.',
    children: [
      {
        name: 'Deconfliction hotline',
        definition: 'The line between the US and Russian militaries: its use, its limits, its suspension.',
        exclude: 'The text of the memorandum: take Flight safety memorandum.',
      },
      {
        name: 'Flight safety memorandum',
        definition: 'The memorandum of understanding of 20 October 2015 and what either side says it contains.',
      },
      {
        name: 'Encounters in the air',
        definition: 'Aircraft or drones of two sides close to each other: shadowing, flares, shooting down.',
      },
      { name: 'Self-defence', definition: 'Force explained as an answer to an attack. Tag the claim, whoever makes it.' },
    ],
  },
  {
    name: 'Armed groups',
    hue: 2,
    definition: 'Who fights, under which name, for whom.',
    children: [
      { name: 'Terrorist designation', definition: 'Listing by a state or the Security Council: adding, keeping, disputing.' },
      { name: 'HTS offensive', definition: 'The advance of November and December 2024 and who leads, backs or condemns it.' },
      { name: 'Fight against ISIS', definition: 'Operations, detainees, attacks claimed, and ISIS as the reason for a presence.' },
      {
        name: 'Attacks on US forces',
        definition: 'Rockets and drones against positions in Syria, Iraq and Jordan: events, claims, counts.',
      },
      { name: 'Iran’s hand', definition: 'Whether Iran directs, supplies or merely approves of what militias do.' },
    ],
  },
  {
    name: 'Political process',
    hue: 3,
    definition: 'Ways to a settlement, and refusals to take them.',
    children: [
      { name: 'Resolution 2254', definition: 'The text of 18 December 2015 and appeals to it.' },
      { name: 'Transition and elections', definition: 'Governance, constitution, elections.' },
      { name: 'Ceasefire', definition: 'Agreements to stop firing, their lines and their exceptions.' },
      { name: 'Astana format', definition: 'Russia, Turkey and Iran as guarantors: Sochi 2018, Moscow 2020.' },
    ],
  },
  {
    name: 'Civilians and aid',
    hue: 4,
    definition: 'What happens to people who do not fight.',
    children: [
      { name: 'Protection of civilians', definition: 'Calls and pledges to spare civilians; harm done to them.' },
      { name: 'Humanitarian access', definition: 'Aid and who may let it through. Crossings, convoys, consent.' },
      { name: 'Displacement', definition: 'Flight, return, numbers of displaced people.' },
    ],
  },
  {
    name: 'Ground',
    hue: 5,
    definition: 'Places that sources argue about. Tag when control or presence there is the subject.',
    children: [
      { name: 'Aleppo', definition: 'The city and its countryside.' },
      { name: 'Idlib', definition: 'The province, the M4 and M5 roads, Bab al-Hawa.' },
      { name: 'Euphrates', definition: 'The river as a line between forces; bases and crossings on it.' },
    ],
  },
  {
    name: 'Claims',
    hue: 6,
    definition: 'How things are said.',
    children: [
      { name: 'Accusation or denial', definition: 'One side blames another, or rejects the blame.' },
      { name: 'Secrecy', definition: 'Texts, contacts and reasons that are not disclosed.' },
      { name: 'Figures', definition: 'Numbers of casualties, troops, attacks, displaced people.' },
      { name: 'Sovereignty', definition: 'Appeals to the sovereignty and integrity of Syria.' },
    ],
  },
]

/** The sample's own themes, for other desks on the same war. */
export const SYRIA_DESK: ReadyMade = {
  id: 'syria-desk',
  name: 'Syria desk',
  what: 'The themes of the sample workspace: deconfliction, armed groups, the political process, civilians, ground and claims.',
  source: { name: 'Written for Interline', licence: 'MIT' },
  themes: SYRIA_DESK_THEMES,
  kinds: [],
}
