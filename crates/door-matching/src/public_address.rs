//! Which addresses lie on the open internet, and so may be asked for a file.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether an address may be connected to.
pub(crate) type AddressCheck = fn(IpAddr) -> bool;

/// Whether an address is one of the open internet, by the special-purpose registries of IANA (RFC 6890): not
/// this machine, not a private, shared, link-local, multicast, documentation or reserved network, and no
/// address that hides another. The addresses under which clouds hand out credentials are link-local or
/// private.
pub(crate) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_4(address),
        IpAddr::V6(address) => is_public_6(address),
    }
}

/// Networks of version 4 that are not the open internet: first address and length of the prefix.
const NOT_PUBLIC_4: [([u8; 4], u32); 16] = [
    ([0, 0, 0, 0], 8),
    ([10, 0, 0, 0], 8),
    ([100, 64, 0, 0], 10),
    ([127, 0, 0, 0], 8),
    ([169, 254, 0, 0], 16),
    ([172, 16, 0, 0], 12),
    ([192, 0, 0, 0], 24),
    ([192, 0, 2, 0], 24),
    ([192, 31, 196, 0], 24),
    ([192, 88, 99, 0], 24),
    ([192, 168, 0, 0], 16),
    ([198, 18, 0, 0], 15),
    ([198, 51, 100, 0], 24),
    ([203, 0, 113, 0], 24),
    // A cloud's own services stand at this one address of an otherwise public network.
    ([168, 63, 129, 16], 32),
    // Multicast and all that is reserved above it.
    ([224, 0, 0, 0], 3),
];

fn is_public_4(address: Ipv4Addr) -> bool {
    let inside = |(first, length): &([u8; 4], u32)| {
        let shift = 32 - length;
        u32::from(address) >> shift == u32::from_be_bytes(*first) >> shift
    };
    !NOT_PUBLIC_4.iter().any(inside)
}

/// The open internet of version 6 is 2000::/3, less these.
const NOT_PUBLIC_6: [([u16; 2], u32); 4] = [
    // Protocol assignments, among them Teredo, which hides addresses of version 4.
    ([0x2001, 0], 23),
    ([0x2001, 0xdb8], 32),
    // 6to4 hides addresses of version 4.
    ([0x2002, 0], 16),
    ([0x3fff, 0], 20),
];

fn is_public_6(address: Ipv6Addr) -> bool {
    let [one, two, ..] = address.segments();
    let head = u32::from(one) << 16 | u32::from(two);
    let inside = |([one, two], length): &([u16; 2], u32)| {
        let shift = 32 - length;
        head >> shift == (u32::from(*one) << 16 | u32::from(*two)) >> shift
    };
    one >> 13 == 1 && !NOT_PUBLIC_6.iter().any(inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_inside_are_not_public() {
        for address in [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "127.9.9.9",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.192",
            "192.0.2.1",
            "192.168.1.1",
            "168.63.129.16",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.7",
            "203.0.113.7",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:8.8.8.8",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "100::1",
            "2001::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "3fff::1",
            "fc00::1",
            "fd00:ec2::254",
            "fe80::1",
            "fec0::1",
            "ff02::1",
        ] {
            assert!(!is_public(address.parse().unwrap()), "{address}");
        }
    }

    #[test]
    fn addresses_of_the_open_internet_are() {
        for address in [
            "1.1.1.1",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "192.167.255.255",
            "192.169.0.0",
            "223.255.255.255",
            "2600::1",
            "2a00:1450::1",
            "2001:4860:4860::8888",
            "2003::1",
        ] {
            assert!(is_public(address.parse().unwrap()), "{address}");
        }
    }
}
