import { printPoint } from '#/lib/annotation/point.ts'
import { t } from '#/lib/message/t.ts'

const NUMBER = String.raw`(\d{1,3}(?:[.,]\d+)?)`
/** Degrees, with minutes and seconds when there are any. */
const DEGREES = String.raw`([+-]?)${NUMBER}\s*°?\s*(?:${NUMBER}\s*['′’]\s*)?(?:${NUMBER}\s*(?:["″”]|'')\s*)?`
const BY_LETTERS = new RegExp(String.raw`^${DEGREES}([ns])[\s,;]*${DEGREES}([ew])$`, 'i')
const BY_ORDER = /^([+-]?\d{1,2}(?:\.\d+)?)\s*[°]?(?:\s*[,;]\s*|\s+)([+-]?\d{1,3}(?:\.\d+)?)\s*°?$/

/** A place on the earth as it was typed, as `lat,lon` in degrees (WGS 84), or why it is none. */
export type TypedPlacePoint = { ok: true; point: string } | { ok: false; reason: string }

/** Reads coordinates: "36.2021, 37.1343", "36.2021N 37.1343E", "36°12'08"N 37°08'03"E". Latitude comes first. */
export function readTypedPoint(typed: string): TypedPlacePoint {
  const text = typed.trim().replace(/\u2212/g, '-')
  const plain = BY_ORDER.exec(text)
  if (plain) return checked(Number(plain[1]), Number(plain[2]))
  const lettered = BY_LETTERS.exec(text)
  if (!lettered) return { ok: false, reason: t('Write latitude and longitude, like 36.2021, 37.1343.') }
  const [, latSign, latD, latM, latS, ns, lonSign, lonD, lonM, lonS, ew] = lettered
  if (latSign === '-' || lonSign === '-') return { ok: false, reason: t('Write either a minus or a letter, not both.') }
  return checked(degrees(latD, latM, latS) * (/s/i.test(ns!) ? -1 : 1), degrees(lonD, lonM, lonS) * (/w/i.test(ew!) ? -1 : 1))
}

function degrees(...parts: (string | undefined)[]): number {
  return parts.reduce((sum, part, at) => sum + Number((part ?? '0').replace(',', '.')) / 60 ** at, 0)
}

function checked(latitude: number, longitude: number): TypedPlacePoint {
  if (Math.abs(latitude) > 90) return { ok: false, reason: t('Latitude goes from −90 to 90, and comes first.') }
  if (Math.abs(longitude) > 180) return { ok: false, reason: t('Longitude goes from −180 to 180.') }
  return { ok: true, point: printPoint({ latitude, longitude }) }
}
