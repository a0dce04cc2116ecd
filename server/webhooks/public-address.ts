import { BlockList, isIP } from 'node:net'

/** What is not on the open Internet (IANA's registries of special-purpose addresses): our own network among it. */
const IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]

/** Of IPv6 only what is handed out for the Internet is open; within it, what stands for other addresses is not. */
const OPEN_IPV6 = '2000::/3'
const IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const closed = new BlockList()
for (const net of IPV4) add(closed, net, 'ipv4')
for (const net of IPV6) add(closed, net, 'ipv6')
const open = new BlockList()
add(open, OPEN_IPV6, 'ipv6')

function add(list: BlockList, net: string, family: 'ipv4' | 'ipv6'): void {
  const [address = '', bits] = net.split('/')
  list.addSubnet(address, Number(bits), family)
}

/** Whether an address is one of the open Internet: nothing of our own machine or network, and no metadata of a cloud. */
export function isPublicAddress(address: string): boolean {
  // An IPv4 address in the clothes of IPv6.
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  const family = isIP(plain)
  if (family === 4) return !closed.check(plain, 'ipv4')
  return family === 6 && open.check(plain, 'ipv6') && !closed.check(plain, 'ipv6')
}
