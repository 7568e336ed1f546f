package org.entente.broker.image;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Addresses that do not belong to the internet: this machine's, private networks', and those of no machine. */
final class InwardAddresses {
    private InwardAddresses() {}

    static boolean contain(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address four -> isReserved(Byte.toUnsignedInt(bytes[0]), Byte.toUnsignedInt(bytes[1]));
            // Unique local addresses, fc00::/7, and IPv4 in IPv6, 64:ff9b::/96.
            case Inet6Address six -> (bytes[0] & 0xfe) == 0xfc || (bytes[0] == 0 && bytes[1] == 0x64);
            default -> true;
        };
    }

    /** This network 0/8, shared 100.64/10, benchmarks 198.18/15, and everything above multicast. */
    private static boolean isReserved(int first, int second) {
        return first == 0
                || (first == 100 && second >= 64 && second < 128)
                || (first == 198 && (second & 0xfe) == 18)
                || first >= 240;
    }
}
