import type { ReadyMade, ReadyTheme } from './ready-made.ts'

const named = (themes: Readonly<Record<string, string>>): ReadyTheme[] =>
  Object.entries(themes).map(([name, definition]) => ({ name, definition }))

/** Modes carry the name of their event type: “expel” alone would not say whether somebody was expelled or threatened with it. */
const modes = (type: string, of: Readonly<Record<string, string>>): ReadyTheme[] =>
  Object.entries(of).map(([mode, definition]) => ({ name: `${type} ${mode}`, definition }))

/** What can be requested can be rejected: the two types share their modes. */
const REQUESTED = {
  assist: 'Any form of exchange, relations or assistance.',
  change: 'Any change in policy, government or institutions that is no concession.',
  yield: 'Release of prisoners, ending sanctions, easing curfews and boycotts, ceasefires.',
  meet: 'Meetings and negotiations.',
}

/**
 * The event types, modes and contexts of PLOVER. Names and definitions are taken, shortened, from "PLOVER: Political Language
 * Ontology for Verifiable Event Records", draft 0.8, (c) 2021 Open Event Data Alliance, github.com/openeventdata/PLOVER
 * (PLOVER_MANUAL.tex), licensed CC BY-SA 4.0; so is this file. What the draft calls DEMAND has been REQUEST since (Halterman et
 * al. 2023, arXiv 2304.01331), and covers requests as well. The four special contexts historical, future, hypothetical and
 * negation are no themes here: they are the status of a statement.
 */
