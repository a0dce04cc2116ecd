import { expect, test } from 'vitest'
import type { Designation, Membership } from './actor-details.ts'
import { cleanDesignation, designationProblem, membershipProblem } from './check-details.ts'

const everybody = () => true
const join = (actorId: string, groupId: string, given: Partial<Membership> = {}): Membership => ({
  id: `${actorId} in ${groupId} ${given.from ?? ''}`,
  actorId,
  groupId,
  from: null,
  until: null,
  note: '',
  ...given,
})

test('nobody is a member of itself, or of its members, however far', () => {
  const among = [join('division', 'corps'), join('corps', 'army'), join('army', 'alliance')]
  expect(membershipProblem(join('army', 'army'), among, everybody)).toMatchObject({ field: 'group' })
  expect(membershipProblem(join('alliance', 'division'), among, everybody)).toMatchObject({ field: 'group' })
  expect(membershipProblem(join('alliance', 'army'), among, everybody)).toMatchObject({ field: 'group' })
  expect(membershipProblem(join('division', 'alliance'), among, everybody)).toBeUndefined()
  // The one that changes does not stand in its own way.
  expect(membershipProblem({ ...among[2]!, groupId: 'front' }, among, everybody)).toBeUndefined()
})

test('leaving and coming back is two memberships, being in twice at once is none', () => {
  const once = join('a', 'g', { until: '2018-12-31' })
  expect(membershipProblem(join('a', 'g', { from: '2019-01-01' }), [once], everybody)).toBeUndefined()
  expect(membershipProblem(join('a', 'g', { from: '2018-12-31' }), [once], everybody)).toMatchObject({ field: 'dates' })
  expect(membershipProblem({ ...once, until: '2020-01-01' }, [once], everybody)).toBeUndefined()
})

test('dates in order, live actors, notes that fit', () => {
  expect(membershipProblem(join('a', 'g', { from: '2020-01-02', until: '2020-01-01' }), [], everybody)).toMatchObject({ field: 'dates' })
  expect(membershipProblem(join('a', 'g'), [], (id) => id === 'a')).toMatchObject({ field: 'group' })
  expect(membershipProblem(join('a', 'g', { note: 'x'.repeat(501) }), [], everybody)).toMatchObject({ field: 'note' })
})

test('a designation says what, and its days are in order', () => {
  const given: Designation = {
    id: 'd',
    label: ' Foreign\nterrorist  organisation ',
    issuer: ' US ',
    source: '',
    from: '2014-05-15',
    until: null,
  }
  const clean = cleanDesignation(given)
  expect(clean).toMatchObject({ label: 'Foreign terrorist organisation', issuer: 'US' })
  expect(designationProblem(clean)).toBeUndefined()
  expect(designationProblem({ ...clean, label: '' })).toMatchObject({ field: 'label' })
  expect(designationProblem({ ...clean, until: '2014-05-14' })).toMatchObject({ field: 'dates' })
  expect(designationProblem({ ...clean, source: 'x'.repeat(501) })).toMatchObject({ field: 'source' })
})
