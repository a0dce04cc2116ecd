import { describe, expect, it } from 'vitest'
import { sheetFollows, swipeMeant } from './swipe.ts'

describe('swipeMeant', () => {
  it('goes to the next statement when the finger moves left, to the previous one when it moves right', () => {
    expect(swipeMeant(-60, 20)).toBe('next')
    expect(swipeMeant(60, -20)).toBe('previous')
  })

  it('closes when the finger moves down, and never when it moves up', () => {
    expect(swipeMeant(10, 80)).toBe('close')
    expect(swipeMeant(10, -80)).toBeNull()
  })

  it('takes a short movement for a tap', () => {
    expect(swipeMeant(39, 10)).toBeNull()
    expect(swipeMeant(0, 39)).toBeNull()
  })
})

describe('sheetFollows', () => {
  it('moves along one axis only, and not up', () => {
    expect(sheetFollows(-60, 20)).toEqual({ x: -20, y: 0 })
    expect(sheetFollows(5, 50)).toEqual({ x: 0, y: 50 })
    expect(sheetFollows(5, -50)).toEqual({ x: 0, y: 0 })
  })
})