export const PLOVER: ReadyMade = {
  id: 'plover',
  name: 'PLOVER events and contexts',
  what: 'Who did what to whom: 16 event types with their modes, and 28 contexts that go with any of them. Historical, future, hypothetical and negated events are told by the status of the statement.',
  source: {
    name: 'PLOVER, Open Event Data Alliance, draft 0.8, shortened',
    url: 'https://github.com/openeventdata/PLOVER',
    licence: 'CC BY-SA 4.0',
  },
  kinds: [],
  themes: [
    {
      name: 'Verbal cooperation',
      hue: 3,
      definition: 'Words that bring actors closer. PLOVER quad category.',
      children: [
        {
          name: 'AGREE',
          definition:
            'Agree to, offer, promise or otherwise indicate willingness to cooperate, including promises to sign or ratify agreements.',
          include: 'Cooperative actions reported in the future tense: they imply intentions.',
          exclude: 'Signing or ratifying itself: SUPPORT.',
        },
        {
          name: 'CONSULT',
          definition: 'All consultations and meetings: visits, hosting visits, meetings at a neutral place, by phone or other media.',
          include: 'Holding talks, discussions, negotiations, bargaining.',
          children: modes('CONSULT', {
            visit: 'The source is visiting, the recipient is hosting.',
            'third-party': 'The meeting is hosted by a third party.',
            multilateral: 'The meeting is multilateral, typically of an alliance or an intergovernmental organisation.',
            phone: 'By phone or some other remote medium.',
          }),
        },
        {
          name: 'SUPPORT',
          definition:
            'Initiate, resume, improve or expand diplomatic, non-material cooperation; commend or approve a policy, action or actor; ratify, sign or finalise an agreement.',
          include: 'Recognition of states and governments; first diplomatic ties.',
          exclude: 'Material support: COOPERATE or AID. Pardons and expressions of regret: CONCEDE. Promises to sign: AGREE.',
        },
        {
          name: 'CONCEDE',
          definition: 'Verbal concessions without immediate material consequences, including promises of future ones.',
          include:
            'Easing administrative or legal restrictions, lifting curfews, suspending protests, pardons, regret, declaring ceasefires and withdrawals.',
          exclude: 'Carrying out a ceasefire, withdrawal or release: RETREAT.',
        },
      ],
    },
    {
      name: 'Material cooperation',
      hue: 6,
      definition: 'Deeds that bring actors closer. PLOVER quad category.',
      children: [
        {
          name: 'COOPERATE',
          definition: 'Initiate, resume, improve or expand mutual material cooperation or exchange.',
          include: 'Economic exchange, joint military manoeuvres, extraditions and other judicial matters, sharing of intelligence.',
          exclude: 'What mainly benefits the recipient: AID.',
        },
        {
          name: 'AID',
          definition: 'Material aid whose benefits primarily go to the recipient.',
          include: 'Money, guarantees, grants and credit; arms, personnel, police assistance; humanitarian aid; asylum.',
        },
        {
          name: 'RETREAT',
          definition: 'Yielding with immediate, not only promised, material consequences; not only military retreat.',
          include: 'Resignations of officials; observing a ceasefire.',
          children: modes('RETREAT', {
            withdraw: 'Retreat from territory or withdraw forces from an area.',
            release: 'Release captives.',
            return: 'Return property.',
            disarm: 'Disarm militarily or give up weapons.',
            ceasefire: 'Implement a ceasefire.',
            access: 'Allow third parties access: observers, peacekeepers, humanitarian workers.',
            resign: 'Official resignation.',
          }),
        },
      ],
    },
    {
      name: 'Verbal conflict',
      hue: 5,
      definition: 'Words that set actors against each other. PLOVER quad category.',
      children: [
        {
          name: 'REQUEST',
          definition: 'All requests, demands and orders. All are verbal acts.',
          exclude: 'Demonstrations: PROTEST. A party to a conflict calling for its end: AGREE.',
          children: modes('REQUEST', REQUESTED),
        },
        {
          name: 'ACCUSE',
          definition: 'Express disapproval, objection or complaint; accuse, allege or charge; sue; investigate, also historical cases.',
          children: modes('ACCUSE', {
            disapprove: 'Express disapproval; condemn; complain.',
            investigate: 'Any investigation, including commissions, grand juries, judicial or political.',
            allege: 'Formally or informally accuse; sue, indict or charge; bring to trial.',
          }),
        },
        {
          name: 'REJECT',
          definition: 'All rejections and refusals.',
          include: 'Cancellation of meetings.',
          exclude: 'Withdrawal of aid or other assistance: SANCTION.',
          children: modes('REJECT', REQUESTED),
        },
        {
          name: 'THREATEN',
          definition: 'All threats, coercive or forceful warnings with serious potential repercussions. The mode is what is threatened.',
          children: modes('THREATEN', {
            restrict: 'Restrict movement of people or goods: boycotts, strikes, blockades, curfews.',
            ban: 'Ban political activities of parties or individuals.',
            arrest: 'Arrest, detain, imprison.',
            relations: 'Suspend relations or talks.',
            expel: 'Expel diplomats, peacekeepers, NGOs.',
            territory: 'Occupy or seize control of the whole or part of a territory.',
            violence: 'Violence.',
          }),
        },
      ],
    },
    {
      name: 'Material conflict',
      hue: 2,
      definition: 'Deeds against others. PLOVER quad category.',
      children: [
        {
          name: 'PROTEST',
          definition: 'Civilian demonstrations and other collective actions carried out as protests against the recipient.',
          children: modes('PROTEST', {
            demo: 'Organised, continuous and largely peaceful demonstration.',
            riot: 'Continuous and violent action, meant to injure or to damage property.',
            general: 'General strike: total abandonment of workplaces and public facilities.',
            strike: 'Strike in limited sectors or industries.',
            hunger: 'Hunger strike.',
            boycott: 'Boycott.',
            obstruct: 'Obstruct passage.',
          }),
        },
        {
          name: 'SANCTION',
          definition: 'All reductions in existing, routine or cooperative relations; not only formal sanctions.',
          exclude: 'Expelling or deporting individuals: COERCE. Cancelling meetings: REJECT.',
          children: modes('SANCTION', {
            convict: 'Find guilty or liable in a court of law.',
            expel: 'Expel an actor from a group, organisation or country; not individual deportations.',
            withdraw: 'Withdraw oneself or one’s non-military resources: aid, observers, diplomats, peacekeepers.',
            discontinue: 'Curtail, break or end diplomatic, commercial or material exchanges in other ways.',
          }),
        },
        {
          name: 'MOBILIZE',
          definition: 'Military or police moves that fall short of the actual use of force, by anybody who is armed and organised.',
          include: 'Exercises of one country.',
          exclude: 'Joint exercises: COOPERATE. Words alone: THREATEN.',
          children: modes('MOBILIZE', {
            troops: 'Mobilise armed personnel or units.',
            weapons: 'Increase readiness of weapons systems.',
            police: 'Mobilise or increase readiness of police or security units.',
            militia: 'Mobilise or increase readiness of a non-state entity with significant military capability.',
          }),
        },
        {
          name: 'COERCE',
          definition: 'Repression or restrictions on rights.',
          children: modes('COERCE', {
            confiscate: 'Confiscate property.',
            restrict: 'Impose restrictions on political freedoms or movement.',
            ban: 'Ban individuals or organisations.',
            censor: 'Censor, ban or restrict access to publications or other information.',
            curfew: 'Impose a curfew.',
            'martial-law': 'Impose a state of emergency or martial law.',
            arrest: 'Arrest, detain or charge.',
            deport: 'Expel or deport individuals.',
            withhold: 'Withhold public goods or services: power, internet, water; or food and medical supplies.',
          }),
        },
        {
          name: 'ASSAULT',
          definition: 'Deliberate actions which can result in substantial physical harm.',
          children: modes('ASSAULT', {
            abduct: 'Abduct, kidnap, hijack.',
            beat: 'Physically assault.',
            torture: 'Torture.',
            execute: 'Judicially sanctioned execution.',
            sexual: 'Sexual violence.',
            assassinate: 'Targeted assassination with any weapon.',
            destroy: 'Destroy property.',
            primitive: 'Primitive weapons: fire, edged weapons, rocks, farm implements.',
            firearms: 'Rifles, pistols, light machine guns.',
            explosives: 'Any explosive not incorporated in a heavy weapon: mines, IEDs, car bombs.',
            'suicide-attack': 'Individual and vehicular suicide attacks.',
            'heavy-weapons': 'Crew-served weapons.',
            cleansing: 'Mass expulsions or deportations, ethnic cleansing.',
            massacre: 'Mass killing or massacre.',
            unconventional: 'Chemical, biological, radiation and nuclear weapons.',
            sideAB: 'Two-sided violence: source and recipient are “Side A” and “Side B”.',
          }),
        },
      ],
    },
    {
      name: 'Contexts',
      hue: 9,
      definition: 'What an event is about. Any context goes with any event type, several are normal.',
      children: named({
        military: 'Military, including military assistance.',
        intelligence: 'Intelligence or information.',
        peacekeeping: 'Peacekeeping, typically multilateral operations.',
        economic: 'Trade, finance and economic development.',
        diplomatic: 'Diplomacy.',
        resource: 'Territory and natural resources.',
        disease: 'Disease outbreaks and epidemics.',
        enviro_disaster: 'Environment, climate change; natural disasters, accidents, spills.',
        migration: 'Migration, refugees and displaced people.',
        humanitarian: 'Humanitarian assistance generally.',
        asylum: 'Seeking or granting asylum.',
        legal: 'Courts and judiciary; national and international law, not including human rights.',
        human_rights: 'Explicit mentions of the term human rights.',
        rights_freedoms: 'Political rights and freedoms; restrictions on civil rights, movement, gathering.',
        gender: 'Gender, women’s issues, gender equality.',
        lgbt: 'LGBTQ.',
        terrorism: 'Terrorism.',
        human_security: 'Access to water, food, housing, energy, land tenure.',
        religion_ethnicity: 'Specific religions or ethnic groups, or religion and ethnicity more broadly.',
        executive: 'Executive agencies and bureaucracies; governmental issues other than elections and legislative.',
        election: 'Elections and campaigns.',
        legislative: 'Legislative debate, parliamentary coalition formation.',
        cbrn: 'Chemical, biological, radiation and nuclear weapons or attacks.',
        cyber: 'Cyber attacks and crime.',
        political_institutions: 'Norms, political institutions, democratic backsliding, political parties.',
        corruption: 'Illegally using public office for private gain.',
        crime: 'Crimes or criminals.',
        illegal_drugs: 'Criminal possession, distribution, sale or manufacturing of illegal drugs.',
      }),
    },
  ],
}
